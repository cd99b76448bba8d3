"""The places of the application, in the order of a morning, by power."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

from naungan.casework.accounts.scope import Scope
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.page import Page, pages


BAR: Final = 5  # places that fit at the bottom of a narrow screen
VILLAGE_DOTS: Final = 3  # 16.04.10.2003
KEPT: Final = "places"  # where a request keeps its places, counts and all


@dataclass
class Place:
    """A page as one person's navigation shows it."""

    page: Page
    scope: Scope | None

    @property
    def code(self) -> str:
        """Name the page."""
        return self.page.code

    @property
    def label(self) -> str:
        """Give the words of the navigation."""
        is_village = self.scope and self.scope.region_code.count(".") == VILLAGE_DOTS
        return (is_village and self.page.village_label) or self.page.label

    @cached_property
    def count(self) -> int:
        """Tell how much waits here, asked once for a request."""
        if self.scope is None or self.page.count is None:
            return 0
        return self.page.count(self.scope)

    @property
    def count_text(self) -> str:
        """Write how much waits, with thousands dots."""
        return format_number(self.count)


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template its navigation, its scope, and whether data are invented."""
    match = request.resolver_match
    places = places_of(request)
    kept = len(places) if len(places) <= BAR else BAR - 1
    reach = getattr(request, "scope", None)
    return {
        "demo": settings.DEMO,
        "has_mail": bool(settings.OFFICE.mail_url),
        "scope": reach,
        "appointment": getattr(request, "appointment", None),
        "own_region": _region(reach),
        "may_choose_region": reach is not None and reach.may("see_coverage"),
        "may_search": _may_open(request, "search"),
        "places": places[:kept],
        "further": places[kept:],
        "here": match.view_name.split(".")[0] if match else "",
    }


def places_of(request: HttpRequest) -> list[Place]:
    """Give the places that this request's person may open, made once."""
    kept: dict[str, Any] = request.__dict__
    if KEPT not in kept:
        reach = getattr(request, "scope", None)
        open_to = [page for page in pages() if page.place and _may(request, page)]
        kept[KEPT] = [Place(page, reach) for page in open_to]
    found: list[Place] = kept[KEPT]
    return found


def _may_open(request: HttpRequest, code: str) -> bool:
    found = next((page for page in pages() if page.code == code), None)
    return found is not None and _may(request, found)


def _may(request: HttpRequest, page: Page) -> bool:
    reach = getattr(request, "scope", None)
    if reach is None:
        return page.public
    return page.power is None or reach.may(page.power)


def _region(reach: Scope | None) -> str:
    """Name the region in which a scope works; the whole country has no code."""
    if reach is None:
        return ""
    found = regions.by_code(reach.region_code) if reach.region_code else None
    return found.name if found else reach.region_code or "Indonesia"
