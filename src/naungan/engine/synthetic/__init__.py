"""Invented populations with known truth: the judge of every other step."""
