"""The shelf of values: each module declares one `VALUE`."""
