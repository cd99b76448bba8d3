"""What a case is shown by: each module arranges one panel of its page."""
