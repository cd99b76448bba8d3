"""Meja rapat: the secretary's screen, the screen for the room, and the list of who is there."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.commitments import aiming, wording
from naungan.casework.commitments.queries import meeting as promises
from naungan.casework.coordination.actions import agenda as agenda_acts, saying
from naungan.casework.coordination.arithmetic import COUNTS
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import chains
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.meetings import (
    notes,
    noting,
    one as shown_as,
    presenter,
    sentence,
    words,
)
from naungan.web.pages.meetings.noting import KINDS, NoteForm
from naungan.web.pages.meetings.place import (
    Place,
    kept,
    names_of,
    parties_of,
    place_of,
)
from naungan.web.pages.meetings.presenter import Guest
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")
JSON: Final = "application/json"
MOST_OPEN: Final = 30
MOST_OPEN_ON_SCREEN: Final = 8
MOST_ON_SCREEN: Final = 6
LONGEST_READ: Final = 2_000


@dataclass(frozen=True)
class Check:
    """Something to see to before a meeting is closed."""

    label: str
    is_done: bool


@dataclass(frozen=True)
class OpenPromise:
    """A promise of an earlier meeting, as the table sees it."""

    key: int
    what: str
    owner: str
    figure: str
    due: str
    tone: str
    badge: str


@audience(KEEPS)
def table(request: ScopedRequest, number: int) -> HttpResponse:
    """Show the table: agenda, who is there, the field to write in, what was written."""
    place = kept(request.scope, number)
    return render(request, "meetings/table.html", _shown(request, place, None))


def _shown(
    request: ScopedRequest, place: Place, form: NoteForm | None
) -> dict[str, Any]:
    event, scope = place.event, request.scope
    written = notes.written(scope, event)
    items = list(event.agenda.all())
    counts = [one for one in written.figures if one.unit in COUNTS]
    people = list(event.attendance.all())
    guests = presenter.guests(people)
    known: dict[str, list[Any]] = {
        "agenda_item": items,
        "attendance": people,
        "about": written.statements,
        "recommendation": [
            one for one in written.recommendations if one.state != "declined"
        ],
        "owner": list(parties_of(event)),
        **dict.fromkeys(("part", "whole"), counts),
    }
    current = next((one for one in items if one.discussed_at is None), None)
    listed = notes.latest(written)
    waiting = open_promises(request, event)
    return shown_as.head(place, "table") | {
        "form": form or NoteForm(None, event, known),
        "kinds": KINDS,
        "notes": listed,
        "notes_said": _counted(listed),
        "agenda": presenter.agenda(items),
        "current": current.pk if current else None,
        "done": {one.pk for one in items if one.discussed_at is not None},
        "guests": guests,
        "present": presenter.present(guests),
        "checks": checks(listed, guests),
        "open": waiting[:MOST_OPEN],
        "open_many": len(waiting),
        "today": clock.today(),
    }


def _counted(listed: list[notes.Note]) -> str:
    said_of = ngettext("%(many)s catatan", "%(many)s catatan", len(listed))
    lacking = sum(one.is_incomplete for one in listed)
    found = [said_of % {"many": len(listed)}]
    if lacking:
        lacks = ngettext(
            "%(many)s komitmen belum lengkap",
            "%(many)s komitmen belum lengkap",
            lacking,
        )
        found.append(lacks % {"many": lacking})
    return " · ".join(found)


def checks(listed: list[notes.Note], guests: list[Guest]) -> list[Check]:
    """Say what to see to before the meeting is closed."""
    lacking = sum(one.is_incomplete for one in listed)
    unnamed = sum(one.is_unnamed and one.is_there for one in guests)
    is_empty = not any(one.is_there for one in guests)
    return [
        Check(
            ngettext(
                "%(many)s komitmen tanpa tanggal, pemilik, atau ukuran",
                "%(many)s komitmen tanpa tanggal, pemilik, atau ukuran",
                lacking,
            )
            % {"many": lacking}
            if lacking
            else _("Semua komitmen lengkap"),
            is_done=not lacking,
        ),
        *_met_before(listed),
        Check(
            ngettext(
                "%(many)s hadirin belum bernama",
                "%(many)s hadirin belum bernama",
                unnamed,
            )
            % {"many": unnamed}
            if unnamed
            else _("Daftar hadir masih kosong")
            if is_empty
            else _("Semua hadirin bernama"),
            is_done=not unnamed and not is_empty,
        ),
        _reckoned(listed),
    ]


def _met_before(listed: list[notes.Note]) -> list[Check]:
    """Warn of targets that the data met before anybody promised them."""
    many = sum(one.was_met for one in listed)
    told = ngettext(
        "%(many)s komitmen sasarannya sudah tercapai sebelum dijanjikan",
        "%(many)s komitmen sasarannya sudah tercapai sebelum dijanjikan",
        many,
    )
    return [Check(told % {"many": many}, is_done=False)] if many else []


def _reckoned(listed: list[notes.Note]) -> Check:
    """Say whether the numbers agree; one that nothing can be held against is no proof."""
    figures = [one for one in listed if one.kind == "figure"]
    wrong = sum(one.is_wrong for one in listed)
    alone = sum(not (one.badges or one.is_counted) for one in figures)
    if wrong:
        told = ngettext(
            "%(many)s angka tidak cocok hitungannya",
            "%(many)s angka tidak cocok hitungannya",
            wrong,
        )
    elif alone:
        told = ngettext(
            "%(many)s angka tanpa pembanding, belum terbukti",
            "%(many)s angka tanpa pembanding, belum terbukti",
            alone,
        )
    elif figures:
        told = _("Semua angka cocok hitungannya")
    else:
        told = _("Belum ada angka yang dicatat")
    return Check(told % {"many": wrong or alone}, is_done=not wrong and not alone)


def open_promises(request: ScopedRequest, event: Event) -> list[OpenPromise]:
    """Give what earlier meetings of the chain left open, late ones first."""
    before = [one.pk for one in chains.chain(request.scope, event).earlier]
    if not before:
        return []
    found = promises.lines(request.scope, before, clock.today())
    left = [one for one in found if one.commitment.state == "open"]
    return [_open(one) for one in left]


def _open(one: promises.Line) -> OpenPromise:
    held = one.commitment
    badge, tone = "", ""
    if one.is_contradicted:
        badge, tone = _("bertentangan"), "bad"
    elif one.standing == "late":
        badge, tone = _("lewat"), "bad"
    elif one.is_open_ended:
        badge, tone = _("belum lengkap"), "warn"
    return OpenPromise(
        key=held.pk,
        what=held.what,
        owner=wording.owner(held),
        figure=wording.figure(held),
        due=words.on(held.due_on),
        tone=tone,
        badge=badge,
    )


@audience(KEEPS)
@require_POST
def note(request: ScopedRequest, number: int) -> HttpResponse:
    """Write a note; a queue is answered in JSON, a page without scripts by the table."""
    place = kept(request.scope, number)
    form = NoteForm(request.POST, place.event)
    made = None
    if form.is_valid():
        made = attempt(
            form, lambda: noting.note(request.scope, place.event, form.cleaned_data)
        )
    if request.headers.get("Accept") == JSON:
        return _answered(form, made)
    if made is not None:
        messages.success(request, _("Catatan disimpan."))
        return redirect("meetings.table", number=number)
    shown = _shown(request, place, form)
    shown.pop("form")
    return show(request, "meetings/table.html", form, **shown)


def _answered(form: NoteForm, made: Any) -> JsonResponse:
    """Tell the queue of a page what became of a note; 422 is final, not to be repeated."""
    if made is None:
        told = [str(error) for errors in form.errors.values() for error in errors]
        asks = next(iter(form.errors), "")
        return JsonResponse({"errors": told, "asks": asks}, status=422)
    return JsonResponse({"number": made.pk})


@audience(KEEPS)
def written(request: ScopedRequest, number: int) -> HttpResponse:
    """Give the parts of the table that change while people write."""
    place = kept(request.scope, number)
    return render(request, "meetings/refreshed.html", _shown(request, place, None))


@audience(KEEPS)
@require_POST
def read(request: ScopedRequest, number: int) -> JsonResponse:
    """Say what a sentence holds before it is kept: who, by when, how many of what."""
    event = kept(request.scope, number).event
    text = request.POST.get("text", "")[:LONGEST_READ]
    day = event.held_on or clock.today()
    names = names_of(event)
    found = sentence.read(text, day, names)
    told = (
        [next(name for key, name in names if key == found.owner)] if found.owner else []
    )
    for each in found.numbers.told:
        sign = aiming.sign_of(text) if each is found.numbers.main else ""
        told.append(f"{sign}{words.counted(each.value, each.unit)}")
        if pair := each.of or found.numbers.pair:
            of = (pair.part.value, pair.whole.value)
            told.append(" ÷ ".join(format_number(one) for one in of))
    if found.due:
        told.append(words.on(found.due.on))
    return JsonResponse({"told": told})


@audience(KEEPS)
@require_POST
def discuss(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say what was discussed under a point, or that it is done."""
    place = kept(request.scope, number)
    item = get_object_or_404(place.event.agenda, pk=row)
    text = request.POST.get("discussed", "").strip() or item.discussed or _("Dibahas.")
    try:
        agenda_acts.discuss(by=request.scope, item=item, discussed=text)
    except Refusal as refusal:
        unsaid = {"row": row, "text": text, "why": said(refusal)}
        shown = _shown(request, place, None) | {"unsaid": unsaid}
        return render(request, "meetings/table.html", shown, status=422)
    return redirect(reverse("meetings.table", args=[number]) + "#h-agenda")


