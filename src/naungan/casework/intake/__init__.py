"""What came in and what was made of it: files, runs, published snapshots."""
