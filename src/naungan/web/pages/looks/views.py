"""Jejak: who looked at whom, who did what, and whether the logs were proved.

Looking here is itself a look, and taking a file away is an act.
"""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework import act, look
from naungan.casework.accounts.models import User
from naungan.casework.audit import queries
from naungan.web import csv_file, log_words
from naungan.web.audience import SIGNED_IN, audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.looks import presenter
from naungan.web.pages.looks.forms import LogFilter
from naungan.web.request import ScopedRequest


PER_PAGE: Final = 50
MOST_IN_A_FILE: Final = 100_000
PURPOSE: Final = "pengawasan data"
OFFICERS: Final = whoever_may("see_looks")


@audience(OFFICERS)
def looks(request: ScopedRequest) -> HttpResponse:
    """List looks, newest first."""
    asked = LogFilter(request.GET or {}, request.scope)
    page = _page(request, queries.looks(request.scope, asked.sought()))
    _looked(request, "look", "list", len(page))
    return render(request, "looks/page.html", _shown(request, page, asked))


@audience(OFFICERS)
def acts(request: ScopedRequest) -> HttpResponse:
    """List acts, newest first."""
    asked = LogFilter(request.GET or {}, request.scope)
    page = _page(request, queries.acts(request.scope, asked.sought()))
    _looked(request, "act", "list", len(page))
    return render(request, "looks/acts.html", _shown(request, page, asked))


@audience(OFFICERS)
def thing(request: ScopedRequest, noun: str, noun_id: str) -> HttpResponse:
    """Show who looked at one thing."""
    sought = queries.Sought(noun=noun, noun_id=noun_id)
    page = _page(request, queries.looks(request.scope, sought))
    _looked(request, "look", f"{noun} {noun_id}", len(page))
    shown = {"page": page, "noun": log_words.noun(noun), "noun_id": noun_id}
    return render(request, "looks/thing.html", shown)


@audience(SIGNED_IN)
def own(request: HttpRequest) -> HttpResponse:
    """List one's own acts, in every institution."""
    assert isinstance(request.user, User)
    page = _page(request, queries.own_acts(request.user.pk))
    return render(request, "looks/own.html", {"page": page})


@audience(OFFICERS)
def looks_file(request: ScopedRequest) -> HttpResponse:
    """Give the looks that were asked for as a file."""
    sought = LogFilter(request.GET or {}, request.scope).sought()
    rows = queries.looks(request.scope, sought)[:MOST_IN_A_FILE]
    _looked(request, "look", "file", len(rows))
    act.record(by=request.scope, verb="export", noun="look", noun_id=len(rows))
    cells = map(presenter.look_cells, rows)
    return csv_file.answer("penglihatan.csv", presenter.LOOK_HEADER, cells)


@audience(OFFICERS)
def acts_file(request: ScopedRequest) -> HttpResponse:
    """Give the acts that were asked for as a file, with their hashes."""
    sought = LogFilter(request.GET or {}, request.scope).sought()
    rows = queries.acts(request.scope, sought)[:MOST_IN_A_FILE]
    _looked(request, "act", "file", len(rows))
    cells = [presenter.act_cells(one) for one in rows]
    act.record(by=request.scope, verb="export", noun="act", noun_id=len(cells))
    return csv_file.answer("perbuatan.csv", presenter.ACT_HEADER, cells)


def _page(request: HttpRequest, entries: QuerySet[Any]) -> Any:
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("hal"))
    for one in page:
        one.noun_word = log_words.noun(one.noun)
        one.verb_word = log_words.verb(getattr(one, "verb", ""))
    return page


def _shown(request: ScopedRequest, page: Any, asked: LogFilter) -> dict[str, Any]:
    kept = request.GET.copy()
    kept.pop("hal", None)
    proof = queries.last_proof()
    return {"page": page, "filter": asked, "kept": kept.urlencode(), "proof": proof}


def _looked(request: ScopedRequest, noun: str, noun_id: str, rows: int) -> None:
    look.record(
        by=request.scope, noun=noun, noun_id=noun_id[:60], purpose=PURPOSE, rows=rows
    )


PAGE = Page(
    code="looks",
    urls=(
        path("jejak", looks, name="looks"),
        path("jejak/unduh", looks_file, name="looks.file"),
        path("jejak/perbuatan", acts, name="looks.acts"),
        path("jejak/perbuatan/unduh", acts_file, name="looks.acts_file"),
        path("jejak/saya", own, name="looks.own"),
        path("jejak/benda/<slug:noun>/<path:noun_id>", thing, name="looks.thing"),
    ),
    label="Jejak",
    place=90,
    power="see_looks",
)
