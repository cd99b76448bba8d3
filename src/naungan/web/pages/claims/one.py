"""One claim: what is due by the law, which papers are missing, what comes next."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits import kinds, wanted
from naungan.casework.benefits.due import Due, due
from naungan.casework.benefits.models import Claim, HandOver
from naungan.casework.benefits.queries.claims import masked
from naungan.casework.benefits.refusals import OBJECTION, OBJECTION_BASIS, REFUSALS
from naungan.casework.correspondence import queries as letters
from naungan.law.book import enacted
from naungan.law.question import FactMissing
from naungan.lib.errors import LawRefused
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import said
from naungan.web.language import spoken
from naungan.web.letters.law_cited import full_name
from naungan.web.pages.calculator.presenter import Shown, arranged
from naungan.web.pages.claims import presenter, ruled, words
from naungan.web.pages.claims.place import Desk, desk_of
from naungan.web.persons.nik import grouped
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_claims")
ABOUT: Final = "claim"


@dataclass(frozen=True)
class Link:
    """One act that is open: its words, where it is asked, and whether it is the next."""

    label: str
    address: str
    is_next: bool = False


@audience(SEES)
def claim(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one claim with everything; the look is on record."""
    desk = desk_of(request.scope, number)
    return render(request, "claims/one.html", _shown(request, desk))


def _shown(request: ScopedRequest, desk: Desk) -> dict[str, Any]:
    held = desk.claim
    today = clock.today()
    found, why_not = _due(held)
    places = wanted.places(held)
    return {
        "desk": desk,
        "claim": held,
        "nik": grouped(masked(held), unknown=""),
        "event": words.event(held.event),
        "when": presenter.day(held.event_on),
        "state": words.state(held.state),
        "tone": words.TONES.get(held.state, ""),
        "figures": presenter.figures(held, found, today),
        "found": _answer(held, found),
        "why_not": why_not,
        "calculator": calculator(held),
        "papers": presenter.papers(places, request.scope.institution_id),
        "missing": sum(one.missing for one in places),
        "links": links(desk, has_missing=any(one.missing for one in places)),
        "refusal": _refusal(held),
        "about": presenter.about(held),
        "heirs": [
            (one, words.of(kinds.RELATIONS, one.relation)) for one in held.heirs.all()
        ],
        "children": [(one, words.level(one.level)) for one in held.children.all()],
        "years": presenter.years(held.tranches.all(), today),
        "may_print": desk.keeps and request.scope.may("issue_letters"),
        "hand_over": HandOver.objects.filter(claim=held).first(),
        "letters": list(letters.about(request.scope, ABOUT, held.pk)[:10]),
        "past": presenter.past(held),
    }


def _answer(held: Claim, found: Due | None) -> Shown | None:
    """Show the answer that a decision froze; before it, the law's answer of today."""
    if held.due:
        return arranged(held.due, spoken())
    return arranged(found.answer.as_data(), spoken()) if found else None


def _due(held: Claim) -> tuple[Due | None, str]:
    """Ask the law; say in words what it still must be told."""
    try:
        return due(held), ""
    except FactMissing as missing:
        return None, _("Belum diisi: %s.") % missing.label.text(spoken())
    except LawRefused as refusal:
        return None, said(refusal)


def calculator(held: Claim) -> str:
    """Give the page that says what was missed or would stand against, with these facts."""
    stated = {
        "as_of": clock.today().isoformat(),
        "event_date": held.event_on.isoformat(),
        "cause": "other" if held.event == "death_other" else "work",
        **{
            name: held.facts[name]
            for name in ("segment", "joined", "registered", "active", "arrears_months")
            if held.facts.get(name)
        },
    }
    address = reverse("calculator.question", args=["belum-diklaim"])
    return f"{address}?{urlencode(stated)}"


def _refusal(held: Claim) -> dict[str, Any] | None:
    found = REFUSALS.get(held.refusal)
    if found is None or held.state != "refused":
        return None
    instrument, article, confidence = OBJECTION_BASIS
    return {
        "label": _(found.label),
        "text": held.refusal_text,
        "on": presenter.day(held.decided_on),
        "rules": ruled.rules(found.rules, held.event_on),
        "remedies": [_(one) for one in found.remedies],
        "objection": _(OBJECTION),
        "basis": f"{full_name(enacted().instruments[instrument])}, {article}",
        "doubt": presenter.doubt(confidence),
    }


def links(desk: Desk, *, has_missing: bool) -> list[Link]:
    """Name every act that is open to who looks, the next one first."""
    acts = (
        ("receive", _("Terima dan kumpulkan berkas"), desk.keeps, True),
        ("complete", _("Nyatakan berkas lengkap"), desk.keeps, not has_missing),
        ("approve", _("Setujui"), desk.decides, True),
        ("pay", _("Catat pembayaran"), desk.decides, True),
        ("hand_over", _("Catat penyerahan"), desk.keeps, True),
        ("object", _("Terima keberatan"), desk.writes, True),
        ("ask_more", _("Minta berkas lagi"), desk.keeps, False),
        ("burden", _("Bebankan kepada pemberi kerja"), desk.decides, False),
        ("refuse", _("Tolak"), desk.decides, False),
        ("undo", _("Urungkan persetujuan"), desk.decides, False),
        ("withdraw", _("Tarik laporan"), desk.writes, False),
    )
    held = desk.claim
    return [
        Link(label, reverse(f"claims.{verb}", args=[held.pk]), is_next)
        for verb, label, is_mine, is_next in acts
        if is_mine and desk.may(verb)
    ]
