"""Jejak: who looked at whom, who did what, and whether the logs were proved.

Looking here is itself a look, and taking a file away is an act.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework import look
from naungan.casework.accounts.models import User
from naungan.casework.audit import queries
from naungan.web import download, log_words
from naungan.web.audience import SIGNED_IN, audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.looks import presenter
from naungan.web.pages.looks.forms import LogFilter
from naungan.web.request import ScopedRequest


PER_PAGE: Final = 50
MOST_NUMBERS: Final = 20
"""Numbers of one look that a page links; a file holds all of them."""
MOST_IN_A_FILE: Final = 100_000
PURPOSE: Final = "oversight"
OFFICERS: Final = whoever_may("see_looks")


@audience(OFFICERS)
def looks(request: ScopedRequest) -> HttpResponseBase:
    """List looks, newest first."""
    asked = LogFilter(request.GET or {}, request.scope)
    entries = queries.looks(request.scope, asked.sought())
    form = download.asked(request)
    if form:
        return _file(request, presenter.look_sheet, entries, form)
    page = _page(request, entries)
    _looked(request, "look", "list", len(page))
    return render(request, "looks/page.html", _shown(request, page, asked))


@audience(OFFICERS)
def acts(request: ScopedRequest) -> HttpResponseBase:
    """List acts, newest first."""
    asked = LogFilter(request.GET or {}, request.scope)
    entries = queries.acts(request.scope, asked.sought())
    form = download.asked(request)
    if form:
        return _file(request, presenter.act_sheet, entries, form)
    page = _page(request, entries)
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


def _file(
    request: ScopedRequest,
    sheet_of: Callable[[Iterable[Any]], download.Sheet],
    entries: QuerySet[Any],
    form: download.Form,
) -> HttpResponseBase:
    """Give the entries that were asked for as a file; whoever oversees may take them."""
    rows = entries[:MOST_IN_A_FILE]
    sheet = replace(sheet_of(rows), many=len(rows))
    _looked(request, sheet.code, "file", len(rows))
    return download.answer(request, sheet, form, power="see_looks")


def _page(request: HttpRequest, entries: QuerySet[Any]) -> Any:
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("hal"))
    for one in page:
        one.noun_word = log_words.noun(one.noun)
        one.numbers, one.more = first_numbers(one.noun_id)
        one.short = log_words.short(one.noun_id)
        one.verb_word = log_words.verb(getattr(one, "verb", ""))
        one.purpose_words = log_words.purpose(getattr(one, "purpose", ""))
        one.why = log_words.why(getattr(one, "details", {}))
    return page


def first_numbers(noun_id: str) -> tuple[list[tuple[str, str]], int]:
    """Part the first numbers of a look, and tell how many more there are.

    Each is given whole for its address, and short for the eye.
    """
    found = noun_id.split(",")
    shown = [(number, log_words.short(number)) for number in found[:MOST_NUMBERS]]
    return shown, len(found) - len(shown)


def _shown(request: ScopedRequest, page: Any, asked: LogFilter) -> dict[str, Any]:
    kept = request.GET.copy()
    kept.pop("hal", None)
    proof = queries.last_proof()
    return {"page": page, "filter": asked, "kept": kept.urlencode(), "proof": proof}


def _looked(request: ScopedRequest, noun: str, noun_id: str, rows: int) -> None:
    look.record(
        by=request.scope, noun=noun, noun_id=noun_id, purpose=PURPOSE, rows=rows
    )


PAGE = Page(
    code="looks",
    urls=(
        path("jejak", looks, name="looks"),
        path("jejak/perbuatan", acts, name="looks.acts"),
        path("jejak/saya", own, name="looks.own"),
        path("jejak/benda/<slug:noun>/<path:noun_id>", thing, name="looks.thing"),
    ),
    label="Jejak",
    place=90,
    power="see_looks",
)
