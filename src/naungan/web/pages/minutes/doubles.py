"""Kembar: records that may be one event, names that may be one person; a person decides."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import gathering
from naungan.casework.coordination.access import WRITTEN
from naungan.casework.coordination.actions import attending, merging
from naungan.casework.coordination.models import Attendance, Official
from naungan.casework.coordination.queries import chains as queries
from naungan.casework.coordination.queries.chains import Alike
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import said
from naungan.web.pages.minutes.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")


@dataclass(frozen=True)
class Named:
    """A name on the list of attendance, and whom else it may mean."""

    attendance: Attendance
    known: list[Official]
    similar: list[Official]


@audience(KEEPS)
def doubles(request: ScopedRequest, number: int) -> HttpResponse:
    """Show records that may tell of this event, and names that may be known."""
    place = kept(request.scope, number)
    shown = {
        "place": place,
        "event": place.event,
        "tab": "doubles",
        "events": [
            _event(request.scope, place, one)
            for one in queries.same_events(request.scope, place.event)
        ],
        "people": _people(request.scope, place),
        "merged": queries.merged_into(place.event),
        "joined": queries.joined_at(place.event),
    }
    return render(request, "minutes/doubles.html", shown)


def _event(scope: Scope, place: Place, one: Alike) -> dict[str, Any]:
    """Say why a record may tell of the same event."""
    why = []
    if one.same_source:
        why.append(_("sumber yang sama"))
    if one.same_day:
        why.append(_("hari dan wilayah yang sama"))
    if one.same_organisers:
        why.append(_("penyelenggara: %s") % ", ".join(one.same_organisers))
    return {
        "event": one.event,
        "day": gathering.said_day(one.event),
        "why": "; ".join(why),
        "is_ours": one.event.institution_id == scope.institution_id,
        "minuted": [
            each for each in (place.event, one.event) if each.state not in WRITTEN
        ],
    }


def _people(scope: Scope, place: Place) -> list[Named]:
    """Give the named rows that nobody knows yet, and those whose name may be another's."""
    rows = place.event.attendance.exclude(name="").select_related("official")
    found = [_named(scope, one) for one in rows.filter(is_group=False)]
    return [one for one in found if one.attendance.official is None or one.similar]


def _named(scope: Scope, row: Attendance) -> Named:
    if row.official is not None:
        return Named(row, [], queries.similar_officials(scope, row.official))
    asked = Official(name=row.name)
    return Named(row, queries.similar_officials(scope, asked), [])


@audience(KEEPS)
@require_POST
def merge(request: ScopedRequest, number: int, one: int) -> HttpResponse:
    """Put another record of the event into this one."""
    place = kept(request.scope, number)
    other = get_object_or_404(queries.in_sight(request.scope), pk=one)
    _try(
        request,
        lambda: merging.merge(by=request.scope, event=place.event, other=other),
        _("Kedua catatan disatukan. Sumber dan faktanya tetap ada."),
    )
    return redirect("minutes.doubles", number=number)


@audience(KEEPS)
@require_POST
def name(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say that a name on the list is a known office-holder, or one from now on."""
    place = kept(request.scope, number)
    held = get_object_or_404(Attendance, event=place.event, pk=row)
    given = request.POST.get("official", "")
    chosen = Official.objects.filter(pk=int(given)).first() if _is_key(given) else None
    _try(
        request,
        lambda: attending.name_official(
            by=request.scope, attendance=held, official=chosen
        ),
        _("Nama ini dihubungkan dengan pejabatnya."),
    )
    return redirect("minutes.doubles", number=number)


@audience(KEEPS)
@require_POST
def join(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say that another spelling is the same office-holder."""
    place = kept(request.scope, number)
    held = get_object_or_404(Attendance, event=place.event, pk=row)
    given = request.POST.get("official", "")
    gone = get_object_or_404(Official, pk=int(given) if _is_key(given) else 0)
    own = get_object_or_404(Official, pk=held.official_id or 0)
    _try(
        request,
        lambda: merging.join_officials(by=request.scope, kept=own, gone=gone),
        _("Kedua ejaan disatukan."),
    )
    return redirect("minutes.doubles", number=number)


@audience(KEEPS)
@require_POST
def part(request: ScopedRequest, number: int, one: int) -> HttpResponse:
    """Take a record out again that was put into this one."""
    place = kept(request.scope, number)
    gone = get_object_or_404(
        queries.in_sight(request.scope), pk=one, merged_into=number
    )
    _try(
        request,
        lambda: merging.part(by=request.scope, event=gone),
        _("Catatannya dipisahkan lagi dan menjadi konsep."),
    )
    return redirect("minutes.doubles", number=place.event.pk)


@audience(KEEPS)
@require_POST
def part_names(request: ScopedRequest, number: int, one: int) -> HttpResponse:
    """Say that a name that was joined to another is somebody else's after all."""
    place = kept(request.scope, number)
    gone = get_object_or_404(Official, pk=one, joined_into__isnull=False)
    _try(
        request,
        lambda: merging.part_officials(by=request.scope, official=gone),
        _("Kedua nama dipisahkan lagi."),
    )
    return redirect("minutes.doubles", number=place.event.pk)


def _is_key(given: str) -> bool:
    return given.isascii() and given.isdecimal() and len(given) <= len("999999999999")


def _try(request: ScopedRequest, do: Any, done: str) -> None:
    """Do an act, and say what came of it."""
    try:
        do()
    except Refusal as refusal:
        messages.error(request, said(refusal))
    else:
        messages.success(request, done)


URLS = (
    path("rapat/<int:number>/kembar", doubles, name="minutes.doubles"),
    path("rapat/<int:number>/kembar/<int:one>", merge, name="minutes.merge"),
    path("rapat/<int:number>/kembar/<int:one>/pisah", part, name="minutes.part"),
    path("rapat/<int:number>/nama/<int:one>/pisah", part_names, name="minutes.unjoin"),
    path("rapat/<int:number>/pejabat/<int:row>", name, name="minutes.name"),
    path("rapat/<int:number>/pejabat/<int:row>/satukan", join, name="minutes.join"),
)
