"""Verbs of schemes, each one transaction with its act on record."""
