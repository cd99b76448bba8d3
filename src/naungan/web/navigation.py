"""The places of the application, in the order of a morning, by power.

Pages that belong together stand behind one place (`web.places.grouping`); where more places
are left than a screen holds, the last stand behind *Lainnya*.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.running.queue import waiting
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.page import Page, Waits, pages
from naungan.web.places.grouping import (
    GROUPS,
    Group,
    Part,
    may_open,
    morning,
    narrow,
)
from naungan.web.places.waiting_rows import WaitingRows


BAR: Final = 5  # places that fit at the bottom of a narrow screen
WIDE: Final = 8  # places that fit beside each other on a wide one
MOST: Final = 99  # told of folded places
VILLAGE_DOTS: Final = 3  # 16.04.10.2003
KEPT: Final = "places"  # where a request keeps its places, counts and all


@dataclass
class Place:
    """A page as one person's navigation shows it, or a group of them.

    `parts` are the pages of a group; `title` is the word of the navigation where it
    is not the page's own; `source` is the page's own place, which keeps the count. A
    narrow screen has no room at its bottom for what `is_further`.
    """

    page: Page
    scope: Scope | None
    title: str = ""
    icon: str = ""
    at: int = 0
    parts: list["Place"] = field(default_factory=list)
    is_further: bool = False
    source: "Place | None" = None
    waiting: WaitingRows | None = None

    @property
    def code(self) -> str:
        """Name the page."""
        return self.page.code

    @property
    def label(self) -> str:
        """Give the words of the navigation."""
        village = is_village(self.scope) and self.page.village_label
        return self.title or village or self.page.label

    @cached_property
    def count(self) -> int:
        """Tell how much waits here, asked once for a request."""
        if self.parts:
            return sum(part.count for part in self.parts)
        if self.source is not None:
            return self.source.count
        return self._own + sum(self._of(kind) for kind, _one in self._also)

    @cached_property
    def _own(self) -> int:
        found = self._of(0)
        if self.scope is None or self.page.count is None:
            return found
        return found + self.page.count(self.scope)

    @property
    def _also(self) -> list[tuple[int, Waits]]:
        return list(enumerate(self.page.also, start=1))

    def _of(self, kind: int) -> int:
        return self.waiting.of(self.code, kind) if self.waiting is not None else 0

    @property
    def waits_at(self) -> str:
        """Give the address that shows what is counted here, and nothing else."""
        if self.scope is None or self.page.waits_at is None:
            return reverse(self.code)
        return self.page.waits_at(self.scope)

    @property
    def count_text(self) -> str:
        """Write how much waits, with thousands dots."""
        return format_number(self.count)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Say how much waits, and of what, each with where: "1 promise waits …"."""
        found = []
        if self._own:
            words = self.page.waits % self._own if self.page.waits else None
            told = words or gettext(self.label)
            found.append((f"{format_number(self._own)} {told}", self.waits_at))
        for kind, one in self._also:
            many = self._of(kind)
            if many and self.scope is not None:
                told = one.words % many
                found.append((f"{format_number(many)} {told}", one.at(self.scope)))
        return found

    def holds(self, name: str) -> bool:
        """Tell whether an address belongs here."""
        if self.parts:
            return any(part.holds(name) for part in self.parts)
        return self.code == name or self.code == name.split(".", maxsplit=1)[0]


def context(request: HttpRequest) -> dict[str, Any]:
    """Give every template its navigation, its scope, and whether data are invented."""
    match = request.resolver_match
    name = match.view_name if match else ""
    reach = getattr(request, "scope", None)
    shown = arranged(places_of(request), reach)
    row = shown[: _fitting(len(shown), WIDE)]
    beyond = shown[len(row) :]
    _fit_narrow(row, reach, _fitting(len(shown), BAR))
    further = [place for place in row if place.is_further]
    current = next((place for place in shown if place.holds(name)), None)
    parts = current.parts if current else []
    return {
        "demo": settings.DEMO,
        "being_built": SimpleLazyObject(waiting) if settings.DEMO else {},
        "story_day": settings.STORY_DAY,
        "has_mail": bool(settings.OFFICE.mail_url),
        "scope": reach,
        "appointment": getattr(request, "appointment", None),
        "own_region": _region(reach),
        "may_choose_region": reach is not None and reach.may("see_coverage"),
        "may_search": _may_open(request, "search"),
        "places": [place for place in row if not place.is_further],
        "further": further,
        "beyond": beyond,
        "nav_row": row,
        "waiting_beyond": _waiting(beyond),
        "waiting_further": _waiting([*further, *beyond]),
        "open_places": places_of(request),
        "current_place": current,
        "current_parts": parts if any(part.code == name for part in parts) else [],
        "current_name": name,
        "here": name.split(".", maxsplit=1)[0],
    }


