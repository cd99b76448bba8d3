"""Verbs of meetings, by what they act upon."""
