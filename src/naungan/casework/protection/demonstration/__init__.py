"""Two invented schemes, played through the actions from their quota to their payments."""
