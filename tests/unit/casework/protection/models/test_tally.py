"""Whatever is done to lists and bills, counts hold, money adds up, nobody is paid twice."""

from dataclasses import replace

import pytest
from django.db import transaction
from django.db.models import Count, Q, Sum
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from tests.invented_scheme import BESIDE, HERE, person
from tests.unit.casework.protection.conftest import PLAN, TODAY

from naungan.casework.accounts import scope
from naungan.casework.protection import amounts, states
from naungan.casework.protection.actions import (
    decisions,
    enrolment,
    lists,
    money,
    renewing,
    schemes,
)
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.models import (
    BilledMonth,
    Billing,
    Budget,
    Entry,
    PaidMonth,
    Scheme,
    Tally,
)
from naungan.casework.protection.queries.money import budget_sheet
from naungan.casework.protection.queries.schemes import progress, states_of
from naungan.lib.errors import Refusal


SERIALS = range(9001, 9007)
ACTS = (
    "add",
    "add",
    "withdraw",
    "decide",
    "revoke",
    "budget",
    "enrol",
    "bill",
    "pay",
    "void",
    "end",
    "replace",
    "renew",
)
STEP = st.tuples(
    st.sampled_from(ACTS),
    st.integers(0, 1),
    st.sampled_from(SERIALS),
    st.integers(0, 5),
)


@pytest.fixture
def two(desks):
    """Two open schemes of two funds over the same months, two places in each village."""
    made = []
    for name, fund in (("Dari APBD", "apbd"), ("Dari DBH", "dbh_sawit")):
        one = schemes.make_scheme(
            by=desks.agency, plan=replace(PLAN, name=name, fund=fund)
        )
        schemes.set_quotas(by=desks.agency, scheme=one, people={HERE: 2, BESIDE: 2})
        schemes.open_scheme(by=desks.agency, scheme=one)
        money.set_budget(
            by=desks.agency, scheme=one, year=2024, ceiling_idr=3 * 6 * 16_800
        )
        made.append(one)
    return made


class Office:
    """Does one act after another; what is refused was not done."""

    def __init__(self, by, two):
        self.by, self.two = by, two
        self.number = 0

    def do(self, act, which, serial, n):
        self.number += 1
        one = self.two[which]
        # What a list of people would be refused for, the database must refuse, too.
        try:
            with transaction.atomic():
                getattr(self, act)(one, serial, n)
        except Refusal:
            return

    def line(self, one, n, **wanted):
        found = list(Entry.objects.filter(scheme=one, **wanted).order_by("pk"))
        return found[n % len(found)] if found else None

    def add(self, one, serial, n):
        village = (HERE, BESIDE)[n % 2]
        lists.add_people(
            by=self.by, scheme=one, people=[person(serial)], village_code=village
        )

    def withdraw(self, one, _serial, n):
        entry = self.line(one, n, state__in=states.OPEN)
        if entry:
            lists.withdraw(by=self.by, entry=entry, reason="mistake")

    def decide(self, one, _serial, n):
        decisions.decide(
            by=self.by,
            scheme=one,
            number=f"SK/{self.number}",
            decided_on=TODAY,
            official="Bupati Rekaan",
            today=TODAY,
            village_code=("", HERE)[n % 2],
        )

    def revoke(self, one, _serial, _n):
        found = one.decisions.filter(revoked_on=None).first()
        if found:
            decisions.revoke(by=self.by, decision=found, today=TODAY)

    def budget(self, one, _serial, _n):
        money.budget_people(by=self.by, scheme=one)

    def enrol(self, one, _serial, n):
        made = enrolment.make_file(by=self.by, scheme=one)
        told = [
            Answered(entry.nik, kpj=f"{entry.pk}" if (entry.pk + n) % 4 else "")
            for entry in made.entries.all()
        ]
        enrolment.take_back(
            by=self.by, enrolment=made, answers=told, first_month=one.from_month + n % 3
        )

    def bill(self, one, _serial, n):
        first = one.from_month + n % 4
        money.bill(by=self.by, scheme=one, from_month=first, until_month=first + 2)

    def open_bill(self, one):
        return one.billings.filter(paid_on=None, voided_at=None).first()

    def pay(self, one, _serial, _n):
        found = self.open_bill(one)
        if found:
            money.pay(
                by=self.by,
                billing=found,
                paid_on=TODAY,
                amount_idr=found.amount_idr,
                reference="NTPN rekaan",
                today=TODAY,
            )

    def void(self, one, _serial, _n):
        found = self.open_bill(one)
        if found:
            money.void(by=self.by, billing=found)

    def end(self, one, _serial, n):
        entry = self.line(one, n, state__in=states.TAKEN)
        if entry:
            decisions.end(
                by=self.by, entry=entry, reason="died", ended_on=TODAY, today=TODAY
            )

    def replace(self, one, serial, n):
        entry = self.line(one, n, state__in=states.TAKEN)
        if entry:
            decisions.replace(
                by=self.by,
                entry=entry,
                person=person(serial),
                reason="moved",
                ended_on=TODAY,
                today=TODAY,
            )

    def renew(self, one, _serial, _n):
        plan = replace(
            PLAN,
            name=f"Lanjutan {self.number}",
            fund=one.fund,
            from_month=PLAN.until_month + 1,
            until_month=PLAN.until_month + 6,
        )
        renewing.renew(by=self.by, scheme=one, plan=plan)


