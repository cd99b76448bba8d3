"""Region codes at any level, as dotted text: 16, 16.04, 16.04.01, 16.04.01.2001."""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    always,
    blank_or_lost,
    same,
)


PARTS = {2: (2,), 4: (2, 2), 6: (2, 2, 2), 10: (2, 2, 2, 4)}

_CODE = re.compile(r"[\d.\s]+$")


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    body = text.strip().strip("'")
    digits = re.sub(r"\D", "", body)
    if not _CODE.match(body) or len(digits) not in PARTS:
        return Reading((None,), f"“{body}” bukan kode wilayah; tulis seperti 16.04.")
    parts, at = [], 0
    for length in PARTS[len(digits)]:
        parts.append(digits[at : at + length])
        at += length
    return Reading((".".join(parts),))


VALUE = Value(
    types=("VARCHAR",),
    text=Spelling(odd=always, clean=same),
    read=_read,
    label="kode wilayah",
    is_repetitive=True,
)
