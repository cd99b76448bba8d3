"""Putting right what was written wrongly: a line of the table, the agenda, the list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework.coordination.actions import (
    agenda as agenda_acts,
    attending,
    events,
    figures,
    saying,
)
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.models import Attendance
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.meetings.corrections import (
    AdviceForm,
    FigureForm,
    ObstacleForm,
    StatementForm,
)
from naungan.web.pages.meetings.forms import AgendaForm, GuestForm, ReasonForm
from naungan.web.pages.meetings.making import asked, at_table, done
from naungan.web.pages.meetings.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")
OF_POINT: Final = ("text", "speaker", "minutes", "theme")
OF_GUEST: Final = (
    *("name", "deputy", "position", "home_name", "role", "represents"),
    *("is_group", "head_count"),
)


class Line(NamedTuple):
    """A kind of line at the table: where an event keeps it, what is asked, what is done.

    The act takes the line under the name of its kind.
    """

    kept: str
    form: Callable[[Any, Any], Any]
    change: Callable[..., object]


LINES: Final = {
    "statement": Line("statements", StatementForm, saying.change_statement),
    "recommendation": Line("recommendations", AdviceForm, saying.change_recommendation),
    "figure": Line("figures", FigureForm, figures.change_figure),
    "obstacle": Line("obstacles", ObstacleForm, saying.change_obstacle),
}
"""Every kind of line that may be put right, by its part of the address."""


@audience(KEEPS)
def note(request: ScopedRequest, number: int, kind: str, row: int) -> HttpResponse:
    """Put a line of the table right."""
    place = kept(request.scope, number)
    if kind not in LINES:
        raise Http404
    line = LINES[kind]
    held = get_object_or_404(getattr(place.event, line.kept), pk=row)
    form = line.form(request.POST or None, held)

    def act() -> object:
        told = {"said": form.said()} if kind == "statement" else form.cleaned_data
        return line.change(by=request.scope, **{kind: held}, **told)

    return _put_right(request, place, form, act, "h-notes")


@audience(KEEPS)
def point(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Put a point of the agenda right."""
    place = kept(request.scope, number)
    item = get_object_or_404(place.event.agenda, pk=row)
    form = AgendaForm(
        request.POST or None, {name: getattr(item, name) for name in OF_POINT}
    )
    return _put_right(
        request,
        place,
        form,
        lambda: agenda_acts.change_agenda_item(
            by=request.scope, item=item, **form.cleaned_data
        ),
        "h-agenda",
    )


@audience(KEEPS)
@require_POST
def earlier(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Let a point of the agenda change places with the one before it."""
    event = kept(request.scope, number).event
    order = [one.pk for one in event.agenda.all()]
    if row not in order:
        raise Http404
    at = order.index(row)
    before = max(0, at - 1)
    order[before], order[at] = order[at], order[before]
    return done(
        request,
        number,
        lambda: agenda_acts.order_agenda(by=request.scope, event=event, order=order),
        _("Urutan agenda disimpan."),
    )


@audience(KEEPS)
def guest(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Put a line of the list of attendance right."""
    place = kept(request.scope, number)
    held = get_object_or_404(place.event.attendance, pk=row)
    first = {name: getattr(held, name) for name in OF_GUEST}
    form = GuestForm(request.POST or None, initial=first)
    return _put_right(
        request,
        place,
        form,
        lambda: attending.change_attendance(
            by=request.scope, attendance=held, who=_who(form, held)
        ),
        "h-there",
    )


def _who(form: GuestForm, held: Attendance) -> Attendee:
    """Give the person as written; an institution of this office stays while its name does."""
    who = Attendee(**{name: form.cleaned_data[name] for name in OF_GUEST})
    same = who.home_name == held.home_name
    return replace(who, home=held.home) if same else who


@audience(KEEPS)
def decline(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say that nobody does what was recommended, and why."""
    place = kept(request.scope, number)
    held = get_object_or_404(place.event.recommendations, pk=row)
    form = ReasonForm(request.POST or None)
    return asked(
        request,
        place,
        form,
        lambda: saying.decline(
            by=request.scope,
            recommendation=held,
            reason=form.cleaned_data["reason"],
        ),
        title=_("Rekomendasi tidak diambil"),
        about=held.text,
        verb=_("Simpan alasan"),
        told=_("Rekomendasi dicatat tidak diambil."),
        back=reverse("meetings.results", args=[number]),
    )


@audience(KEEPS)
@require_POST
def reopen(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Let a recommendation wait again that was declined."""
    event = kept(request.scope, number).event
    held = get_object_or_404(event.recommendations, pk=row, state="declined")
    return done(
        request,
        number,
        lambda: saying.reopen_recommendation(by=request.scope, recommendation=held),
        _("Rekomendasi menunggu lagi."),
        back=reverse("meetings.results", args=[number]),
    )


@audience(KEEPS)
@require_POST
def remove_organiser(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Take an organiser away who was named wrongly."""
    event = kept(request.scope, number).event
    held = get_object_or_404(event.organisers, pk=row)
    return done(
        request,
        number,
        lambda: events.remove_organiser(by=request.scope, organiser=held),
        _("Penyelenggara dilepas."),
    )


@audience(KEEPS)
@require_POST
def remove_basis(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Take a legal text away that was cited wrongly."""
    event = kept(request.scope, number).event
    held = get_object_or_404(event.bases, pk=row)
    return done(
        request,
        number,
        lambda: events.remove_basis(by=request.scope, basis=held),
        _("Dasar hukum dilepas."),
    )


def _put_right(
    request: ScopedRequest,
    place: Place,
    form: Any,
    act: Callable[[], Any],
    part: str,
) -> HttpResponse:
    """Show a line to be put right; it goes back to the table, or to the event before it."""
    return asked(
        request,
        place,
        form,
        act,
        title=_("Perbaiki catatan"),
        verb=_("Simpan perubahan"),
        told=_("Perubahan disimpan."),
        back=at_table(place, part),
    )


_NOTE: Final = "rapat/<int:number>/meja/catatan/<str:kind>/<int:row>/ubah"
_ADVICE: Final = "rapat/<int:number>/rekomendasi/<int:row>"
_POINT: Final = "rapat/<int:number>/agenda/<int:row>"
URLS = (
    path(_NOTE, note, name="meetings.edit_note"),
    path(f"{_ADVICE}/tidak-diambil", decline, name="meetings.decline"),
    path(f"{_ADVICE}/buka", reopen, name="meetings.reopen_advice"),
    path(f"{_POINT}/ubah", point, name="meetings.edit_point"),
    path(f"{_POINT}/naik", earlier, name="meetings.raise_point"),
    path("rapat/<int:number>/hadir/<int:row>/ubah", guest, name="meetings.edit_guest"),
    path(
        "rapat/<int:number>/penyelenggara/<int:row>/lepas",
        remove_organiser,
        name="meetings.remove_organiser",
    ),
    path(
        "rapat/<int:number>/dasar/<int:row>/lepas",
        remove_basis,
        name="meetings.remove_basis",
    ),
)
