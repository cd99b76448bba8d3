"""The tables of a snapshot, one module each; collected by `naungan.engine.table`."""
