"""Buku janji: what was promised, by whom, and what the data say of it."""
