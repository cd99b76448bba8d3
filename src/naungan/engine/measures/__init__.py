"""The shelf of measures: one published figure per module."""
