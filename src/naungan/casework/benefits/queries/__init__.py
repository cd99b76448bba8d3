"""What pages ask about claims; the scope is always given."""
