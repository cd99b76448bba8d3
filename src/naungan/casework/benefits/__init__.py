"""Claims of the protected: from the report of a death or accident to the hand-over."""
