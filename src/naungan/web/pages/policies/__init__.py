"""One page of the shelf."""
