"""People counted once per region and group: the ground of the measures."""