def arranged(places: list[Place], reach: Scope | None) -> list[Place]:
    """Put places that belong together behind one, and all in the order of a morning."""
    firm = [group for group in GROUPS if not group.is_loose]
    found = _grouped(places, reach, firm)
    if len(found) > WIDE:
        found = _grouped(places, reach, list(GROUPS))
    return found


def is_village(reach: Scope | None) -> bool:
    """Tell whether a scope works for one village."""
    return reach is not None and reach.region_code.count(".") == VILLAGE_DOTS


def _grouped(
    places: list[Place], reach: Scope | None, folded: list[Group]
) -> list[Place]:
    """Fold some groups; the parts of the others stand alone, at their group's place."""
    village = is_village(reach)
    first = morning(reach, village=village)
    at = {
        part.name: first.get(group.icon, 0) for group in GROUPS for part in group.parts
    }
    inside = {part.name for group in folded for part in group.parts}
    found = [
        replace(
            one,
            at=at.get(one.code) or first.get(one.code) or one.page.place,
            source=one,
        )
        for one in places
        if one.code not in inside
    ]
    for group in folded:
        place = _folded(group, places, reach)
        if place is not None:
            place.at = first.get(group.icon, place.at)
            found.append(place)
    return sorted(found, key=lambda one: one.at)


def _folded(group: Group, places: list[Place], reach: Scope | None) -> Place | None:
    """Give the place of a group: a single page where only one is open to somebody."""
    placed = {place.code: place for place in places}
    parts = group.parts_for(village=is_village(reach))
    if not any(part.name in placed for part in parts):
        return None
    open_to = [
        _part(part, placed.get(part.name), reach)
        for part in parts
        if part.name in placed or may_open(part.name, reach)
    ]
    if len(open_to) == 1:
        return replace(open_to[0], icon=open_to[0].code, at=group.place)
    return Place(
        Page(open_to[0].code, ()),
        reach,
        title=_word(reach, group.village_label, group.label),
        icon=group.icon,
        at=group.place,
        parts=open_to,
    )


def _part(part: Part, placed: Place | None, reach: Scope | None) -> Place:
    """Give an entry of a group's row, which counts what its page counts."""
    word = _word(reach, part.village_label, part.label)
    page = placed.page if placed else Page(part.name, ())
    return Place(page, reach, title=word, source=placed)


def _word(reach: Scope | None, of_village: str, word: str) -> str:
    return of_village if of_village and is_village(reach) else word


def _fit_narrow(row: list[Place], reach: Scope | None, room: int) -> None:
    """Keep for a narrow screen the places that a day there is about, and then the first."""
    wanted = narrow(reach, village=is_village(reach))
    ranked = sorted(
        row,
        key=lambda one: (
            wanted.index(one.icon or one.code)
            if (one.icon or one.code) in wanted
            else len(wanted)
        ),
    )
    for at, place in enumerate(ranked):
        place.is_further = at >= room


def _waiting(places: list[Place]) -> str:
    """Write how much waits in places that are folded, as short as a corner asks."""
    count = sum(place.count for place in places)
    return f"{MOST}+" if count > MOST else format_number(count) if count else ""


def _fitting(count: int, room: int) -> int:
    """Tell how many places are shown where so many fit, one of them `Lainnya`."""
    return count if count <= room else room - 1


def places_of(request: HttpRequest) -> list[Place]:
    """Give the places that this request's person may open, made once."""
    kept: dict[str, Any] = request.__dict__
    if KEPT not in kept:
        reach = getattr(request, "scope", None)
        open_to = [page for page in pages() if page.place and _may(request, page)]
        waiting = WaitingRows(reach, open_to) if reach else None
        kept[KEPT] = [Place(page, reach, waiting=waiting) for page in open_to]
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
