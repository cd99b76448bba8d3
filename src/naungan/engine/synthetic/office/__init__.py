"""The dirty spreadsheets in which offices keep what is true or not."""
