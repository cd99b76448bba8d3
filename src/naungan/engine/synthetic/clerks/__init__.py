"""The clerks who write lists: what they get wrong, how often and how."""
