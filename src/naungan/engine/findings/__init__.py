"""The shelf of findings: one module per code."""
