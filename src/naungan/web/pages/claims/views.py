"""Klaim: which claims there are, how long their families wait, what came of them."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import kinds
from naungan.casework.benefits.queries import claims
from naungan.casework.benefits.queries.claims import Sought
from naungan.lib.numbers import is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.claims import (
    deciding,
    family,
    figures,
    handing,
    one,
    papers,
    presenter,
    reporting,
    risks,
    schooling,
    sheets,
    words,
)
from naungan.web.request import ScopedRequest, words_of


SEES: Final = whoever_may("see_claims")
PER_PAGE: Final = 50
ALL_AT_ONCE: Final = 5_000
LONGEST: Final = 100
GROUPS: Final = {
    "open": gettext_noop("Belum selesai"),
    "papers": gettext_noop("Kurang berkas"),
    "branch": gettext_noop("Menunggu cabang"),
    "settled": gettext_noop("Sudah dibayar"),
    "over": gettext_noop("Ditolak atau ditarik"),
    "": gettext_noop("Semua"),
}
"""The parts of the list, in the order of its tabs."""


@audience(SEES)
def claims_list(request: ScopedRequest) -> HttpResponseBase:
    """List the claims one may see, those that wait first; the look is on record."""
    sought = _sought(request)
    found = claims.found(request.scope, sought)
    today = clock.today()
    form = download.asked(request)
    if form is not None:
        taken = claims.seen(request.scope, list(found[:ALL_AT_ONCE]), "download_list")
        return download.answer(request, sheets.of_claims(taken, today), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    shown = claims.seen(request.scope, list(page))
    return _listed(request, sought, page, [presenter.line(x, today) for x in shown])


def _listed(
    request: ScopedRequest, sought: Sought, page: Any, lines: list[presenter.Line]
) -> HttpResponse:
    counts = claims.group_counts(request.scope)
    return render(
        request,
        "claims/page.html",
        {
            "page": page,
            "lines": lines,
            "tabs": [(code, label, counts[code]) for code, label in GROUPS.items()],
            "sought": sought,
            "counts": counts,
            "events": words.options(kinds.EVENTS),
            "funders": words.funders(),
            "may_report": request.scope.may("record_claims"),
        },
    )


def _sought(request: ScopedRequest) -> Sought:
    """Read which claims are asked for; an unknown code asks for nothing."""
    given = request.GET
    group = given.get("bagian", "open")
    year = given.get("tahun", "")
    event, fund = given.get("kejadian", ""), given.get("dana", "")
    return Sought(
        group=group if group in GROUPS else "open",
        event=event if event in kinds.PROGRAMMES else "",
        fund=fund if fund in kinds.FUNDERS else "",
        word=words_of(given, "cari", LONGEST),
        year=int(year) if is_number(year) and len(year) == len("2026") else None,
    )


def _waits_at(scope: Scope) -> str:
    """Give the part of the list that waits for one's own desk."""
    part = "branch" if scope.may("decide_claims") else "papers"
    return f"{reverse('claims')}?bagian={part}"


PAGE = Page(
    code="claims",
    urls=(
        path("klaim", claims_list, name="claims"),
        path("klaim/<int:number>", one.claim, name="claims.one"),
        *reporting.URLS,
        *family.URLS,
        *papers.URLS,
        *deciding.URLS,
        *handing.URLS,
        *schooling.URLS,
        *figures.URLS,
        *risks.URLS,
    ),
    label=gettext_noop("Klaim"),
    place=27,
    power="see_claims",
    rows=claims.waiting,
    waits=ngettext_lazy("klaim menunggu langkah Anda", "klaim menunggu langkah Anda"),
    waits_at=_waits_at,
)
