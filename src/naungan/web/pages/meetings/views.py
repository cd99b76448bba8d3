"""Rapat: what is to come and what was held, as a list, a calendar, and by any word said."""

from typing import Any, Final

from django.db.models import OuterRef, Subquery
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.commitments.queries import said
from naungan.casework.commitments.queries.given import given
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import asked, listing
from naungan.casework.correspondence import queries as letters
from naungan.lib.numbers import format_number, is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page, Waits
from naungan.web.pages.meetings import (
    editing,
    found,
    hall,
    listed,
    making,
    one,
    sitting,
    synthesis,
    table,
)
from naungan.web.pages.meetings.listed import Sieve
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
PER_PAGE: Final = 25
AFTER: Final = "sesudah"
NEXT: Final = 5


@audience(SEES)
def meetings(request: ScopedRequest) -> HttpResponseBase:
    """List meetings, the newest first, with what is to come on top."""
    sieve = Sieve(request.GET or {})
    sought = sieve.sought()
    events = listing.events(request.scope, sought)
    if form := download.asked(request):
        return download.answer(request, listed.sheet(events), form)
    rows, following = _page(request, events)
    is_sieved = sought != listing.Sought()
    ahead = [] if is_sieved or AFTER in request.GET else _ahead(request)
    shown = {
        "sieve": sieve,
        "is_sieved": is_sieved,
        "lines": [listed.line(row) for row in rows],
        "following": following,
        "ahead": ahead,
        **({} if is_sieved or AFTER in request.GET else _waiting(request)),
        "may_keep": request.scope.may("keep_meetings"),
    }
    return render(request, "meetings/page.html", shown)


def _waiting(request: ScopedRequest) -> dict[str, Any]:
    """Give what waits for one's institution: invitations, minutes, names to recognise."""
    objected = asked.objected(request.scope).select_related("event").defer("content")
    return {
        "invited": _invited(request),
        "objected": objected.order_by("-pk"),
        "asked": asked.minutes(request.scope, clock.today()),
        "called": asked.unrecognised(request.scope),
        "given": given(request.scope, clock.today()).select_related("event"),
    }


def _invited(request: ScopedRequest) -> Any:
    """Give the invitations with their letters, where one may read these."""
    letter = letters.letters(request.scope).filter(code=OuterRef("letter"))
    found = asked.invited(request.scope, clock.today()).select_related("event")
    return found.annotate(letter_number=Subquery(letter.order_by().values("pk")[:1]))


def _ahead(request: ScopedRequest) -> list[listed.Line]:
    rows = listing.ahead(request.scope, clock.today())[:NEXT]
    return [listed.line(row) for row in rows]


def _page(request: ScopedRequest, events: Any) -> tuple[list[Event], int | None]:
    """Give one page and the event after which the next begins; nothing is counted."""
    asked = request.GET.get(AFTER, "")
    kept = listing.after(events, int(asked)) if is_number(asked) else events
    rows = list(kept[: PER_PAGE + 1])
    more = len(rows) > PER_PAGE
    return rows[:PER_PAGE], rows[PER_PAGE - 1].pk if more else None


@audience(SEES)
def calendar(request: ScopedRequest) -> HttpResponse:
    """Show the meetings of a month by their days."""
    today = clock.today()
    first = listed.month_asked(request.GET.get("bulan", ""), today)
    rows = listing.between(request.scope, *listed.span(first))
    month = listed.month(first, rows, today)
    may = request.scope.may("keep_meetings")
    return render(request, "meetings/calendar.html", {"month": month, "may_keep": may})


@audience(SEES)
def search(request: ScopedRequest) -> HttpResponse:
    """Find words in everything that was said and agreed."""
    form = found.Words(request.GET or None)
    words = form.wanted()
    at = request.GET.get("mulai", "")
    offset = int(at) if is_number(at) else 0
    hits, many = said.search(request.scope, limit=PER_PAGE, offset=offset, **words)
    shown = {
        "form": form,
        "asked": words["words"],
        "hits": [found.line(hit) for hit in hits],
        "many": many,
        "said_many": format_number(many),
        "next": offset + PER_PAGE if many > offset + PER_PAGE else None,
        "before": max(0, offset - PER_PAGE) if offset else None,
    }
    return render(request, "meetings/search.html", shown)


PAGE = Page(
    code="meetings",
    urls=(
        path("rapat", meetings, name="meetings"),
        path("rapat/kalender", calendar, name="meetings.calendar"),
        path("rapat/cari", search, name="meetings.search"),
        *making.URLS,
        *sitting.URLS,
        *editing.URLS,
        *one.URLS,
        *synthesis.URLS,
        *table.URLS,
        *hall.URLS,
    ),
    label=gettext_noop("Rapat"),
    place=38,
    power="see_meetings",
    rows=lambda scope: asked.rows(scope, clock.today()),
    waits=ngettext_lazy(
        "notulen menunggu persetujuan lembaga Anda",
        "notulen menunggu persetujuan lembaga Anda",
    ),
    waits_at=lambda _scope: f"{reverse('meetings')}#h-asked",
    also=(
        Waits(
            lambda scope: [asked.invited(scope, clock.today())],
            ngettext_lazy(
                "undangan rapat untuk lembaga Anda", "undangan rapat untuk lembaga Anda"
            ),
            lambda _scope: f"{reverse('meetings')}#h-invited",
        ),
        Waits(
            lambda scope: [asked.objected(scope)],
            ngettext_lazy(
                "notulen Anda mendapat keberatan", "notulen Anda mendapat keberatan"
            ),
            lambda _scope: f"{reverse('meetings')}#h-objected",
        ),
        Waits(
            lambda scope: [given(scope, clock.today())],
            ngettext_lazy(
                "janji baru untuk lembaga Anda", "janji baru untuk lembaga Anda"
            ),
            lambda _scope: f"{reverse('meetings')}#h-given",
        ),
    ),
)
