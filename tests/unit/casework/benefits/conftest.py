"""A paid scheme, its village, its branch and an agency that pays, all invented."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.actions import deciding, papers, reporting
from naungan.casework.benefits.actions.reporting import Report
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.wanted import missing
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    schemes,
)
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.actions.schemes import SchemePlan
from naungan.casework.protection.models import Entry
from naungan.lib import identity_numbers
from naungan.lib.dates import month_index


HERE, BESIDE = "16.04.10.2003", "16.04.10.2004"
JULY, OCTOBER = month_index(2025, 7), month_index(2025, 10)
DECIDED = date(2025, 6, 3)
PAID = date(2025, 10, 10)
EVENT, TOLD, TODAY = date(2025, 11, 3), date(2025, 11, 5), date(2025, 11, 24)
BORN = date(1984, 5, 6)
PLAN = SchemePlan(
    name="Enam puluh pekerja tiap desa",
    region_code="16.04",
    fund="apbd",
    package="two",
    category="vulnerable",
    policy="at_most",
    from_month=JULY,
    until_month=month_index(2025, 12),
    age_from=18,
    age_below=65,
)


class Desks(NamedTuple):
    """Everybody at work around a claim."""

    agency: Scope
    village: Scope
    neighbour: Scope
    branch: Scope
    officer: Scope
    stranger: Scope


@pytest.fixture
def desks(office, works):
    """Six desks of five institutions; the agency is at work."""
    made = (
        works("agency_head", code="dpmd", email="kepala@contoh.id"),
        works("village_head", kind="village", code="desa-a", email="a@contoh.id"),
        works("village_head", kind="village", code="desa-b", email="b@contoh.id"),
        works("service_head", "bpjs_branch", "cabang-contoh", "layan@contoh.id"),
        works("account_representative", "bpjs_branch", "cabang-contoh", "ar@contoh.id"),
        works("service_head", "bpjs_branch", "cabang-jauh", "jauh@contoh.id"),
    )
    placed = {"desa-a": HERE, "desa-b": BESIDE, "cabang-jauh": "17.01"}
    for code, region in placed.items():
        Institution.objects.filter(code=code).update(region_code=region)
    found = Desks(
        *(
            replace(one, region_code=placed.get(one.institution_code, one.region_code))
            for one in made
        )
    )
    scope.enter(found.agency)
    return found


@pytest.fixture
def scheme(desks):
    """An open scheme with places in two villages."""
    made = schemes.make_scheme(by=desks.agency, plan=PLAN)
    schemes.set_quotas(by=desks.agency, scheme=made, people={HERE: 9, BESIDE: 9})
    schemes.open_scheme(by=desks.agency, scheme=made)
    return made


def add(by, scheme, *serials, village=HERE, born=BORN):
    """Write invented people on the list of a village."""
    scope.enter(by)
    people = [
        Proposed(
            nik=str(identity_numbers.invented(160410, born, "M", serial)),
            name=f"Orang {serial}",
            birth_date=born,
            sex="M",
        )
        for serial in serials
    ]
    return lists.add_people(by=by, scheme=scheme, people=people, village_code=village)


def enrol(desks, scheme):
    """Decide, budget and enrol whoever is valid."""
    scope.enter(desks.agency)
    decisions.decide(
        by=desks.agency,
        scheme=scheme,
        number=f"SK/{Entry.objects.count()}",
        decided_on=DECIDED,
        official="Bupati Rekaan",
        today=DECIDED,
    )
    if not scheme.budgets.exists():
        money.set_budget(by=desks.agency, scheme=scheme, year=2025, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=scheme)
    made = enrolment.make_file(by=desks.agency, scheme=scheme)
    answers = [Answered(one.nik, kpj=f"KPJ{one.pk}") for one in made.entries.all()]
    enrolment.take_back(
        by=desks.agency, enrolment=made, answers=answers, first_month=scheme.from_month
    )


def pay_until(desks, scheme, last, first=JULY, on=PAID):
    """Bill and pay months of everybody enrolled."""
    scope.enter(desks.agency)
    bill = money.bill(
        by=desks.agency, scheme=scheme, from_month=first, until_month=last
    )
    money.pay(
        by=desks.agency,
        billing=bill,
        paid_on=on,
        amount_idr=bill.amount_idr,
        reference="NTPN rekaan",
        today=on,
    )


@pytest.fixture
def entry(desks, scheme):
    """Somebody whose contributions of July to October were paid."""
    add(desks.agency, scheme, 9001)
    enrol(desks, scheme)
    pay_until(desks, scheme, OCTOBER)
    return Entry.objects.select_related("scheme").get()


SAID = Report(
    event="death_other",
    event_on=EVENT,
    told_on=TOLD,
    told_by="family",
    teller="Keluarga rekaan",
)


@pytest.fixture
def reported(desks, entry):
    """A death that the village reported."""
    scope.enter(desks.village)
    return reporting.report(by=desks.village, report=SAID, entry=entry, today=TODAY)


def bring(by, claim: Claim):
    """Hand in every paper that a claim still needs."""
    for one in missing(claim):
        papers.hand_in(by=by, claim=claim, code=one.code, received_on=TOLD, today=TODAY)


@pytest.fixture
def complete(desks, reported):
    """A claim of which every paper is in."""
    scope.enter(desks.branch)
    reporting.receive(by=desks.branch, claim=reported, today=TODAY)
    bring(desks.branch, reported)
    deciding.complete(
        by=desks.branch, claim=reported, on=date(2025, 11, 12), today=TODAY
    )
    return reported


@pytest.fixture
def paid(desks, complete):
    """A claim that was approved and paid."""
    day = date(2025, 11, 13)
    deciding.approve(by=desks.branch, claim=complete, on=day, today=TODAY)
    deciding.pay(
        by=desks.branch,
        claim=complete,
        paid_on=date(2025, 11, 14),
        amount_idr=complete.due_idr,
        reference="TRX rekaan",
        today=TODAY,
    )
    return complete
