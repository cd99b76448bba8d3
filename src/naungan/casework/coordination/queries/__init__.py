"""What pages ask of meetings: lists, chains, what stays open, what was said."""
