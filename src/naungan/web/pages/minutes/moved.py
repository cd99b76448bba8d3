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
from naungan.lib.dates import month_end, month_label
from naungan.lib.numbers import format_number
from naungan.web.pages.minutes.moment import Before


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
SAME_MONTH: Final = (
    "Bulan datanya sama; berkas atau putusan tinjauan yang dihitung yang berubah."
)
Row = dict[str, Any]


def coverage(scope: Scope, event: Event, last: Before | None) -> dict[str, Any]:
    """Give coverage of the region now, and as the last meeting knew it.

    Every count of the workers of a region is a table of its own, under its name:
    figures against one are never set beside figures against another. Segments stand
    apart, never in one percentage. Empty where nothing was published for the region.
    """
    code = event.region_code
    now = _newest(scope, code)
    if now is None:
        return {}
    then = _at(now, last) if last else None
    is_moved = then is not None and then.pk != now.pk
    newer = figures.figures_of(now, scope, code).own
    older = figures.figures_of(then, scope, code).own if then and is_moved else None
    tables = [
        {"universe": name, "rows": rows}
        for name in _universes(newer)
        if (rows := _rows(scope, code, name, newer, older))
    ]
    if not tables:
        return {}
    columns = [f"Kini ({_data(now)})"]
    notes = []
    if last is not None and then is not None:
        notes = _notes(last, then, now)
        if is_moved:
            columns = [_known(last, then), *columns, "Perubahan"]
    return {"columns": columns, "tables": tables, "notes": notes}


def _data(one: Publication) -> str:
    """Name data by their month and their run, which of one month may be several."""
    return f"data {month_label(one.month)}, proses ke-{one.run}"


def _known(last: Before, then: Publication) -> str:
    """Say of which meeting data are: what it knew, or what was entered later for its day."""
    verb = "Diketahui" if then.published_at <= last.moment else "Saat"
    return f"{verb} {last.said} ({_data(then)})"


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


def _at(now: Publication, last: Before) -> Publication:
    """Give the data in force when the last meeting was held.

    Where none were published yet: the newest that speak of months before it, else the
    first of all.
    """
    runs = door.lately(now, MOST_BACK)
    known = [one for one in runs if one.published_at <= last.moment]
    over = [one for one in runs if _stood(one, last.day)]
    return next(iter(known or over or runs[-1:]))


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


def _notes(last: Before, then: Publication, now: Publication) -> list[str]:
    """Say to which meeting the earlier figure belongs, and where it does not quite."""
    held = last.named
    if then.published_at > last.moment and not _stood(then, last.day):
        return [
            f"Belum ada data saat rapat sebelumnya ({held}); pembandingnya data pertama."
        ]
    if then.pk == now.pk:
        return [f"Belum ada data baru sejak rapat sebelumnya ({held})."]
    compared = f"Pembandingnya data yang berlaku saat rapat sebelumnya: {held}."
    return [compared, SAME_MONTH if then.month == now.month else AS_KNOWN]


def step(code: str) -> str:
    """Name the step of the law at which a case stands."""
    if not code:
        return NO_CASE
    found = enacted().steps.get(code)
    return found.title.text() if found else code