def counted(model, *key):
    rows = model.objects.order_by().values_list(*key).annotate(n=Count("pk"))
    return {tuple(row[:-1]): row[-1] for row in rows}


def check_counts():
    kept = ("scheme_id", "village_code", "roster", "state")
    told = Tally.objects.exclude(people=0).values_list(*kept, "people", "ranked")
    assert {tuple(row[:4]): row[4] for row in told} == counted(Entry, *kept)
    of_bill = ("billing_id", "month")
    months = BilledMonth.objects.exclude(people=0)
    assert {row[:2]: row[2] for row in months.values_list(*of_bill, "people")} == (
        counted(PaidMonth, *of_bill)
    )


def check_states(one):
    told = states_of(one)
    assert set(told) == set(states.STATES)
    assert sum(told.values()) == Entry.objects.filter(scheme=one).count()
    for village in progress(one):
        # Nobody has a place who was not given one: lists never outgrow their quota.
        listed = sum(village.states.get(s, 0) for s in states.FILLING)
        taken = sum(village.states.get(s, 0) for s in states.TAKEN)
        assert listed <= max(village.quota or 0, taken)


def check_money(one):
    standing = Billing.objects.filter(scheme=one, voided_at=None)
    for billing in standing:
        months = PaidMonth.objects.filter(billing=billing)
        each = amounts.rates_idr(one, billing.from_month, billing.until_month)
        assert billing.amount_idr == sum(each[one.month] for one in months)
        assert billing.people == months.values("entry").distinct().count()
        assert (billing.paid_on is None) == (not months.exclude(paid_on=None).exists())
    sheet = budget_sheet(one)
    told = PaidMonth.objects.filter(scheme=one).aggregate(
        all=Sum("amount_idr"), paid=Sum("amount_idr", filter=~Q(paid_on=None))
    )
    assert sum(year.billed_idr for year in sheet.years) == (told["all"] or 0)
    assert sum(year.paid_idr for year in sheet.years) == (told["paid"] or 0)
    budget = Budget.objects.filter(scheme=one).first()
    named = Entry.objects.filter(budget=budget).exclude(state="decided").count()
    assert budget is None or named * 6 * 16_800 <= budget.ceiling_idr


def check_once():
    """Nobody is paid for twice for a month, whatever lists and funds they stand on."""
    of_person = PaidMonth.objects.exclude(nik=None).order_by().values("nik", "month")
    assert not of_person.annotate(n=Count("pk")).filter(n__gt=1).exists()
    named = Entry.objects.filter(state__in=states.TAKEN).order_by()
    assert not (
        named.values("scheme", "nik").annotate(n=Count("pk")).filter(n__gt=1).exists()
    )
    covered = Entry.objects.filter(state="paid")
    assert not covered.exclude(months__paid_on__isnull=False).exists()


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(steps=st.lists(STEP, min_size=14, max_size=24))
def test_after_any_acts_counts_money_and_months_hold(desks, two, steps):
    scope.enter(desks.agency)
    with transaction.atomic():
        office = Office(desks.agency, two)
        for step in WHOLE + steps:
            office.do(*step)
        check_counts()
        check_once()
        for one in Scheme.objects.all():
            check_states(one)
            check_money(one)
        transaction.set_rollback(True)


WHOLE = [
    *(("add", which, serial, serial) for which in (0, 1) for serial in SERIALS),
    *(
        (act, which, 9001, 0)
        for act in ACTS[3:9]
        for which in (0, 1)
        if act != "revoke"
    ),
]
"""Both schemes played once to their first payment, before anything goes wrong."""
