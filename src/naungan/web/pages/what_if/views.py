"""Bagaimana jika: more people or some employers registered, what coverage and cost."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, figures
from naungan.casework.intake.figures import GapPart
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.web.audience import audience, whoever_may
from naungan.web.figures import present
from naungan.web.page import Page
from naungan.web.pages.what_if.forms import WhatIf
from naungan.web.pages.what_if.presenter import answer
from naungan.web.request import ScopedRequest


MOST_EMPLOYERS = 12


@audience(whoever_may("see_coverage"))
def what_if(request: ScopedRequest, code: str) -> HttpResponse:
    """Compute what the address states; the address holds nobody's data."""
    known = regions.by_code(code)
    publication = door.newest(code) if known else None
    if known is None or publication is None:
        raise Http404
    found = figures.figures_of(publication, request.scope, known.code)
    whole = present(found.own, known.name, request.GET.get("semesta")).whole
    employers = _employers(request.scope, publication, known.code)
    form = WhatIf(request.GET or None, employers=employers)
    shown: dict[str, Any] = {
        "region": known,
        "whole": whole,
        "form": form,
        "publication": publication,
    }
    if request.GET and form.is_valid() and whole is not None:
        shown["answer"] = answer(
            whole, form.asked(), clock.today(), get_language() or "id"
        )
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "what_if/page.html", shown, status=status)


def _employers(scope: Scope, publication: Publication, code: str) -> list[GapPart]:
    if not scope.may("see_employers"):
        return []
    return figures.gap_of(publication, scope, code, "employer", MOST_EMPLOYERS)


PAGE = Page(
    code="what_if",
    urls=(path("cakupan/<str:code>/bagaimana-jika", what_if, name="what_if"),),
)
