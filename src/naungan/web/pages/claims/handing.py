"""The hand-over and its printed record; the letter of a refusal."""

from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.benefits import kinds
from naungan.casework.benefits.actions import handing as actions
from naungan.casework.benefits.actions.handing import Handing
from naungan.casework.benefits.models import Claim, HandOver
from naungan.casework.benefits.queries.claims import masked
from naungan.casework.benefits.refusals import OBJECTION, REFUSALS
from naungan.casework.correspondence.models import Letter
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, press, said, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Claimed, Facts, Party
from naungan.web.pages.claims import ruled, words
from naungan.web.pages.claims.asking import Asked, bound
from naungan.web.pages.claims.forms import HandOverForm
from naungan.web.pages.claims.place import Desk, desk_of
from naungan.web.request import ScopedRequest


RECORDS: Final = whoever_may("record_claims")
ISSUES: Final = whoever_may("issue_letters")
ABOUT: Final = "claim"
PARTS: Final = {
    "death": "Santunan kematian",
    "periodic": "Santunan berkala, dibayar sekaligus",
    "funeral": "Biaya pemakaman",
    "disability": "Santunan cacat",
    "stmb": "Santunan sementara tidak mampu bekerja",
    "transport": "Biaya angkutan",
    "care": "Perawatan dan alat",
    "one_sum": "Santunan dalam satu jumlah",
}
"""Parts of a benefit as letters name them; letters speak Indonesian."""


@audience(RECORDS)
def hand_over(request: ScopedRequest, number: int) -> HttpResponse:
    """Record the hand-over, and print its numbered record where that is wanted."""
    desk = desk_of(request.scope, number)
    may_print = request.scope.may("issue_letters")
    form = HandOverForm(bound(request), may_print=may_print, initial=_known(desk))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _recorded(request, desk, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Penyerahan tercatat."))
            return redirect("claims.one", number=number)
    asked = Asked(_("Catat penyerahan"), _("Simpan penyerahan"), "")
    return show(request, "claims/act.html", form, desk=desk, asked=asked)


def _known(desk: Desk) -> dict[str, Any]:
    """Propose what the claim knows: who receives, and who had paid."""
    receiver = desk.claim.heirs.filter(receives=True).first()
    claim = desk.claim
    funder = claim.scheme.name if claim.scheme else words.fund(claim.fund)
    if claim.sponsor:
        funder = f"{claim.sponsor.name} ({words.fund(claim.fund)}), {funder}"
    return {
        "held_on": clock.today(),
        "receiver": receiver.name if receiver else "",
        "relation": receiver.relation if receiver else "",
        "funder": funder,
    }


def _recorded(request: ScopedRequest, desk: Desk, given: dict[str, Any]) -> HandOver:
    prints = given.pop("prints", False)
    with transaction.atomic():
        made = actions.hand_over(
            by=request.scope,
            claim=desk.claim,
            said=Handing(**given),
            today=clock.today(),
        )
        if prints:
            letter = _printed(request, desk.claim, made)
            actions.attach_letter(by=request.scope, made=made, letter=letter)
    return made


@audience(ISSUES)
@require_POST
def print_hand_over(request: ScopedRequest, number: int) -> HttpResponse:
    """Issue the numbered record of a hand-over that has none yet."""
    desk = desk_of(request.scope, number)
    made = HandOver.objects.filter(claim=desk.claim, letter=None).first()
    if made is None or not desk.keeps:
        raise Http404

    @transaction.atomic
    def act() -> None:
        letter = _printed(request, desk.claim, made)
        actions.attach_letter(by=request.scope, made=made, letter=letter)

    back = reverse("claims.one", args=[number])
    return press(request, act, _("Berita acara terbit."), back)


def _printed(request: ScopedRequest, claim: Claim, made: HandOver) -> Letter:
    official = ", ".join(part for part in (made.official, made.position) if part)
    relation = kinds.label(kinds.RELATIONS, made.relation) if made.relation else ""
    receiver = f"{made.receiver} ({relation})" if relation else made.receiver
    facts = Facts(
        claimed=Claimed(
            **_about(claim),
            funder=made.funder,
            parts=_parts(claim),
            paid_on=claim.paid_on,
            held_on=made.held_on,
            place=made.place,
            occasion=made.occasion,
            official=official,
            receiver=receiver,
        ),
        conditions=_still(claim),
        countersigners=(
            Party(made.official, position=made.position or "Yang menyerahkan"),
            Party(made.receiver, position="Yang menerima"),
        ),
    )
    return _issue(request, claim, "claim_hand_over", facts)


def _about(claim: Claim) -> dict[str, Any]:
    return {
        "person": claim.name,
        "nik": masked(claim),
        "event": kinds.label(kinds.EVENTS, claim.event),
        "event_on": claim.event_on,
        "programme": claim.programme,
    }


def _parts(claim: Claim) -> tuple[tuple[str, int], ...]:
    """Give the parts of what was paid; a sum that differs from them stands alone."""
    results = claim.due.get("results", {})
    found = tuple(
        (label, results[code]) for code, label in PARTS.items() if results.get(code)
    )
    paid = claim.paid_idr or 0
    if sum(amount for _label, amount in found) != paid:
        return (("Manfaat yang dibayar", paid),)
    return found


def _still(claim: Claim) -> tuple[str, ...]:
    """Name what the family can still ask for: scholarships, year by year."""
    years = claim.tranches.filter(paid_on__isnull=True, dropped_reason="")
    if not years.exists():
        return ()
    return (
        "Beasiswa anak, diajukan tiap tahun sekolah dengan surat keterangan sekolah.",
    )


@audience(ISSUES)
@require_POST
def refusal_letter(request: ScopedRequest, number: int) -> HttpResponse:
    """Issue the letter that says why, by which rule, and what can still be done."""
    desk = desk_of(request.scope, number)
    claim = desk.claim
    try:
        if not (desk.decides and claim.state == "refused"):
            raise ActRefused("Klaim ini tidak ditolak.")
        reason = REFUSALS[claim.refusal]
        facts = Facts(
            to=Party(claim.name, attention="Keluarga"),
            claimed=Claimed(**_about(claim), funder=kinds.FUNDERS.get(claim.fund, "")),
            reason=f"{reason.label}. {claim.refusal_text}",
            conditions=(*reason.remedies, OBJECTION),
        )
        law = ruled.law_of(reason.rules, claim.event_on)
        _issue(request, claim, "claim_refusal", facts, law=law)
        messages.success(request, _("Surat penolakan terbit."))
    except Refusal as refusal:
        messages.error(request, said(refusal))
    return redirect("claims.one", number=number)


def _issue(
    request: ScopedRequest, claim: Claim, letter: str, facts: Facts, **rest: Any
) -> Letter:
    readers = [claim.reported_by_id, *([claim.sponsor_id] if claim.sponsor_id else [])]
    return issuing.issue(
        by=request.scope,
        letter=letter,
        about=(ABOUT, claim.pk),
        facts=facts,
        today=clock.today(),
        site=request.build_absolute_uri("/"),
        readers=readers,
        **rest,
    )


URLS = (
    path("klaim/<int:number>/serah", hand_over, name="claims.hand_over"),
    path(
        "klaim/<int:number>/serah/berita-acara",
        print_hand_over,
        name="claims.print_hand_over",
    ),
    path(
        "klaim/<int:number>/surat-penolakan",
        refusal_letter,
        name="claims.refusal_letter",
    ),
)
