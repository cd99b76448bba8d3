"""Correspondence: letters with their numbers, kept as they were sent, and papers."""
