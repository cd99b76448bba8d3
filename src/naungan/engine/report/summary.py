"""The first sheet: what the run found, one line each, nothing without its source."""

from collections.abc import Iterator
from typing import Any

from naungan.engine.counting.universes import OWN
from naungan.engine.report import (
    coverage_figures,
    employer_figures,
    intake_figures,
    places,
)
from naungan.engine.report.coverage_figures import Figure
from naungan.engine.report.source import Source
from naungan.engine.rows import Row
from naungan.engine.wording import CAUSE
from naungan.lib import dates, numbers


Line = tuple[str, Any, str]

# The universe that this program counts itself; official ones carry their own names.
OWN_UNIVERSES = {OWN: "Daftar pekerja Naungan (sudah dipadankan)"}


def universe_name(universe: str) -> str:
    """Say a universe as it is printed; official universes keep their source's name."""
    return OWN_UNIVERSES.get(universe, universe)


def current_totals(source: Source) -> list[Figure]:
    """Return the figures of the whole region in the month, one per universe."""
    place = places.subject(source)
    figures = coverage_figures.of_region(source, place.level, place.code)
    return [f for f in figures if f.month == source.month and f.segment is None]


def lines(source: Source) -> Iterator[Line]:
    """Yield every line of the summary sheet: what, how many, and from where."""
    yield from _about(source)
    for figure in current_totals(source):
        yield from _coverage(figure)
    if not source.is_published:
        yield from _inside(source)
    for row in intake_figures.inputs(source):
        yield row["file"], row["lines"], _account(row)


def _inside(source: Source) -> Iterator[Line]:
    """Yield what only offices may see."""
    for row in intake_figures.statuses(source):
        yield f"Orang: {row['label']}", row["people"], "Tabel coverage"
    for cause, people in source.manifest.get("status_changes", {}).items():
        yield f"Berubah status {CAUSE[cause]}", people, "Tabel status_changes"
    yield from _employers(source)
    yield from _waiting(source)


def _about(source: Source) -> Iterator[Line]:
    place = places.subject(source)
    if intake_figures.is_invented(source):
        yield "Peragaan", "", "Orang, pemberi kerja, dan angka di laporan ini rekaan."
    yield "Wilayah", place.name, place.code
    yield "Bulan", dates.month_label(source.month), ""
    if source.run is not None:
        yield "Proses ke-", source.run, ""
    yield "Versi program", source.manifest.get("code", "–"), ""
    yield "Versi hukum", str(source.manifest.get("law", "–")), "Parameter yang dibaca"


def _coverage(figure: Figure) -> Iterator[Line]:
    universe = f"Semesta: {universe_name(figure.universe)}"
    yield "Orang dalam semesta", figure.people, universe
    yield "Terlindungi, pasti", figure.low, universe
    yield "Terlindungi, bila semua tinjauan diterima", figure.high, universe
    if figure.share is not None and figure.high_share is not None:
        yield "Cakupan, pasti", numbers.format_percent(figure.share), universe
        high = numbers.format_percent(figure.high_share)
        yield "Cakupan, bila semua tinjauan diterima", high, universe
        yield "Kesenjangan (orang)", figure.gap, universe


def _employers(source: Source) -> Iterator[Line]:
    totals = employer_figures.totals(source)
    known = f"dari {numbers.format_number(totals['known'])} yang dikenal"
    yield "Pemberi kerja dengan temuan", totals["with_findings"], known
    for row in employer_figures.by_finding(source):
        people = numbers.format_number(row["people"])
        yield (
            f"Temuan {row['label']}",
            row["employers"],
            f"{row['plain']}; {people} orang",
        )


def _waiting(source: Source) -> Iterator[Line]:
    waiting = intake_figures.waiting(source)
    yield "Pasangan orang menunggu tinjauan", waiting["pairs"], "Lembar Antrean tinjau"
    yield "Pemberi kerja menunggu tinjauan", waiting["employers"], "Tabel employers"


def _account(row: Row) -> str:
    parts = (
        (row["accepted"], "diterima"),
        (row["rejected"], "ditolak"),
        (row["set_aside"], "disisihkan"),
    )
    sums = " + ".join(f"{numbers.format_number(n or 0)} {word}" for n, word in parts)
    return f"{row['kind']}; baris dibaca = {sums}"
