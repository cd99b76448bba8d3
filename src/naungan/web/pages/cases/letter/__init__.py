"""The letters of a case: what they are told, what is asked for them, issuing."""
