"""The record of the village meeting and its page of signatures, printed from the list."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from naungan.casework.correspondence import queries as letters
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries import people, schemes
from naungan.casework.protection.queries.people import masked
from naungan.casework.protection.states import STANDING
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Meeting, Party, Worker
from naungan.web.pages.village_list.forms import MeetingForm
from naungan.web.pages.village_list.place import Place, place_of
from naungan.web.persons.nik import grouped
from naungan.web.request import ScopedRequest


WRITES: Final = whoever_may("issue_letters")
LETTERS: Final = ("village_meeting_record", "village_signatures")
MOST_PEOPLE: Final = 2_000
ABOUT: Final = "scheme"


@audience(WRITES)
def meeting(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Issue the record of the meeting and its signatures, with everybody on the list."""
    place = place_of(request.scope, number, code)
    form = MeetingForm(request.POST or None, initial={"held_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _issued(request, place, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Berita acara dan daftar tanda tangan dibuat."))
            return redirect("village_list.meeting", number=number, code=code)
    shown = {"place": place, "letters": _letters(request, place)}
    return show(request, "village_list/meeting.html", form, **shown)


def _letters(request: ScopedRequest, place: Place) -> list[Letter]:
    return list(letters.about(request.scope, ABOUT, place.scheme.pk)[:20])


def _issued(request: ScopedRequest, place: Place, said: dict[str, Any]) -> list[Letter]:
    facts = _facts(request, place, said)
    today = timezone.localdate()
    site = request.build_absolute_uri("/")
    return [
        issuing.issue(
            by=request.scope,
            letter=letter,
            about=(ABOUT, place.scheme.pk),
            facts=facts,
            today=today,
            site=site,
            readers=(place.scheme.institution_id,),
        )
        for letter in LETTERS
    ]


def _facts(request: ScopedRequest, place: Place, said: dict[str, Any]) -> Facts:
    lines = people.people(
        request.scope,
        place.scheme,
        place.code,
        states=tuple(one for one in STANDING if one not in ("flagged", "reserve")),
        limit=MOST_PEOPLE,
        purpose="scheme_list",
    )
    quota = schemes.quota_of(place.scheme, place.code)
    held: date = said["held_on"]
    return Facts(
        meeting=Meeting(
            on=held,
            place=said["place"],
            leader=said["leader"],
            attended=said["attended"],
            village=place.name,
            scheme=place.scheme.name,
            quota=quota.people if quota else None,
            decisions=(_decision(len(lines)),),
        ),
        workers=tuple(_worker(one) for one in lines),
        countersigners=tuple(_signers(said["countersigners"])),
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
)
