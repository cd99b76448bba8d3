"""Cakupan: a region's coverage, what lies below it, segments by month."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from naungan.casework.intake import door, queries
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.web.audience import audience, whoever_may
from naungan.web.figures import present
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_coverage")


@audience(SEES)
def start(request: ScopedRequest) -> HttpResponse:
    """Go to the region of one's institution, or list what is published."""
    code = request.scope.region_code
    if code and door.newest(code):
        return redirect("coverage.region", code=code)
    return choose(request)


@audience(SEES)
def choose(request: ScopedRequest) -> HttpResponse:
    """List the regions that have published figures, to choose one."""
    return render(request, "coverage/regions.html", {"publications": _named()})


@audience(SEES)
def region(request: ScopedRequest, code: str) -> HttpResponse:
    """Show one region, from the country's parts down to a village."""
    known = regions.by_code(code)
    publication = door.newest(code) if known else None
    if known is None or publication is None:
        answer = {"region": known, "code": code, "publications": _named()}
        return render(request, "coverage/empty.html", answer, status=404)
    found = queries.region_figures(publication, request.scope, known.code)
    shown = present(found, known.name, request.GET.get("semesta"))
    return render(
        request,
        "coverage/page.html",
        {
            "region": known,
            "chain": regions.chain(known.code)[:-1],
            "publication": publication,
            "shown": shown,
            "tiles": sorted(shown.children, key=lambda one: one.code),
            "level": found.level_below,
        },
    )


def _named() -> list[tuple[str, str, Publication]]:
    found = []
    for one in queries.published_regions():
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
