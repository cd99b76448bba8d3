"""The terminal commands, one file each; found by `naungan.command`."""
