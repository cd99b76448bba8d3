"""Village codes of the Ministry of Home Affairs: ten digits, dots optional."""

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost


DIGITS = 10
LOWEST, HIGHEST = 1_100_000_000, 9_999_999_999


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    number = f"TRY_CAST({cell} AS BIGINT)"
    clean = (
        f"strlen({cell}) = {DIGITS} AND {number} BETWEEN {LOWEST} AND {HIGHEST} "
        f"AND {number}::VARCHAR = {cell}"
    )
    return (f"CASE WHEN {clean} THEN {number} END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"CASE WHEN {cell} BETWEEN {LOWEST} AND {HIGHEST} THEN {cell}::BIGINT END",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = "".join(text.split()).strip("'`’").replace(".", "").replace("-", "")
    if bare.isascii() and bare.isdigit():
        if len(bare) == DIGITS and LOWEST <= int(bare) <= HIGHEST:
            return Reading((int(bare),))
        note = f"Kode desa harus {DIGITS} angka; tertulis {len(bare)} angka."
        return Reading((None,), note)
    return Reading((None,), f"“{text.strip()}” bukan kode desa 10 angka.")


VALUE = Value(
    types=("BIGINT",),
    plain=_plain,
    read=_read,
    label="kode desa",
    native={"BIGINT": _native, "UBIGINT": _native},
)
