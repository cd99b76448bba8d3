"""Collection: what a case owes by month, what was paid of it, and what came of it."""
