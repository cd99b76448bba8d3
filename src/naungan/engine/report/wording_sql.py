"""Codes said in words and identity numbers hidden, inside the database."""

from collections.abc import Mapping


def labelled(column: str, words: Mapping[str, str]) -> str:
    """Return the SQL that says a code in words, or the code where there is none."""
    cases = " ".join(f"WHEN '{code}' THEN '{word}'" for code, word in words.items())
    return f"CASE {column} {cases} ELSE {column} END"


def masked(column: str) -> str:
    """Return the SQL twin of `identity_numbers.mask` for a BIGINT column."""
    text = f"lpad(CAST({column} AS VARCHAR), 16, '0')"
    return f"left({text}, 4) || repeat('•', 8) || right({text}, 4)"


def masked_text(column: str) -> str:
    """Return the SQL that masks any 16 digits inside a text as written."""
    pattern = r"(\d{4})\d{8}(\d{4})"
    hidden = "•" * 8
    return rf"regexp_replace({column}, '{pattern}', '\1{hidden}\2', 'g')"
