"""Kasus: one's day, the list, and one case."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _, ngettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.models import Case
from naungan.casework.compliance.queries import Sought
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.cases import (
    asked,
    day,
    ending,
    handing,
    listed,
    mandates,
    one,
    opening,
    replying,
    sheets,
    stepping,
    tending,
    waiting,
)
from naungan.web.pages.cases.letter import issuing
from naungan.web.pages.cases.place import case_of, page
from naungan.web.pages.cases.shown import exposed
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_cases")
PER_PAGE: Final = 50
AT_A_TIME: Final = 500


@audience(SEES)
def my_day(request: ScopedRequest) -> HttpResponse:
    """Show what must not be missed: terms, answers, hand-overs, visits."""
    today = clock.today()
    parts = day.present(queries.my_day(request.scope, today), today)
    shown = {
        "counts": day.counts(parts),
        "parts": [one for one in parts if one.count],
        "meta": _("Yang menunggu lembaga Anda hari ini, %s") % day.written(today),
    }
    return render(request, "cases/page.html", shown)


@audience(SEES)
def every(request: ScopedRequest) -> HttpResponseBase:
    """List cases, filtered, fifty at a time, or as a file."""
    sieve = asked.Sieve(request.GET)
    form = download.asked(request)
    if form is not None:
        rows = _every(request.scope, sieve.sought())
        chosen = [label for label, _address in listed.chosen(sieve, request.GET)]
        return download.answer(request, sheets.of_list(chosen, rows), form)
    found = queries.listed(
        request.scope,
        sieve.sought(),
        clock.today(),
        after=request.GET.get("sesudah"),
        limit=PER_PAGE,
    )
    shown = listed.present(
        found.rows, found.total, found.next, sieve, request.GET, clock.today()
    )
    return render(request, "cases/list.html", {"shown": shown, "sieve": sieve})


@audience(SEES)
def case(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one case with its ladder, evidence, answers and history."""
    found = case_of(request, number)
    shown = one.gather(found, request.scope, clock.today())
    return render(request, "cases/one.html", shown)


@audience(SEES)
def exposure(request: ScopedRequest, number: int) -> HttpResponse:
    """Show what the employer would owe if one of its workers died today."""
    found = case_of(request, number)
    today = clock.today()
    shown = {"exposure": exposed.of_case(found, request.scope, today)}
    return render(request, "cases/exposure.html", page(request, found, **shown))


def _every(scope: Scope, sought: Sought) -> Iterator[Case]:
    """Read every case sought, piece by piece, for a file."""
    after: str | None = None
    while True:
        found = queries.listed(
            scope, sought, clock.today(), after=after, limit=AT_A_TIME
        )
        yield from found.rows
        after = found.next
        if not after:
            return


PAGE = Page(
    code="cases",
    urls=(
        path("kasus", my_day, name="cases"),
        path("kasus/semua", every, name="cases.list"),
        path("kasus/<int:number>", case, name="cases.one"),
        path("kasus/<int:number>/tanggungan", exposure, name="cases.exposure"),
        *opening.URLS,
        *stepping.URLS,
        *issuing.URLS,
        *replying.URLS,
        *handing.URLS,
        *ending.URLS,
        *mandates.URLS,
        *tending.URLS,
    ),
    label="Kasus",
    place=35,
    power="see_cases",
    rows=waiting.rows,
    waits=ngettext_lazy(
        "hal dalam kasus menunggu lembaga Anda", "hal dalam kasus menunggu lembaga Anda"
    ),
)
