"""Checks of a village list: what is asked of each person, and of the list as a whole."""
