"""Settings and addresses: knows everything, imported by nobody."""
