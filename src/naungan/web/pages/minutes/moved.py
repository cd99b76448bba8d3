"""How coverage moved between two meetings: the newest data beside those of that time."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.counting.region_rows import choose, share
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
    ("Semua pekerja", Extent()),
    ("Penerima upah (PU)", Extent(segment="PU")),
    ("Bukan penerima upah (BPU)", Extent(segment="BPU")),
    ("Jasa konstruksi", Extent(segment="JAKON")),
)
AS_KNOWN: Final = (
    "Angka lama adalah yang diketahui waktu itu; Beranda menghitung bulan yang sama "
    "sekali lagi dari data terbaru."
)
NO_CASE: Final = "Belum ada langkah"
Row = dict[str, Any]


def coverage(scope: Scope, event: Event, last: Event | None) -> dict[str, Any]:
    """Give coverage of the region now and at the time of the last meeting.

    Both are read against the same denominator. Segments stand apart, never in one
    percentage. Empty where nothing was published for the region.
    """
    now = _newest(scope, event.region_code)
    if now is None:
        return {}
    then = _at(now, last)
    rows = [_row(scope, event.region_code, now, then, *part) for part in PARTS]
    kept = [row for row in rows if row]
    if not kept:
        return {}
    columns = [f"Menurut data {month_label(now.month)}"]
    if then is not None:
        columns = [f"Menurut data {month_label(then.month)}", *columns, "Perubahan"]
    return {"columns": columns, "rows": kept, "notes": _notes(last, then, now)}


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


def _row(
    scope: Scope,
    code: str,
    now: Publication,
    then: Publication | None,
    label: str,
    extent: Extent,
) -> list[str]:
    """Write one line: covered people of all, before, now, and how far apart."""
    newer = _read(scope, code, now, extent)
    if newer is None:
        return []
    if then is None:
        return [label, _said(newer)]
    same = Extent(segment=extent.segment, universe=str(newer["universe"]))
    older = _read(scope, code, then, same)
    if older is None:
        return [label, "–", _said(newer), "–"]
    return [label, _said(older), _said(newer), _change(older, newer)]


def _read(
    scope: Scope, code: str, publication: Publication, extent: Extent
) -> Row | None:
    rows = figures.figures_of(publication, scope, code).own
    return choose(rows, Asked(scope, code, extent, clock.today()))


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
