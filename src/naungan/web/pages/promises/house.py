"""The promises of one institution: what it owes, and what waits on it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import queries
from naungan.casework.commitments.queries import Effect, Sought
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.pages.promises import sheets, words
from naungan.web.pages.promises.presenter import Row, row
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
MOST: Final = 50


@dataclass(frozen=True)
class Moved:
    """A figure that promises speak of: where it began, where it stands, how far it moved."""

    label: str
    region: str
    narrowed: str
    began: str
    began_on: str
    value: str
    as_of: str
    moved: str
    promises: int


def effect(found: Effect) -> Moved:
    """Arrange what became of a figure."""
    return Moved(
        label=words.indicator(found.indicator)[0],
        region=full_name(found.region_code),
        narrowed=", ".join(words.extents(found.extent, "")),
        began=words.amount(found.began, found.indicator),
        began_on=words.day(found.began_on),
        value=words.amount(found.value, found.indicator),
        as_of=words.day(found.as_of),
        moved=words.movement(found.moved, found.indicator),
        promises=found.promises,
    )


@audience(SEES)
def institution(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show what an institution promised, as far as one sees it, and what waits on it."""
    house = Institution.objects.filter(pk=number).first()
    if house is None:
        raise Http404
    waiting = Sought(waits_on=house.pk, standing="open")
    return _house(request, house.name, Sought(owner=house.pk), waiting)


@audience(SEES)
def named(request: ScopedRequest) -> HttpResponseBase:
    """Show what an institution outside the office promised, by its name as written."""
    name = request.GET.get("nama", "").strip()
    if not name or "\0" in name:
        raise Http404
    return _house(request, name, Sought(owner_name=name), None)


def _house(
    request: ScopedRequest, name: str, owed: Sought, waiting: Sought | None
) -> HttpResponseBase:
    today = clock.today()
    if form := download.asked(request):
        return download.answer(request, sheets.book(request.scope, owed, today), form)
    shown = {
        "house": name,
        "is_ours": waiting is not None,
        "counted": queries.ledger(request.scope, owed, today),
        "rows": _rows(request.scope, owed, today),
        "waiting": _rows(request.scope, waiting, today) if waiting else [],
        "effects": [
            effect(each) for each in queries.effects(request.scope, owed, today)
        ],
        "most": MOST,
    }
    return render(request, "promises/institution.html", shown)


def _rows(scope: Scope, sought: Sought, today: date) -> list[Row]:
    found = queries.listed(scope, sought, today, limit=MOST).rows
    return [row(each, today) for each in found]


URLS = (
    path("janji/lembaga", named, name="promises.named"),
    path("janji/lembaga/<int:number>", institution, name="promises.institution"),
)
