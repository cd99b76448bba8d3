"""Months, kept as one integer: year * 12 + month - 1."""

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.dates import read_month


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    """Read YYYY-MM by its digits."""
    year = f"TRY_CAST(left({cell}, 4) AS INTEGER)"
    month = f"TRY_CAST(right({cell}, 2) AS INTEGER)"
    clean = (
        f"strlen({cell}) = 7 AND {cell}[5] = '-' AND {month} BETWEEN 1 AND 12 "
        f"AND {year} BETWEEN 1850 AND 2100"
    )
    return (f"CASE WHEN {clean} THEN {year} * 12 + {month} - 1 END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"(year({cell}) * 12 + month({cell}) - 1)::INTEGER",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_month(text)
    return Reading((read.value,), read.note)


VALUE = Value(
    types=("INTEGER",),
    plain=_plain,
    read=_read,
    label="bulan",
    native={"DATE": _native, "TIMESTAMP": _native},
)
