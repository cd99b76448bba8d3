"""Under which agreement one institution sees what another sent in."""
