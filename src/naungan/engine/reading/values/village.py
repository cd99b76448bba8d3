"""Village codes of the Ministry of Home Affairs: ten digits, dots optional."""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    whole,
)


DIGITS = 10
LOWEST, HIGHEST = 1_100_000_000, 9_999_999_999


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    """Find what is not ten digits; with that length only an exponent could hide."""
    number = f"TRY_CAST({cell} AS BIGINT)"
    return (
        f"strlen({cell}) <> {DIGITS} OR coalesce({number} < {LOWEST}, true) "
        f"OR contains({cell}, 'e') OR contains({cell}, 'E')"
    )


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS BIGINT)",)


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
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="kode desa",
    native=whole(LOWEST, HIGHEST),
    is_repetitive=True,
)
