"""Field work: which uncovered worker an officer visits, and what came of it."""
