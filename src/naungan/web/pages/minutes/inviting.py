"""Undangan: a numbered letter to each institution that is to come."""

from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.coordination import gathering
from naungan.casework.coordination.actions import events
from naungan.casework.coordination.models import EventParty
from naungan.casework.correspondence import queries as letters
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Gathering, Party
from naungan.web.letters.issuing import Asked
from naungan.web.pages.minutes import setting
from naungan.web.pages.minutes.forms import InvitationForm
from naungan.web.pages.minutes.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")


@audience(KEEPS)
def invitation(request: ScopedRequest, number: int) -> HttpResponse:
    """Show who was invited; write to those who are to come."""
    place = kept(request.scope, number)
    rows = _guests(place)
    form = InvitationForm(
        request.POST or None,
        choices=[(row.party_id, row.party.name) for row in rows],
        initial=[row.party_id for row in rows if row.invited_on is None],
    )
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: _invited(request, place, form))
        if done is not None:
            messages.success(request, _("Undangan dikeluarkan."))
            return redirect("minutes.invitation", number=number)
    facts = _facts(place, form, Institution(name=_("Lembaga yang diundang")))
    shown = {
        "place": place,
        "event": place.event,
        "tab": "invitation",
        "guests": [(row, _letter(request, row)) for row in rows],
        "missing": issuing.missing(setting.INVITATION, facts, clock.today()),
        "may_issue": request.scope.may("issue_letters"),
    }
    return show(request, "minutes/invitation.html", form, **shown)


def _guests(place: Place) -> list[EventParty]:
    rows = place.event.party_rows.select_related("party").exclude(role="organiser")
    return list(rows.order_by("party__name"))


def _letter(request: ScopedRequest, row: EventParty) -> int | None:
    """Give the key of the letter by which somebody was invited, if one may read it."""
    if not row.letter:
        return None
    found = letters.letters(request.scope).filter(code=row.letter)
    return found.values_list("pk", flat=True).first()


def _invited(request: ScopedRequest, place: Place, form: InvitationForm) -> bool:
    """Issue the letters and write down who was invited: all of it, or nothing."""
    chosen = set(form.cleaned_data["parties"])
    parties = [row.party for row in _guests(place) if row.party_id in chosen]
    with transaction.atomic():
        made = issuing.issue_all(
            by=request.scope,
            letter=setting.INVITATION,
            asked=[
                Asked(
                    about=(setting.ABOUT, place.event.pk),
                    facts=_facts(place, form, party),
                    readers=(party.pk,),
                )
                for party in parties
            ],
            today=clock.today(),
            site=request.build_absolute_uri("/"),
        )
        events.invite(
            by=request.scope,
            event=place.event,
            parties=parties,
            on=clock.today(),
            letters={
                party.pk: letter.code
                for party, letter in zip(parties, made, strict=True)
            },
        )
    return True


def _facts(place: Place, form: InvitationForm, party: Institution) -> Facts:
    is_written = form.is_bound and form.is_valid()
    return Facts(
        to=Party(party.name, attention="Pimpinan"),
        gathering=Gathering(gathering.invited_content(place.event)),
        asked=form.lines() if is_written else (),
        remark=form.cleaned_data["remark"] if is_written else "",
    )


@audience(KEEPS)
def preview(request: ScopedRequest, number: int) -> HttpResponse:
    """Give the invitation as a draft, without a number."""
    place = kept(request.scope, number)
    nobody = InvitationForm(None, choices=[], initial=[])
    pdf = issuing.preview(
        by=request.scope,
        letter=setting.INVITATION,
        facts=_facts(place, nobody, Institution(name="[yang diundang]")),
        today=clock.today(),
    )
    return setting.answer(request.scope, place.event, pdf, "pdf", "konsep-undangan")


URLS = (
    path("rapat/<int:number>/undangan", invitation, name="minutes.invitation"),
    path("rapat/<int:number>/undangan/konsep", preview, name="minutes.draft_letter"),
)
