"""The law over time: the history of a value, what changed when, what is not sure."""
