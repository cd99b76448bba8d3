"""The village meeting behind a list: written down, previewed, signed and sent on."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.correspondence import queries as letters
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection.actions import submissions
from naungan.casework.protection.actions.submissions import MeetingSaid
from naungan.casework.protection.models import Entry, Submission
from naungan.casework.protection.queries import people, proposals, schemes
from naungan.casework.protection.queries.people import masked
from naungan.casework.protection.states import FILLING
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Meeting, Party, Worker
from naungan.web.pages.village_list import presenter
from naungan.web.pages.village_list.forms import Agreed, MeetingForm
from naungan.web.pages.village_list.place import Place, place_of
from naungan.web.persons.nik import grouped
from naungan.web.request import ScopedRequest


PROPOSES: Final = whoever_may("propose_people")
SIGNS: Final = whoever_may("forward_lists")
RECORD: Final = "village_meeting_record"
COVER: Final = "village_cover_letter"
LETTERS: Final = (RECORD, "village_signatures", "village_proposal", COVER)
SIGNED_BY_ALL: Final = (RECORD, "village_signatures")
"""What whoever was at the meeting signs; the head of the village signs the rest alone."""
ENCLOSED: Final = (
    "Berita acara musyawarah desa",
    "Daftar tanda tangan",
    "Daftar usulan pekerja rentan",
)
MOST_PEOPLE: Final = 2_000
ABOUT: Final = "scheme"


@audience(PROPOSES)
def meeting(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Write down what the meeting decided, for the head of the village to sign."""
    place = place_of(request.scope, number, code)
    found = proposals.open_one(place.scheme, code)
    start = proposals.said_of(found) if found else {"held_on": clock.today()}
    form = MeetingForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _prepared(request, place, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Berita acara disiapkan."))
            return redirect("village_list.meeting", number=number, code=code)
    shown = {
        "place": place,
        "found": found,
        "step": presenter.step(
            request.scope, found, schemes.states_of(place.scheme, place.code)
        ),
        "letters": _letters(request, place),
    }
    return show(request, "village_list/meeting.html", form, **shown)


def _letters(request: ScopedRequest, place: Place) -> list[Letter]:
    return list(letters.about(request.scope, ABOUT, place.scheme.pk)[:20])


def _prepared(request: ScopedRequest, place: Place, told: dict[str, Any]) -> Submission:
    return submissions.prepare(
        by=request.scope,
        scheme=place.scheme,
        village_code=place.code,
        meeting=MeetingSaid(**told),
        today=clock.today(),
    )


def _open(place: Place) -> Submission:
    found = proposals.open_one(place.scheme, place.code)
    if found is None:
        raise Http404
    return found


@audience(PROPOSES)
def preview(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Give the record of the meeting as a draft, without a number."""
    place = place_of(request.scope, number, code)
    pdf = issuing.preview(
        by=request.scope,
        letter=RECORD,
        facts=_facts(request, place, _open(place)),
        today=clock.today(),
    )
    answer = HttpResponse(pdf, content_type=issuing.CONTENT_TYPES["pdf"])
    answer["Content-Disposition"] = 'inline; filename="konsep-berita-acara.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@audience(SIGNS)
def forward(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Say what goes on to the agency; then sign it and send it on."""
    place = place_of(request.scope, number, code)
    found = _open(place)
    form = Agreed(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: _forwarded(request, place, found))
        if done:
            messages.success(request, _("Usulan ditandatangani dan diteruskan."))
            return redirect("village_list.village", number=number, code=code)
    states = schemes.states_of(place.scheme, code)
    room = presenter.places(states, None)
    shown = {
        "place": place,
        "found": found,
        "told": [
            (_("Yang diusulkan"), format_number(room.listed)),
            (_("Menunggu sebagai cadangan"), format_number(room.reserve)),
            (_("Perlu diperbaiki, tidak ikut"), format_number(room.flagged)),
        ],
    }
    return show(request, "village_list/forward.html", form, **shown)


def _forwarded(request: ScopedRequest, place: Place, found: Submission) -> bool:
    """Issue the letters and send the proposal on: all of it, or nothing."""
    with transaction.atomic():
        submissions.check_forwards(by=request.scope, submission=found)
        issued = _issued(request, place, found)
        submissions.forward(
            by=request.scope, submission=found, letter=issued[LETTERS.index(COVER)]
        )
    return True


def _issued(request: ScopedRequest, place: Place, found: Submission) -> list[Letter]:
    facts = _facts(request, place, found)
    alone = replace(facts, countersigners=())
    site = request.build_absolute_uri("/")
    return [
        issuing.issue(
            by=request.scope,
            letter=letter,
            about=(ABOUT, place.scheme.pk),
            facts=facts if letter in SIGNED_BY_ALL else alone,
            today=clock.today(),
            site=site,
            readers=(place.scheme.institution_id,),
        )
        for letter in LETTERS
    ]


def _facts(request: ScopedRequest, place: Place, found: Submission) -> Facts:
    lines = people.people(
        request.scope,
        place.scheme,
        place.code,
        states=FILLING,
        limit=MOST_PEOPLE,
        purpose="scheme_list",
    )
    quota = schemes.quota_of(place.scheme, place.code)
    held: date = found.held_on
    return Facts(
        to=Party(place.scheme.institution.name, attention="Kepala"),
        meeting=Meeting(
            on=held,
            place=found.place,
            leader=found.leader,
            attended=found.attended,
            village=place.name,
            scheme=place.scheme.name,
            quota=quota.people if quota else None,
            decisions=(_decision(len(lines)),),
        ),
        workers=tuple(_worker(one) for one in lines),
        evidence=ENCLOSED,
        countersigners=tuple(_signers(found.countersigners)),
    )


def _decision(count: int) -> str:
    return f"Menetapkan usulan {count} orang pekerja rentan sesuai lampiran."


def _worker(entry: Entry) -> Worker:
    return Worker(
        name=entry.name, nik=grouped(masked(entry)), position=entry.occupation
    )


def _signers(written: str) -> list[Party]:
    found = []
    for line in written.splitlines():
        name, _comma, position = line.partition(",")
        if name.strip():
            found.append(Party(name=name.strip(), position=position.strip()))
    return found


URLS = (
    path(
        "daftar-desa/<int:number>/<str:code>/berita-acara",
        meeting,
        name="village_list.meeting",
    ),
    path(
        "daftar-desa/<int:number>/<str:code>/berita-acara/konsep",
        preview,
        name="village_list.preview",
    ),
    path(
        "daftar-desa/<int:number>/<str:code>/teruskan",
        forward,
        name="village_list.forward",
    ),
)
