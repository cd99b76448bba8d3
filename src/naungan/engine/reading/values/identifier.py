"""Numbers and codes that name something: leading zeros stay, nothing is computed."""

import re

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


_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+\d+$")
_FLOAT = re.compile(r"(\d+)\.0$")


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    return " OR ".join(
        (
            f"contains({cell}, ' ')",
            f"contains({cell}, chr(39))",
            f"contains({cell}, '+')",
            f"contains({cell}, chr(10))",
            # Beyond ASCII stand accents, but also hard spaces and marks of damage.
            f"strlen({cell}) <> length({cell})",
            f"ends_with({cell}, '.0')",
            # Marks for nothing, formulas and errors of spreadsheets.
            f"{cell} < '0'",
            f"starts_with({cell}, '=')",
            like_sheet_error(cell),
        )
    )


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = "".join(text.split()).strip("'`’")
    if _SCIENTIFIC.fullmatch(bare):
        note = "Nomor berubah menjadi notasi ilmiah; simpan kolom sebagai teks."
        return Reading((None,), note)
    float_ = _FLOAT.fullmatch(bare)
    return Reading((float_[1] if float_ else bare or None,))


VALUE = Value(
    types=("VARCHAR",),
    text=Spelling(odd=_odd, clean=same),
    read=_read,
    label="nomor atau kode",
)
