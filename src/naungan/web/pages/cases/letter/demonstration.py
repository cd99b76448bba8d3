"""Letters of the invented cases: one for every step that brings one, on its day.

Each goes the way of every letter: composed, numbered from the agenda book of its desk,
set, kept, signed by the head of its desk, and hung on its step. In the order of days, so
that numbers run with them. The newest of the branch still wait for their signature.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F

from naungan.casework.accounts import scope
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, queries
from naungan.casework.compliance.actions import letters
from naungan.casework.compliance.demonstration import playing
from naungan.casework.compliance.demonstration.playing import ACTORS, Desks
from naungan.casework.compliance.models import Case, Skk, StepTaken
from naungan.casework.compliance.queries.whole import Whole
from naungan.casework.correspondence import (
    actions as signing,
    queries as correspondence,
)
from naungan.casework.intake.models import Publication
from naungan.law.book import enacted
from naungan.lib import regions
from naungan.web.letters import issuing
from naungan.web.letters.facts import Appearance, Facts, Party
from naungan.web.letters.text import texts
from naungan.web.pages.cases.letter import facts as letter_facts
from naungan.web.pages.cases.letter.form import goes_elsewhere


HEAD: Final = "kacab"  # whoever signs what the branch's officers write
UNSIGNED: Final = 3
ABOUT: Final = "case"
WEEK: Final = timedelta(days=7)
TOLD: Final[dict[str, tuple[str, ...]]] = {
    "asked": (
        "mendaftarkan diri dan semua pekerja sebagai peserta",
        "melengkapi dan membetulkan data upah serta program",
    ),
    "examined": ("daftar pekerja dan upah", "pendaftaran dan bukti bayar iuran"),
    "found": ("pekerja yang bekerja belum seluruhnya didaftarkan (rekaan)",),
    "evidence": ("salinan surat teguran dan catatan kunjungan (rekaan)",),
    "coordination": ("surat dan kunjungan yang disebut di atas",),
    "services": ("perizinan yang menjadi wewenang unit pelayanan ini",),
    "conditions": ("bukti pendaftaran seluruh pekerja diterima",),
    "circumstances": ("pemberi kerja belum menjawab sampai hari ini (rekaan)",),
}
"""What an officer writes beside what a case knows."""
HOLDER: Final = {
    "official": "Rahmat Hidayat (rekaan)",
    "position": "Kepala Kejaksaan Negeri Lahat",
}
"""Who holds the mandates that the branch gives."""


def furnish(publication: Publication, is_last: bool) -> None:
    """Issue letters of the invented steps where none was issued yet."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        at = playing.desks()
        if not at:
            return
        chosen = list(_chosen(at))
        waits = _newest(at)
    for desk, number in chosen:
        with transaction.atomic():
            scope.enter(at[desk])
            held = StepTaken.objects.select_related("case").get(pk=number)
            _issue(at[desk], held, at[HEAD] if number not in waits else None)


def _chosen(at: Desks) -> Iterator[tuple[str, int]]:
    """Give desks and steps in the order of days."""
    own = {one.institution_id: ACTORS[actor] for actor, one in _actors(at).items()}
    scope.enter(at[HEAD])
    found = StepTaken.objects.filter(step__in=texts(), institution_id__in=own)
    if found.exclude(letter=None).exists():
        return
    for one in found.order_by("taken_on", "pk"):
        yield own[one.institution_id], one.pk


def _newest(at: Desks) -> set[int]:
    """Give the newest steps of the branch that nothing followed and nobody answered."""
    last = StepTaken.objects.filter(
        institution_id=at[HEAD].institution_id,
        step=F("case__stage"),
        state="standing",
        case__state="open",
        case__waits_for="employer",
    ).exclude(step__in=kinds.MANDATE_OF)
    found = last.order_by("-taken_on", "-pk").values_list("pk", flat=True)
    return set(found[:UNSIGNED])


def _actors(at: Desks) -> dict[str, Scope]:
    return {actor: at[desk] for actor, desk in ACTORS.items()}


def _issue(by: Scope, held: StepTaken, head: Scope | None) -> None:
    """Issue the letter of a step; without a head at hand it stays unsigned."""
    facts = _facts(by, held)
    on = held.taken_on
    if issuing.missing(held.step, facts, on):
        return  # the case does not know enough for this letter any more
    whole = queries.of_case(held.case)
    others = {one.institution_id for one in whole.participations if one.until is None}
    made = issuing.issue(
        by=by,
        letter=held.step,
        about=(ABOUT, held.case_id),
        facts=facts,
        today=on,
        site=f"http://{settings.ALLOWED_HOSTS[0]}:{settings.PORT}/",
        readers=sorted(others | {held.case.institution_id}),
    )
    if made.state == "unsigned" and head is not None:
        scope.enter(head)
        made = signing.sign(by=head, letter=made, on=on, today=on)
        scope.enter(by)
    letters.attach(by=by, step=held, letter=made)


def _facts(by: Scope, held: StepTaken) -> Facts:
    """Gather what the case knew on the day of its step."""
    whole = queries.of_case(held.case)
    before = [one for one in whole.steps if (one.taken_on, one.pk) < _place(held)]
    about = correspondence.about(by, ABOUT, held.case_id)
    facts = letter_facts.facts_of(
        held.case,
        replace(whole, steps=before, mandates=_given(whole, held.taken_on)),
        {one.pk: one.number for one in about},
        held.step,
        letter_facts.term_of(held.term, held.ends_on),
        held.taken_on,
        letter_facts.owing([held.case_id])[held.case_id],
    )
    wanted = {one.of for one in texts()[held.step].parts if one.kind == "items"}
    told: dict[str, Any] = {name: TOLD[name] for name in TOLD if name in wanted}
    if goes_elsewhere(texts()[held.step]):
        told["to"] = _addressee(held)
    if any(one.kind == "appearance" for one in texts()[held.step].parts):
        told["appearance"] = _appearance(held.taken_on)
    given = _given(whole, held.taken_on)
    of_mandate = {**letter_facts.mandated(held.case, given), **HOLDER}
    return letter_facts.with_words(facts, told, of_mandate)


def _addressee(held: StepTaken) -> Party:
    """Give the institution that the law names for a step, else the case's owner."""
    actor = enacted().steps[held.step].addressed_to or ""
    found = Institution.objects.filter(kind__in=kinds.ACTORS.get(actor, ()))
    near = [one for one in found.order_by("pk") if _reaches(one, held.case)]
    return Party((near or [held.case.institution])[0].name, attention="Kepala")


def _reaches(one: Institution, case: Case) -> bool:
    return regions.lies_in(case.region_code, one.region_code)


def _given(whole: Whole, on: date) -> list[Skk]:
    """Give the mandates that there were on a day."""
    return [one for one in whole.mandates if one.issued_on <= on]


def _place(held: StepTaken) -> tuple[date, int]:
    return held.taken_on, held.pk


def _appearance(on: date) -> Appearance:
    return Appearance(on + WEEK, "09.00 WIB", "Kantor kami (rekaan)")
