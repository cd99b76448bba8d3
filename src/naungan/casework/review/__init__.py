"""What officers decide about pairs that the engine left open."""
