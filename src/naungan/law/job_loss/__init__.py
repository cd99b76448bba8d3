"""What stands between a lost job and its cash: conditions, arrears, the window."""
