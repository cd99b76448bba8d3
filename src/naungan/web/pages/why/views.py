"""Mengapa: from a figure down to its source rows and its articles."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework.intake import door
from naungan.casework.intake.figures import why_region
from naungan.lib import regions
from naungan.web.audience import audience, whoever_may
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.pages.why import ways
from naungan.web.request import ScopedRequest


MOST_LINES: Final = 7
"""Lines of a part that are shown at once; the rest, by segment, is folded."""


@audience(whoever_may("see_coverage"))
def region(request: ScopedRequest, code: str) -> HttpResponse:
    """Explain the figures of a region."""
    publication = door.newest(code) if regions.by_code(code) else None
    if publication is None:
        raise Http404
    explained = why_region(publication, request.scope, code)
    language = spoken()
    shown = {
        "title": explained.title.text(language),
        "parts": explained.parts(language),
        "code": code,
        "ways": ways.ways(request.scope, publication, code),
        "below": ways.parts(request.scope, publication, code),
        "most": MOST_LINES,
    }
    return render(request, "why/page.html", shown)


PAGE = Page(
    code="why", urls=(path("mengapa/wilayah/<str:code>", region, name="why.region"),)
)
