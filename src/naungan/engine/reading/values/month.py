"""Months, kept as one integer: year * 12 + month - 1."""

from typing import Final

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    never,
)
from naungan.lib.dates import read_month


# What the calendar says of any text that is no date, said of a month.
AS_DATE: Final = "bukan tanggal; tulis seperti 31/12/1980."
AS_MONTH: Final = "bukan bulan; tulis seperti 2026-10."


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    """Find what is not YYYY-MM."""
    year = f"TRY_CAST(left({cell}, 4) AS INTEGER)"
    month = f"TRY_CAST(right({cell}, 2) AS INTEGER)"
    return (
        f"strlen({cell}) <> 7 OR {cell}[5] <> '-' "
        f"OR coalesce({month} NOT BETWEEN 1 AND 12, true) "
        f"OR coalesce({year} NOT BETWEEN 1850 AND 2100, true)"
    )


def _clean(cell: str) -> tuple[str, ...]:
    year = f"TRY_CAST(left({cell}, 4) AS INTEGER)"
    month = f"TRY_CAST(right({cell}, 2) AS INTEGER)"
    return (f"{year} * 12 + {month} - 1",)


def _of_date(cell: str) -> tuple[str, ...]:
    return (f"year({cell}) * 12 + month({cell}) - 1",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_month(text)
    return Reading((read.value,), read.note.replace(AS_DATE, AS_MONTH))


VALUE = Value(
    types=("INTEGER",),
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="bulan",
    native=dict.fromkeys(("DATE", "TIMESTAMP"), Spelling(odd=never, clean=_of_date)),
    is_repetitive=True,
)
