"""What a page is: an address, a view, an audience, a place in the navigation.

Pages stand on the shelf `pages`, one folder each with `views.py` and
`page.html`; a page is found by being there.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern

from naungan.casework.accounts.scope import Scope


@dataclass(frozen=True)
class Waits:
    """Something else that waits behind a page: its rows, its words, where it is shown."""

    rows: Callable[[Scope], Sequence[QuerySet[Any]]]
    words: Any
    at: Callable[[Scope], str]


@dataclass(frozen=True, eq=False)
class Page:
    """One page: its addresses and where the navigation shows it; each is itself alone.

    `rows` gives what waits there for a scope: the rows of all pages are counted by one
    statement for a request. What no statement can count is told by `count`, and added.
    `waits` names it, by `ngettext_lazy` ("pasangan orang menunggu putusan"), and `waits_at`
    gives the address that shows just these, where it is not the page's own; `also` is what waits there besides, each a line of its
    own. A village may know the page by
    a word of its own.
    """

    code: str
    urls: tuple[URLPattern, ...]
    label: str = ""
    place: int = 0
    power: str | None = None
    public: bool = False
    count: Callable[[Scope], int] | None = None
    rows: Callable[[Scope], Sequence[QuerySet[Any]]] | None = None
    waits: Any = ""
    waits_at: Callable[[Scope], str] | None = None
    also: tuple[Waits, ...] = ()
    village_label: str = ""


@cache
def pages() -> tuple[Page, ...]:
    """Collect every page of the shelf, in the order of the navigation."""
    shelf = importlib.import_module("naungan.web.pages")
    names = [module.name for module in pkgutil.iter_modules(shelf.__path__)]
    found = [
        importlib.import_module(f"naungan.web.pages.{name}.views").PAGE
        for name in sorted(names)
    ]
    return tuple(sorted(found, key=lambda page: (page.place, page.code)))
