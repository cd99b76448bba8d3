"""Kewajiban: the duties of one employer."""
