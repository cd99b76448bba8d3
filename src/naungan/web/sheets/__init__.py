"""Tables that leave the office as files: what they are, and each form they take."""
