"""What each segment pays: one module per segment, and what they share."""
