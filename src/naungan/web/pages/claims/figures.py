"""Angka klaim: how many, how much, for how many families, after how long."""

from typing import Any, Final

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits.queries import figures
from naungan.casework.benefits.queries.figures import CUTS, Figure, Return
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.claims import presenter, sheets, words
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_claims")


@audience(SEES)
def counted(request: ScopedRequest) -> HttpResponseBase:
    """Show the figures of the claims one may see; nobody is named."""
    cut = request.GET.get("menurut", "fund")
    cut = cut if cut in CUTS else "fund"
    year = _year(request.GET.get("tahun", ""))
    found = figures.figures(request.scope, cut, year)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, sheets.of_figures(found, cut, year), form)
    shown = {
        "cut": cut,
        "cuts": [(code, words.of((one,), code)) for code, one in words.CUTS.items()],
        "heading": words.of((words.CUTS[cut],), cut),
        "year": year or "",
        "rows": [_row(one, cut) for one in found],
        "whole": _row(figures.whole(request.scope, year), cut),
        "returns": [_return(one) for one in figures.returns(request.scope)],
        "schooling": figures.schooling(request.scope, clock.today().year),
    }
    return render(request, "claims/figures.html", shown)


def _year(written: str) -> int | None:
    return int(written) if is_number(written) and len(written) == len("2026") else None


def _row(one: Figure, cut: str) -> dict[str, Any]:
    counts = ("claims", "open", "paid", "refused", "families", "late")
    return {
        "key": sheets.named(one.key, cut),
        "paid_idr": Idr(one.paid_idr),
        "days": "–" if one.days is None else presenter.days(one.days),
        "days_of_papers": (
            "–" if one.days_of_papers is None else presenter.days(one.days_of_papers)
        ),
        **{name: format_number(getattr(one, name)) for name in counts},
    }


def _return(one: Return) -> dict[str, Any]:
    return {
        "fund": words.fund(one.fund),
        "people": format_number(one.people),
        "contributed": Idr(one.contributed_idr),
        "paid": Idr(one.paid_idr),
        "claims": format_number(one.claims),
        "ratio": (
            "–"
            if one.ratio is None
            else _("%s kali") % format_number(sheets.rounded(one.ratio), 2)
        ),
    }


URLS = (path("klaim/angka", counted, name="claims.figures"),)
