"""The places of the application, in the order of a morning, by power."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from naungan.web.page import Page, pages


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template its navigation, its scope, and whether data are invented."""
    match = request.resolver_match
    return {
        "demo": settings.DEMO,
        "scope": getattr(request, "scope", None),
        "appointment": getattr(request, "appointment", None),
        "places": [page for page in pages() if page.place and _may(request, page)],
        "here": match.view_name.split(".")[0] if match else "",
    }


def _may(request: HttpRequest, page: Page) -> bool:
    reach = getattr(request, "scope", None)
    return reach is not None and (page.power is None or reach.may(page.power))
