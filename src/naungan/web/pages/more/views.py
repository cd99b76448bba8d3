"""Lainnya: every place of a person on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.web.audience import SIGNED_IN, audience
from naungan.web.navigation import arranged, places_of
from naungan.web.page import Page


@audience(SIGNED_IN)
def more(request: HttpRequest) -> HttpResponse:
    """List every place and every page of a group, also those that the bar shows."""
    shown = arranged(places_of(request), getattr(request, "scope", None))
    every = [part for place in shown for part in place.parts or [place]]
    return render(request, "more/page.html", {"every": every})


PAGE = Page(code="more", urls=(path("lainnya", more, name="more"),))