@audience(KEEPS)
@require_POST
def strike(request: ScopedRequest, number: int, kind: str, row: int) -> HttpResponse:
    """Take a note away that was written by mistake."""
    event = kept(request.scope, number).event
    rows: dict[str, Any] = {
        "statement": event.statements,
        "figure": event.figures,
        "recommendation": event.recommendations,
        "obstacle": event.obstacles,
    }
    if kind not in rows:
        raise Http404
    held = get_object_or_404(rows[kind], pk=row)
    try:
        saying.remove_said(by=request.scope, row=held)
        messages.success(request, _("Catatan dihapus."))
    except Refusal as refusal:
        messages.error(request, said(refusal))
    return redirect("meetings.table", number=number)


@audience(SEES)
def screen(request: ScopedRequest, number: int) -> HttpResponse:
    """Show the room what was written last, large, and who is there."""
    place = place_of(request.scope, number)
    found = notes.latest(notes.written(request.scope, place.event))
    guests = presenter.guests(place.event.attendance.all())
    shown = shown_as.head(place, "screen") | {
        "notes": found[:MOST_ON_SCREEN],
        "counted": len(found),
        "present": presenter.present(guests),
        "agenda": presenter.agenda(place.event.agenda.all()),
        "open": open_promises(request, place.event)[:MOST_OPEN_ON_SCREEN],
    }
    return render(request, "meetings/screen.html", shown)


URLS = (
    path("rapat/<int:number>/meja", table, name="meetings.table"),
    path("rapat/<int:number>/meja/catat", note, name="meetings.note"),
    path("rapat/<int:number>/meja/tertulis", written, name="meetings.written"),
    path("rapat/<int:number>/meja/baca", read, name="meetings.read"),
    path("rapat/<int:number>/meja/agenda/<int:row>", discuss, name="meetings.discuss"),
    path(
        "rapat/<int:number>/meja/catatan/<str:kind>/<int:row>/hapus",
        strike,
        name="meetings.strike",
    ),
    path("rapat/<int:number>/layar", screen, name="meetings.screen"),
)
