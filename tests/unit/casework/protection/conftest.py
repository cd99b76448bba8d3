"""A scheme of a regency, its villages, its branch and its treasury, all invented."""

from datetime import date
from typing import NamedTuple

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope


FIRST, SECOND = "16.04.10.2003", "16.04.10.2004"


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
    found = Desks(
        works("agency_head", code="dpmd", email="kepala@contoh.id"),
        works("agency_officer", code="dpmd", email="petugas@contoh.id"),
        works("village_clerk", kind="village", code="desa-a", email="a@contoh.id"),
        works("village_clerk", kind="village", code="desa-b", email="b@contoh.id"),
        works("account_representative", kind="bpjs_branch", code="cabang", email="ar@contoh.id"),
        works("agency_officer", kind="bpkad", code="bpkad", email="kas@contoh.id"),
        works("agency_head", code="asing", email="asing@contoh.id"),
    )  # fmt: skip
    placed = {"desa-a": FIRST, "desa-b": SECOND}
    for code, region in placed.items():
        Institution.objects.filter(code=code).update(region_code=region)
    found = Desks(*(_again(one, placed) for one in found))
    scope.enter(found.agency)
    return found


def _again(one, placed):
    from dataclasses import replace

    return replace(one, region_code=placed.get(one.institution_code, one.region_code))


@pytest.fixture
def today():
    """Give the day on which the tests happen."""
    return date(2024, 6, 3)
