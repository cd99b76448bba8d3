"""Cakupan: a region's coverage, what lies below it, its peers, segments by month."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework.intake import door, figures, ledger
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures import children, legend
from naungan.web.figures.shapes import drawn
from naungan.web.page import Page
from naungan.web.pages.coverage import league, sheets
from naungan.web.pages.coverage.alarms import shown_alarms
from naungan.web.pages.coverage.presenter import LEVELS, RegionPage, page_of
from naungan.web.pages.coverage.tiles import placed
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_coverage")
COUNTRY: Final = "00"
MOST_NAMED: Final = 60
"""As many tiles have room for their names; more bear the last part of their code."""


@dataclass(frozen=True)
class Place:
    """A region as an address names it; `code` is empty for the whole country."""

    code: str
    name: str
    address: str


@audience(SEES)
def start(request: ScopedRequest) -> HttpResponseBase:
    """Show the region of one's institution, or list what is published.

    Shown at once: a redirect is half a second of a slow line.
    """
    code = request.scope.region_code
    if code and door.newest(code):
        return region(request, code)
    return choose(request)


@audience(SEES)
def choose(request: ScopedRequest) -> HttpResponse:
    """List the regions that have published figures, to choose one."""
    answer = {
        "publications": _named(door.published_regions()),
        "awaits": ledger.awaiting_members(request.scope),
    }
    return render(request, "coverage/regions.html", answer)


@audience(SEES)
def region(request: ScopedRequest, code: str) -> HttpResponseBase:
    """Show one region, from the country's parts down to a village."""
    place = _place(code)
    publications = door.published_regions()
    publication = _newest(place.code, publications) if place else None
    if place is not None and publication is None and place.code.count(".") == 0:
        return _printed_parts(request, place, publications)
    if place is None or publication is None:
        answer = {
            "region": place,
            "code": code,
            "publications": _named(publications),
            "awaits": ledger.awaiting_members(request.scope),
            "printed": league.printed_row(place.code) if place else None,
        }
        return render(request, "coverage/empty.html", answer, status=404)
    found = figures.figures_of(publication, request.scope, place.code)
    shown = page_of(found, place.name, request.GET.get("semesta"))
    form = download.asked(request)
    if form:
        sheet = sheets.of_region(request, place.name, publication, shown)
        return download.answer(request, sheet, form)
    drawing = _map(request, place, publication, shown)
    around = _around(request, place, publications)
    everything = {"publication": publication, "shown": shown, **around, **drawing}
    return render(request, "coverage/page.html", everything)


def _newest(code: str, publications: list[Publication]) -> Publication | None:
    """Choose the publication whose region holds a region, the nearest first."""
    by_region = {one.region_code: one for one in publications}
    return next(
        (by_region[one] for one in door.lineage(code) if one in by_region), None
    )


def _printed_parts(
    request: ScopedRequest, place: Place, publications: list[Publication]
) -> HttpResponseBase:
    """Show a province or the country by what was printed, and what is computed here."""
    rows = league.inside(place.code, publications, request.scope)
    form = download.asked(request)
    if form:
        return download.answer(request, sheets.of_league(place.name, rows), form)
    level = "regency" if place.code else "province"
    answer = _around(request, place, publications) | {
        "rows": rows,
        "own": league.printed_row(place.code),
        "level": LEVELS[level],
        "legend": sheets.counted(rows),
        "map": drawn(place.code, level, rows),
        "tiles": sorted(rows, key=lambda one: one.code),
        "named_tiles": len(rows) <= MOST_NAMED,
        "province_tiles": [] if place.code else placed(rows),
    }
    return render(request, "coverage/parts.html", answer)


def _around(
    request: ScopedRequest, place: Place, publications: list[Publication]
) -> dict[str, Any]:
    """Give what every page of a region has: its chain, peers, printed figures."""
    peers, average = league.peers(place.code, publications, request.scope)
    chain = regions.chain(place.code)[:-1] if place.code else ()
    return {
        "region": place,
        "chain": chain,
        "peers_of": chain[-1].name if chain else "Indonesia",
        "peers": peers,
        "known_peers": sum(bool(one.vintage) for one in peers),
        "average": average,
        "alarms": shown_alarms(place.code),
        "sees_people": bool(place.code)
        and request.scope.may("see_persons")
        and regions.lies_in(place.code, request.scope.region_code),
        "printed": league.printed_row(place.code) if place.code else None,
    }


def _map(
    request: HttpRequest, place: Place, publication: Publication, shown: RegionPage
) -> dict[str, Any]:
    """Choose what the map draws: the parts just below, or every village."""
    every_village = (
        shown.level == "district" and request.GET.get("tingkat") == "village"
    )
    parts, level = shown.children, shown.level
    if every_village:
        scope = request.scope  # type: ignore[attr-defined]
        rows = figures.villages_of(publication, scope, place.code)
        names = {one.code: one.name for one in regions.villages_of(place.code)}
        parts, level = children(rows, names, None), "village"
    return {
        "map": drawn(place.code, level, parts),
        "tiles": sorted(parts, key=lambda one: one.code),
        "named_tiles": len(parts) <= MOST_NAMED,
        "legend": legend(parts) if every_village else shown.legend,
        "map_level": level,
        "level": LEVELS.get(shown.level, ""),
        "may_see_villages": shown.level == "district",
    }


def _place(code: str) -> Place | None:
    if code == COUNTRY:
        return Place("", "Indonesia", COUNTRY)
    known = regions.by_code(code)
    return Place(known.code, known.name, known.code) if known else None


def _named(publications: list[Publication]) -> list[tuple[str, str, Publication]]:
    found = []
    for one in publications:
        known = regions.by_code(one.region_code)
        found.append((one.region_code, known.name if known else one.region_code, one))
    return found


PAGE = Page(
    code="coverage",
    urls=(
        path("cakupan", start, name="coverage"),
        path("cakupan/wilayah", choose, name="coverage.choose"),
        path("cakupan/<str:code>", region, name="coverage.region"),
    ),
    label="Cakupan",
    place=10,
    power="see_coverage",
)
