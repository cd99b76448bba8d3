"""Meetings of the demonstration: five that were reported in public, and what followed."""
