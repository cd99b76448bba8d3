"""Persons and their lasting numbers: gathered from rows, carried from run to run."""
