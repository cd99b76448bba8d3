"""A set of words written as one block of text."""


def words_in(text: str) -> frozenset[str]:
    """Split a block of words at white space."""
    return frozenset(text.split())
