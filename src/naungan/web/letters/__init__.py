"""What the office prints: templates of pages and letters, set as accessible PDF."""
