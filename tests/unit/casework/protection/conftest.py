"""A scheme of a regency, its villages, its branch and its treasury, all invented."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from tests import invented_scheme
from tests.invented_scheme import BESIDE, HERE

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.models import Entry
from naungan.lib.dates import month_index


TODAY = date(2024, 6, 3)
PLAN = invented_scheme.plan(month_index(2024, 7))


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
    placed = {"desa-a": HERE, "desa-b": BESIDE}
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
    return invented_scheme.begin(desks.agency, PLAN, {HERE: 2, BESIDE: 2})


@pytest.fixture
def planned(desks):
    """Make an open scheme that differs from the plan in something."""

    def make(**other):
        made = schemes.make_scheme(by=desks.agency, plan=replace(PLAN, **other))
        schemes.open_scheme(by=desks.agency, scheme=made)
        return made

    return make


@pytest.fixture
def listed(desks, scheme):
    """Write people on the list of a village at the desk of its clerk."""

    def make(*serials, by=None, village=HERE, into=None, **rest):
        people = [invented_scheme.person(one, **rest) for one in serials]
        return invented_scheme.write(by or desks.clerk, into or scheme, people, village)

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
    invented_scheme.enrol(desks.agency, one, TODAY)
