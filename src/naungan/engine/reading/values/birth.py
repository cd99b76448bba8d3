"""Birth dates: the day where it is known, and the year."""

from datetime import date

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
)
from naungan.lib.dates import Bounds, format_date, read_date


EARLIEST = date(1900, 1, 1)
LONGEST_LIFE_YEARS = 100


def _odd(cell: str, _column: Column, setting: Setting) -> str:
    day = f"TRY_CAST({cell} AS DATE)"
    return f"strlen({cell}) <> 10 OR coalesce({_outside(day, setting)}, true)"


def _often(cell: str, setting: Setting) -> tuple[str, ...]:
    """Read day/month/year in digits, by far the most frequent spelling."""
    day = f"try_strptime({cell}, ['%d/%m/%Y', '%d-%m-%Y'])::DATE"
    known = f"CASE WHEN strlen({cell}) = 10 AND NOT ({_outside(day, setting)}) THEN {day} END"
    return (known, f"year({known})")


def _odd_date(cell: str, _column: Column, setting: Setting) -> str:
    return _outside(f"{cell}::DATE", setting)


def _outside(day: str, setting: Setting) -> str:
    return f"{day} NOT BETWEEN DATE '{EARLIEST}' AND DATE '{setting.latest}'"


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS DATE)", f"year(TRY_CAST({cell} AS DATE))")


def _read(text: str, _column: Column, setting: Setting) -> Reading:
    nothing = blank_or_lost(text, 2)
    if nothing:
        return nothing
    latest = setting.latest
    first = date(latest.year - LONGEST_LIFE_YEARS + 1, 1, 1)
    read = read_date(text, within=Bounds(first, latest))
    when = read.value
    if when is None:
        return Reading((None, None), read.note)
    last = when.full or date(when.year, when.month or 1, 1)
    if not EARLIEST <= last <= latest:
        note = f"Tanggal lahir di luar 1900 sampai {format_date(latest)}."
        return Reading((None, None), note)
    return Reading((when.full, when.year), read.note)


VALUE = Value(
    types=("DATE", "SMALLINT"),
    often=_often,
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="tanggal lahir",
    native=dict.fromkeys(("DATE", "TIMESTAMP"), Spelling(odd=_odd_date, clean=_clean)),
    absent=("NULL", "NULL"),
    is_repetitive=True,
)
