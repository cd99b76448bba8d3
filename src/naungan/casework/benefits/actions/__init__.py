"""Verbs of claims, each one transaction with its act on record."""
