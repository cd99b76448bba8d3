"""Values and months written as SQL text.

Values that a user gives go into queries as parameters; this is for names of
files, words of our own tables and month indexes, which cannot.
"""

from collections.abc import Iterable, Mapping

from naungan.lib.calendar_words import MONTHS


def literal(value: object) -> str:
    """Write a text or a path as a quoted SQL string."""
    return "'" + str(value).replace("'", "''") + "'"


def listed(words: Iterable[str]) -> str:
    """Write words as quoted SQL strings with commas between."""
    return ", ".join(literal(word) for word in words)


def labelled(column: str, words: Mapping[str, str], other: str = "NULL") -> str:
    """Write the SQL that says a code in words; `other` for codes without one."""
    cases = " ".join(f"WHEN {literal(a)} THEN {literal(b)}" for a, b in words.items())
    return f"CASE {column} {cases} ELSE {other} END"


def month_label(index: str) -> str:
    """Write the SQL twin of `dates.month_label`: a month index as September 2026."""
    return f"[{listed(MONTHS)}][({index}) % 12 + 1] || ' ' || ({index}) // 12"


def month_start(index: str) -> str:
    """Write the SQL twin of `dates.month_start`: the first day of a month index."""
    return f"make_date(({index}) // 12, ({index}) % 12 + 1, 1)"
