"""Sasaran: who is looked at first."""
