"""The shelf of pages, one folder each."""
