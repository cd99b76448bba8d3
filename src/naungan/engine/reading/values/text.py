"""Free text: names and sources, as written but for stray spaces.

A name without a letter is none: a sum that slipped under the heading of names.
"""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    like_sheet_error,
    same,
)


NAME = "name"


def _odd(cell: str, column: Column, _setting: Setting) -> str:
    """Find untidy text: stray spaces, controls, damage, and marks for nothing."""
    start = "A" if column.name == NAME else "0"
    return " OR ".join(
        (
            f"{cell} < '{start}'",
            f"starts_with({cell}, '=')",
            like_sheet_error(cell),
            f"ends_with({cell}, ' ')",
            f"contains({cell}, '  ')",
            f"contains({cell}, chr(10))",
            # Beyond ASCII stand accents, but also hard spaces and marks of damage.
            f"strlen({cell}) <> length({cell})",
            f"{cell} IN ('-', '--', '.')",
        )
    )


def _read(text: str, column: Column, _setting: Setting) -> Reading:
    tidy = " ".join(text.split())
    nothing = blank_or_lost(tidy)
    if nothing is None and column.name == NAME and not _has_letter(tidy):
        return Reading((None,), f"“{tidy}” bukan nama: tidak memuat huruf.")
    return nothing or Reading((tidy,))


def _has_letter(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


VALUE = Value(
    types=("VARCHAR",),
    text=Spelling(odd=_odd, clean=same),
    read=_read,
    label="teks",
)
