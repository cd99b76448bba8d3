"""Whose turn it is in a scheme: each desk is told of its own work, and of no other's."""

from dataclasses import replace
from datetime import date

import pytest
from tests.invented_scheme import HERE
from tests.unit.casework.protection.conftest import TODAY

from naungan.casework.accounts.models import Institution
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    schemes,
    submissions,
)
from naungan.casework.protection.actions.submissions import MeetingSaid
from naungan.casework.protection.queries import turns
from naungan.casework.protection.queries.beginning import Apart, apart


MEETING = MeetingSaid(
    held_on=date(2024, 6, 1),
    place="Balai desa",
    leader="Ketua Rekaan",
    attended=24,
    countersigners="Ketua Rekaan, Ketua BPD",
)


@pytest.fixture
def joined(desks, scheme):
    """Let the branch and the treasury take part."""
    for one in (desks.branch, desks.treasury):
        place = Institution.objects.get(pk=one.institution_id)
        schemes.let_join(by=desks.agency, scheme=scheme, institution=place, today=TODAY)
    return scheme


@pytest.fixture
def told(desks, at):
    """Tell what waits at a desk: each thing with how many it is about."""

    def tell(who, *, village=False):
        at(who)
        found = turns.turns(who, village=village)
        counted = turns.of_village(who) if village else turns.of_office(who)
        assert sum(one.count() for one in counted) == len(found)
        return [(one.code, one.many) for one in found]

    return tell


def test_a_village_mends_signs_and_sends_again(desks, scheme, listed, works, at, told):
    head = works("village_head", kind="village", code="desa-a", email="kades@contoh.id")
    head = replace(head, region_code=HERE)
    listed(9001, name="")
    assert told(desks.clerk, village=True) == [("mend", 1)]
    assert told(desks.neighbour, village=True) == []
    listed(9002)
    sent = submissions.prepare(
        by=desks.clerk, scheme=scheme, village_code=HERE, meeting=MEETING, today=TODAY
    )
    assert told(desks.clerk, village=True) == [("mend", 1)]
    assert told(head, village=True) == [("mend", 1), ("sign", 1)]
    assert told(desks.agency) == []
    at(head)
    submissions.forward(by=head, submission=sent, letter=None)
    assert told(head, village=True) == [("mend", 1)]
    for desk in (desks.agency, desks.officer):
        assert told(desk) == [("proposed", 1)]
    assert told(desks.stranger) == []
    at(desks.agency)
    submissions.send_back(by=desks.agency, submission=sent, reason="Satu kurang")
    assert told(desks.agency) == []
    assert told(desks.clerk, village=True) == [("returned", 1), ("mend", 1)]


def test_the_treasury_budgets_bills_and_pays_and_the_branch_enrols(
    desks, joined, listed, at, told
):
    listed(9001, 9002, by=desks.agency)
    at(desks.agency)
    decisions.decide(
        by=desks.agency, scheme=joined, number="5/KPTS", decided_on=TODAY,
        official="Bupati Rekaan", today=TODAY,
    )  # fmt: skip
    assert told(desks.treasury) == [("budget", 2)]
    assert told(desks.agency) == []  # the treasury takes part
    assert told(desks.branch) == []
    at(desks.treasury)
    money.set_budget(by=desks.treasury, scheme=joined, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.treasury, scheme=joined)
    assert told(desks.treasury) == []
    assert told(desks.branch) == [("enrol", 2)]
    at(desks.branch)
    made = enrolment.make_file(by=desks.branch, scheme=joined)
    answers = [
        enrolment.Answered(one.nik, kpj=f"KPJ{one.pk}") for one in made.entries.all()
    ]
    enrolment.take_back(
        by=desks.branch, enrolment=made, answers=answers, first_month=joined.from_month
    )
    assert told(desks.branch) == []
    assert told(desks.treasury) == [("bill", 2)]
    at(desks.treasury)
    month = joined.from_month
    bill = money.bill(
        by=desks.treasury, scheme=joined, from_month=month, until_month=month
    )
    assert told(desks.treasury) == [("pay", 1)]
    money.pay(
        by=desks.treasury, billing=bill, paid_on=TODAY, amount_idr=bill.amount_idr,
        reference="SP2D/1", today=TODAY,
    )  # fmt: skip
    assert told(desks.treasury) == []


def test_an_owner_without_a_treasury_budgets_itself(desks, scheme, listed, told):
    listed(9001, by=desks.agency)
    decisions.decide(
        by=desks.agency, scheme=scheme, number="5/KPTS", decided_on=TODAY,
        official="Bupati Rekaan", today=TODAY,
    )  # fmt: skip
    assert told(desks.agency) == [("budget", 1)]
    assert told(desks.treasury) == []


def test_who_is_paid_for_before_the_first_month_is_not_covered_yet(
    desks, scheme, enrolled, settings
):
    enrolled(9001, 9002)
    month = scheme.from_month
    bill = money.bill(
        by=desks.agency, scheme=scheme, from_month=month, until_month=month
    )
    money.pay(
        by=desks.agency, billing=bill, paid_on=TODAY, amount_idr=bill.amount_idr,
        reference="SP2D/1", today=TODAY,
    )  # fmt: skip
    settings.STORY_DAY = TODAY
    assert apart([scheme.pk]) == {(scheme.pk, HERE, ""): Apart(to_begin=2)}
    settings.STORY_DAY = date(2024, 7, 1)
    assert apart([scheme.pk]) == {}


def test_a_village_is_told_of_a_refusal_until_it_corrects_or_withdraws(
    desks, scheme, listed, at, told
):
    (entry,) = listed(9001, by=desks.agency)
    at(desks.agency)
    decisions.decide(
        by=desks.agency, scheme=scheme, number="5/KPTS", decided_on=TODAY,
        official="Bupati Rekaan", today=TODAY,
    )  # fmt: skip
    money.set_budget(by=desks.agency, scheme=scheme, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=scheme)
    made = enrolment.make_file(by=desks.agency, scheme=scheme)
    refused = [enrolment.Answered(entry.nik, reason="NIK tidak padan")]
    enrolment.take_back(
        by=desks.agency, enrolment=made, answers=refused, first_month=scheme.from_month
    )
    assert told(desks.clerk, village=True) == [("refused", 1)]
    entry.refresh_from_db()
    lists.withdraw(by=desks.clerk, entry=entry, reason="mistake")
    assert told(desks.clerk, village=True) == []
