"""The promises of one institution: what it owes, and what waits on it."""

from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import path

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments import queries
from naungan.casework.commitments.queries import Effect, Sought
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.promises import sheets, words
from naungan.web.pages.promises.presenter import row
from naungan.web.region_field import full_name
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
MOST: Final = 100


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
    today = clock.today()
    owed = Sought(owner=house.pk)
    if form := download.asked(request):
        return download.answer(request, sheets.book(request.scope, owed, today), form)
    waiting = Sought(waits_on=house.pk, standing="open")
    shown = {
        "house": house,
        "counted": queries.ledger(request.scope, owed, today),
        "rows": [
            row(each, today)
            for each in queries.listed(request.scope, owed, today, limit=MOST).rows
        ],
        "waiting": [
            row(each, today)
            for each in queries.listed(request.scope, waiting, today, limit=MOST).rows
        ],
        "most": MOST,
    }
    return render(request, "promises/institution.html", shown)


URLS = (path("janji/lembaga/<int:number>", institution, name="promises.institution"),)
