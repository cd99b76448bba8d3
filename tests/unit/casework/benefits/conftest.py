"""A paid scheme, its village, its branch and an agency that pays, all invented."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from tests import invented_scheme
from tests.invented_scheme import BESIDE, HERE, begin, enrol, pay, person, write

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.actions import deciding, papers, reporting
from naungan.casework.benefits.actions.reporting import Report
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.wanted import missing
from naungan.casework.protection.models import Entry
from naungan.lib.dates import month_index


JULY, OCTOBER = month_index(2025, 7), month_index(2025, 10)
DECIDED = date(2025, 6, 3)
PAID = date(2025, 10, 10)
EVENT, TOLD, TODAY = date(2025, 11, 3), date(2025, 11, 5), date(2025, 11, 24)
PLAN = invented_scheme.plan(JULY)


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
    return begin(desks.agency, PLAN, {HERE: 9, BESIDE: 9})


@pytest.fixture
def entry(desks, scheme):
    """Somebody whose contributions of July to October were paid."""
    write(desks.agency, scheme, [person(9001)])
    enrol(desks.agency, scheme, DECIDED)
    pay(desks.agency, scheme, JULY, OCTOBER, PAID)
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
