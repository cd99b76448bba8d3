"""Jejak: who looked at whom, and who did what."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework import look
from naungan.casework.audit import queries
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


PER_PAGE = 50


@audience(whoever_may("see_looks"))
def looks(request: ScopedRequest) -> HttpResponse:
    """List looks; looking at the list is itself a look."""
    page = Paginator(queries.looks(request.scope), PER_PAGE).get_page(
        request.GET.get("hal")
    )
    look.record(
        by=request.scope,
        noun="look",
        noun_id="list",
        purpose="pengawasan data",
        rows=len(page),
    )
    return render(request, "looks/page.html", {"page": page})


@audience(whoever_may("see_looks"))
def acts(request: ScopedRequest) -> HttpResponse:
    """List acts."""
    page = Paginator(queries.acts(request.scope), PER_PAGE).get_page(
        request.GET.get("hal")
    )
    return render(request, "looks/acts.html", {"page": page})


PAGE = Page(
    code="looks",
    urls=(
        path("jejak", looks, name="looks"),
        path("jejak/perbuatan", acts, name="looks.acts"),
    ),
    label="Jejak",
    place=90,
    power="see_looks",
)
