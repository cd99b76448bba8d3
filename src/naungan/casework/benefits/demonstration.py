"""Invented claims: one handed over, one paid late, one short of papers, one refused."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import wanted
from naungan.casework.benefits.actions import (
    deciding,
    facts,
    handing,
    judging,
    papers,
    reporting,
)
from naungan.casework.benefits.actions.facts import Schooling
from naungan.casework.benefits.actions.handing import Handing
from naungan.casework.benefits.actions.reporting import Report
from naungan.casework.benefits.models import Claim
from naungan.casework.intake.models import Publication
from naungan.casework.protection.models import Entry
from naungan.casework.protection.states import COVERED


DESKS: Final = ("kades", "dpmd", "pelayanan")
WAITS: Final = ("decided", "budgeted")
"""States of those whom a decree names and nobody enrolled."""
CHILDREN: Final = (
    Schooling(name="Dimas (rekaan)", birth_date=date(2013, 5, 4), level="SD", grade=6),
    Schooling(name="Alya (rekaan)", birth_date=date(2018, 2, 9), level="TK", grade=2),
)
REFUSED: Final = (
    "Peserta ditetapkan SK tetapi tidak pernah didaftarkan: iurannya dianggarkan desa "
    "dan tidak disetorkan (rekaan)."
)


@dataclass(frozen=True)
class Told:
    """One invented claim: what happened and when, and on which days the branch acted.

    Days that are None did not come yet.
    """

    report: Report
    complete_on: date | None = None
    decided_on: date | None = None
    paid_on: date | None = None
    handed_on: date | None = None


def _told(event: str, event_on: date, told_on: date, account: str) -> Report:
    return Report(
        event=event,
        event_on=event_on,
        told_on=told_on,
        told_by="village",
        teller="Perangkat desa (rekaan)",
        account=f"{account} (rekaan)",
    )


FALL: Final = Told(
    _told("death_work", date(2024, 9, 17), date(2024, 9, 18), "Jatuh saat menyadap"),
    complete_on=date(2024, 9, 30),
    decided_on=date(2024, 10, 3),
    paid_on=date(2024, 10, 7),
    handed_on=date(2024, 11, 12),
)
ILLNESS: Final = Told(
    _told("death_other", date(2024, 11, 20), date(2024, 11, 22), "Sakit di rumah"),
    complete_on=date(2024, 12, 9),
    decided_on=date(2024, 12, 11),
)
HURT: Final = Told(
    _told("accident", date(2024, 12, 27), date(2025, 1, 3), "Terluka di kebun karet"),
)
FORGOTTEN: Final = Told(
    _told("death_other", date(2024, 12, 3), date(2024, 12, 5), "Sakit di rumah"),
    decided_on=date(2024, 12, 19),
)


def furnish(publication: Publication, is_last: bool) -> None:
    """Play the claims once the newest snapshot of the regency stands and people are paid."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        scope.tell(None, None, every=True)
        at = {name: one for name in DESKS if (one := person_at(name))}
        if len(at) < len(DESKS):
            return
        scope.enter(at["pelayanan"])
        if not Claim.objects.exists():
            _play(at)
            judging.judge_all(today=clock.today())


def _play(at: dict[str, Scope]) -> None:
    scope.enter(at["dpmd"])
    named = Entry.objects.select_related("scheme").order_by("position")
    protected = list(named.filter(village_code=VILLAGE, state__in=COVERED)[:3])
    forgotten = named.filter(state__in=WAITS).order_by("village_code", "pk").first()
    for entry, told in zip(protected, (FALL, ILLNESS, HURT), strict=False):
        claim = _report(at["kades"], entry, told)
        scope.enter(at["pelayanan"])
        reporting.receive(by=at["pelayanan"], claim=claim, today=told.report.told_on)
        _carry(at["pelayanan"], claim, told)
    if forgotten is not None:
        _refuse(at, forgotten)


def _report(by: Scope, entry: Entry, told: Told) -> Claim:
    scope.enter(by)
    return reporting.report(by=by, report=told.report, today=clock.today(), entry=entry)


def _carry(by: Scope, claim: Claim, told: Told) -> None:
    """Bring a claim as far as its days reach."""
    today = clock.today()
    if claim.event == "death_work":
        for child in CHILDREN:
            facts.add_child(by=by, claim=claim, child=child, today=today)
        facts.add_heir(
            by=by,
            claim=claim,
            name="Rohana (rekaan)",
            relation="spouse",
            phone="",
            receives=True,
            today=today,
        )
    if told.complete_on is None:
        return
    for one in wanted.missing(claim):
        papers.hand_in(
            by=by, claim=claim, code=one.code, received_on=told.complete_on, today=today
        )
    deciding.complete(by=by, claim=claim, on=told.complete_on, today=today)
    if told.decided_on is not None:
        deciding.approve(by=by, claim=claim, on=told.decided_on, today=today)
    _pay(by, claim, told, today)


def _pay(by: Scope, claim: Claim, told: Told, today: date) -> None:
    if told.paid_on is None or claim.due_idr is None:
        return
    deciding.pay(
        by=by,
        claim=claim,
        paid_on=told.paid_on,
        amount_idr=claim.due_idr,
        reference="TRX-REKAAN-1",
        today=today,
    )
    if told.handed_on is not None:
        said = Handing(
            held_on=told.handed_on,
            place="Balai Desa Arahan (rekaan)",
            occasion="Penyerahan manfaat bersama pemerintah kabupaten (rekaan)",
            official="Bupati Lahat (rekaan)",
            position="Bupati",
            receiver="Rohana (rekaan)",
            relation="spouse",
            funder="APBDes, skema 60 pekerja rentan tiap desa",
        )
        handing.hand_over(by=by, claim=claim, said=said, today=today)


def _refuse(at: dict[str, Scope], entry: Entry) -> None:
    """Let somebody die whom a decree names and nobody enrolled: the branch must refuse."""
    # Reported at the branch itself: the village of a forgotten list has no desk.
    claim = _report(at["pelayanan"], entry, FORGOTTEN)
    deciding.refuse(
        by=at["pelayanan"],
        claim=claim,
        code="not_registered",
        reason=REFUSED,
        on=FORGOTTEN.decided_on or clock.today(),
        today=clock.today(),
    )
