"""Verbs of cases, by what they act upon."""
