"""Pemberi kerja: who has findings, ranked, and why."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework.intake import door, queries
from naungan.lib import regions
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.employers import presenter
from naungan.web.request import ScopedRequest


SEES = whoever_may("see_employers")
PER_PAGE: Final = 50


@audience(SEES)
def employers(request: ScopedRequest) -> HttpResponse:
    """List the employers of one's region that have findings."""
    publication = door.newest(request.scope.region_code)
    if publication is None:
        return render(request, "employers/empty.html", status=404)
    number = max(
        int(page) if (page := request.GET.get("hal", "1")).isdecimal() else 1, 1
    )
    code = request.GET.get("temuan") or None
    found = queries.employers_found(
        publication, request.scope, code, PER_PAGE, (number - 1) * PER_PAGE
    )
    return render(
        request,
        "employers/page.html",
        {
            "publication": publication,
            "region": regions.by_code(request.scope.region_code),
            "lines": presenter.lines(found.rows),
            "choices": presenter.choices(found.by_finding, code),
            "code": code,
            "total": found.total,
            "page": number,
            "more": number * PER_PAGE < found.total,
        },
    )


@audience(SEES)
def employer(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one employer with the five parts of *Mengapa?*."""
    publication = door.newest(request.scope.region_code)
    explained = publication and queries.why_employer(publication, request.scope, number)
    if not explained:
        raise Http404
    return render(
        request,
        "employers/employer.html",
        {"publication": publication, "explained": explained},
    )


PAGE = Page(
    code="employers",
    urls=(
        path("pemberi-kerja", employers, name="employers"),
        path("pemberi-kerja/<int:number>", employer, name="employers.one"),
    ),
    label="Pemberi kerja",
    place=30,
    power="see_employers",
)
