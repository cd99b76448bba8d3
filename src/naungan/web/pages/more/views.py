"""Lainnya: every place of a person on one page, for narrow screens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page


@audience(SIGNED_IN)
def more(request: HttpRequest) -> HttpResponse:
    """List the places that the bottom bar has no room for."""
    return render(request, "more/page.html")


PAGE = Page(code="more", urls=(path("lainnya", more, name="more"),))
