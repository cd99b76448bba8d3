"""Free text: names and sources, as written but for stray spaces."""

from naungan.engine.format import Column
from naungan.engine.reading.marks import ERROR, LOST
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    same,
)


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    """Find untidy text: stray spaces, controls, damage, and marks for nothing."""
    return " OR ".join(
        (
            f"{cell} < '!'",
            f"ends_with({cell}, ' ')",
            f"contains({cell}, '  ')",
            f"contains({cell}, chr(10))",
            f"contains({cell}, '\u00a0')",
            f"contains({cell}, '{LOST}')",
            f"starts_with({cell}, '{ERROR}')",
            f"{cell} IN ('-', '--', '.')",
        )
    )


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    tidy = " ".join(text.split())
    return blank_or_lost(tidy) or Reading((tidy,))


VALUE = Value(
    types=("VARCHAR",),
    text=Spelling(odd=_odd, clean=same),
    read=_read,
    label="teks",
)
