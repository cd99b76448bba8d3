"""How coverage moved between two meetings: the newest data beside those of that time."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.counting.region_rows import OWN, choose, share
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Asked
from naungan.casework.coordination.models import Event
from naungan.casework.intake import door, figures
from naungan.casework.intake.models import Publication
from naungan.law.book import enacted
from naungan.lib import regions
from naungan.lib.dates import format_date, month_end, month_label
from naungan.lib.numbers import format_number


MOST_BACK: Final = 36
PARTS: Final = (
    ("Semua pekerja", ""),
    ("Penerima upah (PU)", "PU"),
    ("Bukan penerima upah (BPU)", "BPU"),
    ("Jasa konstruksi", "JAKON"),
)
AS_KNOWN: Final = (
    "Angka lama adalah yang diketahui waktu itu; Beranda menghitung bulan yang sama "
    "sekali lagi dari data terbaru."
)
NO_CASE: Final = "Belum ada langkah"
Row = dict[str, Any]


def coverage(scope: Scope, event: Event, last: Event | None) -> dict[str, Any]:
    """Give coverage of the region now and at the time of the last meeting.

    Every count of the workers of a region is a table of its own, under its name:
    figures against one are never set beside figures against another. Segments stand
    apart, never in one percentage. Empty where nothing was published for the region.
    """
    code = event.region_code
    now = _newest(scope, code)
    if now is None:
        return {}
    then = _at(now, last)
    newer = figures.figures_of(now, scope, code).own
    older = figures.figures_of(then, scope, code).own if then else None
    tables = [
        {"universe": name, "rows": rows}
        for name in _universes(newer)
        if (rows := _rows(scope, code, name, newer, older))
    ]
    if not tables:
        return {}
    columns = [f"Menurut data {month_label(now.month)}"]
    if then is not None:
        columns = [f"Menurut data {month_label(then.month)}", *columns, "Perubahan"]
    return {"columns": columns, "tables": tables, "notes": _notes(last, then, now)}


def _universes(rows: list[Row]) -> list[str]:
    """Name the counts of workers that the rows know, a published one before our list."""
    names = {row["universe"] for row in rows if row["measure"] == "coverage"}
    return sorted(names, key=lambda name: (name.startswith(OWN), name))


def _rows(
    scope: Scope, code: str, universe: str, newer: list[Row], older: list[Row] | None
) -> list[list[str]]:
    """Write the lines of one count: everybody, then each segment that it counts."""
    found = []
    for label, segment in PARTS:
        extent = Extent(segment=segment, universe=universe)
        asked = Asked(scope, code, extent, clock.today())
        now = choose(newer, asked)
        if now is None:
            continue
        if older is None:
            found.append([label, _said(now)])
            continue
        then = choose(older, asked)
        beside = [_said(then), _said(now), _change(then, now)] if then else None
        found.append([label, *(beside or ["–", _said(now), "–"])])
    return found


def _newest(scope: Scope, code: str) -> Publication | None:
    inside = code and regions.lies_in(code, scope.region_code)
    return door.newest(code) if inside and scope.may("see_coverage") else None


def _at(now: Publication, last: Event | None) -> Publication | None:
    """Give the data as they stood when the last meeting was held; the first if none did."""
    if last is None or last.sort_on is None:
        return None
    earlier = door.lately(now, MOST_BACK)[1:]
    known = [one for one in earlier if _stood(one, last.sort_on)]
    return next(iter(known or earlier[-1:]), None)


def _stood(one: Publication, day: date) -> bool:
    """Tell whether data of a month could be known on a day: its month was over."""
    return month_end(one.month) <= day


def _said(row: Row) -> str:
    people = format_number(int(row["low"]))
    percent = share(row)
    if percent is None:
        return people
    whole = format_number(int(row["denominator"]))
    return f"{format_number(percent, 2)}% ({people} dari {whole})"


def _change(older: Row, newer: Row) -> str:
    before, after = share(older), share(newer)
    people = int(newer["low"]) - int(older["low"])
    counted = f"{_signed(Decimal(people), 0)} orang"
    if before is None or after is None:
        return counted
    return f"{_signed(after - before, 2)} poin persen, {counted}"


def _signed(value: Decimal, places: int) -> str:
    mark = "+" if value > 0 else "−" if value < 0 else ""
    return f"{mark}{format_number(abs(value), places)}"


def _notes(last: Event | None, then: Publication | None, now: Publication) -> list[str]:
    """Say to which meeting the earlier figure belongs, and where it does not quite."""
    if last is None or then is None or last.sort_on is None:
        return []
    day = format_date(last.held_on) if last.held_on else ""
    held = f"{last.title}, {day}" if day else last.title
    if not _stood(then, last.sort_on):
        return [
            f"Belum ada data saat rapat sebelumnya ({held}); pembandingnya data pertama."
        ]
    if _stood(now, last.sort_on):
        compared = f"Pembandingnya data {month_label(then.month)}."
        return [f"Belum ada data baru sejak rapat sebelumnya ({held}). {compared}"]
    compared = f"Pembandingnya data terakhir sebelum rapat sebelumnya: {held}."
    return [compared, AS_KNOWN]


def step(code: str) -> str:
    """Name the step of the law at which a case stands."""
    if not code:
        return NO_CASE
    found = enacted().steps.get(code)
    return found.title.text() if found else code
