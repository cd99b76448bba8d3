"""Evaluasi: a year from the books alone."""
