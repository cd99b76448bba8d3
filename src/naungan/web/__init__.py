"""What people see: pages, the API, letters; no rules."""
