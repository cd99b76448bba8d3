"""Numbers and codes that name something: leading zeros stay, nothing is computed."""

import re

from naungan.engine.format import Column
from naungan.engine.reading.encoding import LOST
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost


_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+\d+$")
_FLOAT = re.compile(r"(\d+)\.0$")


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    odd = " OR ".join(
        (
            f"contains({cell}, ' ')",
            f"contains({cell}, '''')",
            f"contains({cell}, 'E+')",
            f"contains({cell}, 'e+')",
            f"contains({cell}, chr(10))",
            f"contains({cell}, '\u00a0')",
            f"contains({cell}, '{LOST}')",
            f"ends_with({cell}, '.0')",
            f"{cell} IN ('', '-', '--', '.')",
        )
    )
    return (f"CASE WHEN NOT ({odd}) THEN {cell} END",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = "".join(text.split()).strip("'`’")
    if _SCIENTIFIC.fullmatch(bare):
        note = "Nomor berubah menjadi notasi ilmiah; simpan kolom sebagai teks."
        return Reading((None,), note)
    whole = _FLOAT.fullmatch(bare)
    return Reading((whole[1] if whole else bare or None,))


VALUE = Value(types=("VARCHAR",), plain=_plain, read=_read, label="nomor atau kode")
