"""Penagihan: what is owed in all, what steps brought, and the largest debts."""

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework import clock
from naungan.casework.collection import queries
from naungan.casework.collection.models import Debt
from naungan.casework.collection.queries import Brought
from naungan.law.book import enacted
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.figures.span import asked
from naungan.web.page import Page
from naungan.web.pages.collection import (
    case as one_case,
    incoming,
    register,
    sheets,
    words,
)
from naungan.web.request import ScopedRequest


PER_PAGE: Final = 50
ANY: Final = "semua"
BEFORE: Final = "-"  # in an address: what came before any step


@dataclass(frozen=True)
class BroughtLine:
    """What one step brought, with the code by which its evidence is opened."""

    code: str
    step: str
    cases: str
    payments: str
    contribution: Idr
    fine: Idr
    registered: str
    reactivated: str


@audience(whoever_may("see_cases"))
def collection(request: ScopedRequest) -> HttpResponseBase:
    """Sum up debts and what steps brought, and list the debts that stand."""
    form = download.asked(request)
    found = queries.debts(request.scope)
    if form is not None:
        return download.answer(request, sheets.of_debts(found.iterator()), form)
    span = asked(request.GET, clock.today())
    stock = queries.stock(request.scope)
    came = queries.brought(request.scope, span.since, span.until)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "span": span,
        "stock": stock,
        "principal": Idr(stock.principal_idr),
        "left": Idr(stock.left_idr),
        "came": Idr(sum(one.contribution_idr + one.fine_idr for one in came)),
        "gained": format_number(sum(one.registered + one.reactivated for one in came)),
        "brought": [_brought(one) for one in came],
        "page": page,
        "lines": [_line(one) for one in page],
        "may_record": request.scope.may("record_payments"),
    }
    return render(request, "collection/page.html", shown)


def _brought(one: Brought) -> BroughtLine:
    return BroughtLine(
        one.step or BEFORE,
        words.step(one.step),
        format_number(one.cases),
        format_number(one.payments),
        Idr(one.contribution_idr),
        Idr(one.fine_idr),
        format_number(one.registered),
        format_number(one.reactivated),
    )


def _line(one: Any) -> dict[str, Any]:
    debt: Debt = one
    return {
        "case": debt.case,
        "counted_on": debt.counted_on,
        "principal": Idr(debt.principal_idr),
        "paid": Idr(one.paid_idr),
        "left": Idr(debt.principal_idr - one.paid_idr),
    }


@audience(whoever_may("see_cases"))
def recovered(request: ScopedRequest) -> HttpResponseBase:
    """List the payments behind what a step brought."""
    span = asked(request.GET, clock.today())
    step = _step(request.GET.get("langkah", ANY))
    found = queries.recoveries(request.scope, span.since, span.until, step)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_recoveries(found.iterator()), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    lines = [
        {
            "one": one,
            "step": words.step(one.step.step if one.step else ""),
            "amount": Idr(one.contribution_idr + one.fine_idr),
        }
        for one in page
    ]
    shown = {
        "span": span,
        "step": words.step(step) if step is not None else "",
        "page": page,
        "lines": lines,
    }
    return render(request, "collection/recovered.html", shown)


def _step(asked_for: str) -> str | None:
    """Read which step is asked for: "" before any, None for all of them."""
    if asked_for == BEFORE:
        return ""
    return asked_for if asked_for in enacted().steps else None


PAGE = Page(
    code="collection",
    urls=(
        path("penagihan", collection, name="collection"),
        path("penagihan/hasil", recovered, name="collection.recovered"),
        *one_case.URLS,
        *incoming.URLS,
        *register.URLS,
    ),
    label="Penagihan",
    place=37,
    power="see_cases",
)
