"""Lists of villages: who is proposed for a scheme, checked as they are written."""
