"""What pages ask about schemes; the scope is always given."""
