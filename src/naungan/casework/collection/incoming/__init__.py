"""Payments that come in as a file: read, matched, shown, taken."""
