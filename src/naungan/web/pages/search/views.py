"""Cari: one field for employers, places and people, within what one may see."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, queries, workers as snapshot
from naungan.casework.intake.models import Publication
from naungan.lib import region_search, regions
from naungan.lib.region_search import Candidate
from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page
from naungan.web.pages.search import presenter
from naungan.web.request import ScopedRequest


MOST: Final = 10
MOST_SNAPSHOTS: Final = 5
LONGEST: Final = 100
SHORTEST: Final = 3
FINDS: Final = ("see_persons", "see_employers", "see_coverage")
"""The powers that find something here; who has none is told so."""


@dataclass
class Answer:
    """Everything that one search found."""

    regions: list[presenter.RegionLine] = field(default_factory=list)
    persons: list[presenter.PersonLine] = field(default_factory=list)
    employers: list[presenter.EmployerLine] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.regions or self.persons or self.employers)


@audience(SIGNED_IN)
def search(request: ScopedRequest) -> HttpResponse:
    """Look for what was written in the field, and show what it may mean."""
    scope: Scope | None = request.scope
    if scope is None or not any(scope.may(power) for power in FINDS):
        return render(request, "refused.html", {"power": FINDS[0]}, status=403)
    written = request.GET.get("q", "").strip()[:LONGEST]
    shown: dict[str, Any] = {"written": written, "shortest": SHORTEST, "most": MOST}
    if len(written) >= SHORTEST:
        shown["found"] = _found(scope, written)
    return render(request, "search/page.html", shown)


def _found(scope: Scope, written: str) -> Answer:
    answer = Answer(regions=presenter.region_lines(_regions(scope, written), scope))
    for publication in _publications(scope):
        found = snapshot.search(publication, scope, written, limit=MOST)
        series = publication.region_code
        answer.persons += presenter.person_lines(found.persons, scope, series)
        answer.employers += presenter.employer_lines(found.employers)
    return answer


def _publications(scope: Scope) -> list[Publication]:
    """Give the snapshots in reach: one's own, else those of the regions below."""
    own = door.newest(scope.region_code)
    if own is not None:
        return [own]
    below = f"{scope.region_code}." if scope.region_code else ""
    return [
        one for one in queries.published_regions() if one.region_code.startswith(below)
    ][:MOST_SNAPSHOTS]


def _regions(scope: Scope, written: str) -> list[Candidate]:
    """Find regions by code, or by a name as people write it."""
    if not scope.may("see_coverage"):
        return []
    known = regions.by_code(written)
    if known is not None:
        return [Candidate(known, 1, exact=True)]
    if any(one.isdigit() for one in written):
        return []
    return region_search.find(written, inside=scope.region_code or None, limit=MOST)


PAGE = Page(code="search", urls=(path("cari", search, name="search"),))
