"""Naungan: the open ledger of employment social security in Indonesia."""

__version__ = "0.1.0"
