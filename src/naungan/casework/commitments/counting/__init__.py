"""Counts that several indicators read: of cases, of schemes, of published rows."""
