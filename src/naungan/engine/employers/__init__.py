"""Employers across lists: which rows are one employer, which is registered."""
