"""Birth dates: the day where it is known, and the year."""

from datetime import date

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.dates import Bounds, format_date, read_date


EARLIEST = date(1900, 1, 1)
LONGEST_LIFE_YEARS = 100


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    return _dated(f"CASE WHEN strlen({cell}) = 10 THEN TRY_CAST({cell} AS DATE) END")


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return _dated(f"{cell}::DATE")


def _dated(day: str) -> tuple[str, ...]:
    earliest = f"DATE '{EARLIEST.isoformat()}'"
    known = f"CASE WHEN ({day}) BETWEEN {earliest} AND getvariable('latest') THEN ({day}) END"
    return (known, f"year({known})::SMALLINT")


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
    plain=_plain,
    read=_read,
    label="tanggal lahir",
    native={"DATE": _native, "TIMESTAMP": _native},
    absent=("NULL", "NULL"),
)
