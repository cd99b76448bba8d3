"""A scheme of a regency, its villages, its branch and its treasury, all invented."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
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


FIRST, SECOND = "16.04.10.2003", "16.04.10.2004"
TODAY = date(2024, 6, 3)
BORN = date(1984, 5, 6)
PLAN = SchemePlan(
    name="Enam puluh pekerja tiap desa",
    region_code="16.04",
    fund="apbd",
    package="two",
    category="vulnerable",
    policy="at_most",
    from_month=month_index(2024, 7),
    until_month=month_index(2024, 12),
    age_from=18,
    age_below=65,
)


class Desks(NamedTuple):
    """Everybody at work around a scheme."""

    agency: Scope
    officer: Scope
    clerk: Scope
    neighbour: Scope
    branch: Scope
    treasury: Scope
    stranger: Scope


@pytest.fixture
def desks(office, works):
    """Seven desks of six institutions; the agency's head is at work."""
    made = (
        works("agency_head", code="dpmd", email="kepala@contoh.id"),
        works("agency_officer", code="dpmd", email="petugas@contoh.id"),
        works("village_clerk", kind="village", code="desa-a", email="a@contoh.id"),
        works("village_clerk", kind="village", code="desa-b", email="b@contoh.id"),
        works("account_representative", "bpjs_branch", "cabang", "ar@contoh.id"),
        works("agency_officer", kind="bpkad", code="bpkad", email="kas@contoh.id"),
        works("agency_head", code="asing", email="asing@contoh.id"),
    )
    placed = {"desa-a": FIRST, "desa-b": SECOND}
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
def at():
    """Sit down at a desk."""
    return scope.enter


@pytest.fixture
def scheme(desks):
    """Make an open scheme with two places in each of two villages."""
    made = schemes.make_scheme(by=desks.agency, plan=PLAN)
    schemes.set_quotas(by=desks.agency, scheme=made, people={FIRST: 2, SECOND: 2})
    schemes.open_scheme(by=desks.agency, scheme=made)
    return made


@pytest.fixture
def planned(desks):
    """Make an open scheme that differs from the plan in something."""

    def make(**other):
        made = schemes.make_scheme(by=desks.agency, plan=replace(PLAN, **other))
        schemes.open_scheme(by=desks.agency, scheme=made)
        return made

    return make


def proposed(serial, *, born=BORN, sex="M", **rest):
    """Say who is proposed: an invented person by a serial from 9000."""
    nik = identity_numbers.invented(160410, born, sex, serial)
    said = {"name": f"Orang {serial}", "birth_date": born, "sex": sex}
    return Proposed(nik=str(nik), **{**said, **rest})


@pytest.fixture
def listed(desks, scheme):
    """Write people on the list of a village at the desk of its clerk."""

    def make(*serials, by=None, village=FIRST, into=None, **rest):
        who = by or desks.clerk
        scope.enter(who)
        return lists.add_people(
            by=who,
            scheme=into or scheme,
            people=[proposed(one, **rest) for one in serials],
            village_code=village,
        )

    return make


@pytest.fixture
def enrolled(desks, scheme, listed):
    """Bring people all the way to membership."""

    def make(*serials, into=None, **rest):
        one = into or scheme
        listed(*serials, into=one, by=desks.agency, **rest)
        carry_on(desks, one)
        return list(Entry.objects.filter(scheme=one).order_by("pk"))

    return make


def carry_on(desks, one):
    """Decide, budget and enrol whoever is valid."""
    scope.enter(desks.agency)
    decisions.decide(
        by=desks.agency,
        scheme=one,
        number=f"SK/{one.pk}/{Entry.objects.count()}",
        decided_on=TODAY,
        official="Bupati Rekaan",
        today=TODAY,
    )
    if not one.budgets.exists():
        money.set_budget(by=desks.agency, scheme=one, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=one)
    made = enrolment.make_file(by=desks.agency, scheme=one)
    answers = [
        Answered(entry.nik, kpj=f"KPJ{entry.pk}") for entry in made.entries.all()
    ]
    enrolment.take_back(
        by=desks.agency, enrolment=made, answers=answers, first_month=one.from_month
    )
