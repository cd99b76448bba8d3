"""Who did what and who looked at whom: append-only, provable."""
