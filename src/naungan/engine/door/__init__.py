"""What the door to a snapshot is made of; outer rings enter by `naungan.engine.snapshot`."""
