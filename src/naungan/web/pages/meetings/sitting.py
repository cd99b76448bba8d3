"""A meeting begins, and is over: each asked once more before it is done."""

from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.coordination.actions import events
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.meetings.making import asked
from naungan.web.pages.meetings.place import kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")


@audience(KEEPS)
def hold(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that a meeting begins, and go to the secretary's table."""
    place = kept(request.scope, number)
    return asked(
        request,
        place,
        _form(request),
        lambda: events.hold(by=request.scope, event=place.event, today=clock.today()),
        title=_("Mulai rapat"),
        about=_(
            "Rapat dinyatakan berlangsung dan meja rapat dibuka. Ini tidak dapat "
            "dikembalikan menjadi rencana."
        ),
        verb=_("Mulai rapat"),
        told=_("Rapat dimulai."),
        back=reverse("meetings.table", args=[number]),
        leave=reverse("meetings.one", args=[number]),
    )


@audience(KEEPS)
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that a meeting is over, and go on to its minutes."""
    place = kept(request.scope, number)
    if place.event.ended_at is not None:
        return redirect("minutes.versions", number=number)
    return asked(
        request,
        place,
        _form(request),
        lambda: events.end(by=request.scope, event=place.event),
        title=_("Akhiri rapat"),
        about=_(
            "Jam berakhirnya dicatat dan tautan hadir ditutup. Catatan masih dapat "
            "dilengkapi sampai notulennya disusun."
        ),
        verb=_("Akhiri rapat"),
        told=_("Rapat diakhiri. Periksa catatannya, lalu susun notulen."),
        back=reverse("minutes.versions", args=[number]),
        leave=reverse("meetings.table", args=[number]),
    )


def _form(request: ScopedRequest) -> forms.Form:
    """Ask for nothing but the press of the button."""
    given: Any = request.POST if request.method == "POST" else None
    return forms.Form(given)


URLS = (
    path("rapat/<int:number>/mulai", hold, name="meetings.hold"),
    path("rapat/<int:number>/akhiri", end, name="meetings.end"),
)
