"""Cari: one field for people, employers, papers and places, within what one may see."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, workers as snapshot
from naungan.casework.intake.models import Publication
from naungan.lib import region_search, regions
from naungan.lib.region_search import Candidate
from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page
from naungan.web.pages.search import papers, presenter
from naungan.web.request import ScopedRequest, words_of


MOST: Final = 10
MOST_SNAPSHOTS: Final = 5
LONGEST: Final = 100
SHORTEST: Final = 3
NEARLY_NIK: Final = 14  # digits: a NIK mistyped is still about somebody
FINDS: Final = ("see_persons", "see_employers")
"""The powers that find more than regions, whose names are no secret."""


@dataclass
class Answer:
    """Everything that one search found."""

    regions: list[presenter.RegionLine] = field(default_factory=list)
    persons: list[presenter.PersonLine] = field(default_factory=list)
    members: list[presenter.MemberLine] = field(default_factory=list)
    employers: list[presenter.EmployerLine] = field(default_factory=list)
    written: list[papers.Group] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        named = self.persons or self.members or self.employers
        return not (self.regions or named or self.written)


@audience(SIGNED_IN)
def search(request: ScopedRequest) -> HttpResponse:
    """Look for what was written in the field, and show what it may mean.

    A NIK stays out of addresses, and so of histories and of logs of a proxy: it is
    answered where it was sent; anything else gets an address to come back to.
    """
    scope: Scope | None = request.scope
    written = _written(request)
    if request.method == "POST" and not _is_nik(written):
        return redirect(f"{reverse('search')}?{urlencode({'q': written})}")
    shown: dict[str, Any] = {"written": written, "shortest": SHORTEST, "most": MOST}
    shown |= {"finds": _finds(scope), "is_nik": _is_nik(written)}
    shown["astray"] = request.method != "POST" and shown["is_nik"]
    if len(written) >= SHORTEST and not shown["astray"]:
        shown["found"] = _found(scope, written)
    return render(request, "search/page.html", shown)


def _finds(scope: Scope | None) -> str:
    """Say what a role finds beside regions: people and papers, papers alone, nothing."""
    if scope is None:
        return ""
    if any(scope.may(power) for power in FINDS):
        return "people"
    return "papers" if papers.finds(scope) else ""


def _written(request: ScopedRequest) -> str:
    given = request.POST if request.method == "POST" else request.GET
    return words_of(given, "q", LONGEST)


def _is_nik(written: str) -> bool:
    """Tell whether this may be a NIK, whole or nearly, however it is spaced."""
    digits = sum(one.isdigit() for one in written)
    return digits >= NEARLY_NIK and not any(one.isalpha() for one in written)


def _found(scope: Scope | None, written: str) -> Answer:
    answer = Answer(regions=presenter.region_lines(_regions(scope, written), scope))
    if scope is None:
        return answer
    for publication in _publications(scope):
        found = snapshot.search(publication, scope, written, limit=MOST)
        series = publication.region_code
        answer.persons += presenter.person_lines(found.persons, scope, series)
        answer.members += presenter.member_lines(found.members)
        answer.employers += presenter.employer_lines(found.employers)
    if not _is_nik(written):
        answer.written = papers.found(scope, written)
    return answer


def _publications(scope: Scope) -> list[Publication]:
    """Give the snapshots in reach: one's own, else those of the regions below."""
    if not any(scope.may(power) for power in FINDS):
        return []
    own = door.newest(scope.region_code)
    if own is not None:
        return [own]
    below = f"{scope.region_code}." if scope.region_code else ""
    return [
        one for one in door.published_regions() if one.region_code.startswith(below)
    ][:MOST_SNAPSHOTS]


def _regions(scope: Scope | None, written: str) -> list[Candidate]:
    """Find regions by code, or by a name as people write it."""
    known = regions.by_code(written)
    if known is not None:
        return [Candidate(known, 1, exact=True)]
    if any(one.isdigit() for one in written):
        return []
    own = scope.region_code if scope else ""
    found = region_search.find(written, inside=own or None, limit=MOST)
    held = {one.region.code for one in found}
    longer = region_search.beginning(written, inside=own or None, limit=MOST)
    return [*found, *(one for one in longer if one.region.code not in held)][:MOST]


PAGE = Page(code="search", urls=(path("cari", search, name="search"),))
