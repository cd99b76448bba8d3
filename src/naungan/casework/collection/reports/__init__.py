"""Reports over cases and employers: duties met, targets ranked, a year evaluated."""
