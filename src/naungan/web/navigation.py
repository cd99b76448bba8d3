"""The places of the application, in the order of a morning, by power."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

from naungan.web.page import Page, pages


BAR: Final = 5  # places that fit at the bottom of a narrow screen


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template its navigation, its scope, and whether data are invented."""
    match = request.resolver_match
    places = [page for page in pages() if page.place and _may(request, page)]
    kept = len(places) if len(places) <= BAR else BAR - 1
    return {
        "demo": settings.DEMO,
        "has_mail": bool(settings.OFFICE.mail_url),
        "scope": getattr(request, "scope", None),
        "appointment": getattr(request, "appointment", None),
        "places": places[:kept],
        "further": places[kept:],
        "here": match.view_name.split(".")[0] if match else "",
    }


def _may(request: HttpRequest, page: Page) -> bool:
    reach = getattr(request, "scope", None)
    if reach is None:
        return page.public
    return page.power is None or reach.may(page.power)
