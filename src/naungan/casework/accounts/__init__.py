"""Institutions, the people who work for them, and what each may see."""
