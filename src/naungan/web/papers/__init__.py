"""Papers of forms: how they come in, and how they go out again."""
