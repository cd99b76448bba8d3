"""Two institutions with a case each, one of them with months owed."""

from datetime import date
from typing import NamedTuple

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection import actions
from naungan.casework.collection.actions import Receipt
from naungan.casework.collection.statement import state
from naungan.casework.compliance.models import Case, StepTaken


COUNTED = date(2026, 9, 21)
# Two workers of a micro employer: JKK 0.24 % and JKM 0.3 % of 5,000,000 each, so a month
# costs 24,000 and 30,000; June to August 2026.
QUESTION = {
    "months": ["2026-06", "2026-07", "2026-08"],
    "number_of_workers": 2,
    "wage": 5_000_000,
    "scale": "micro",
}
MONTHLY = 54_000


class Branches(NamedTuple):
    """Who collects, who looks for the same institution, and who collects elsewhere."""

    examiner: Scope
    inspector: Scope
    elsewhere: Scope


@pytest.fixture
def branches(office, works):
    """Two branches and an inspectorate; the first branch's examiner is at work."""
    found = Branches(
        works("examiner", "bpjs_branch", "satu", "pemeriksa@contoh.id"),
        works("inspector", "inspectorate", "pengawas", "pengawas@contoh.id"),
        works("examiner", "bpjs_branch", "dua", "lain@contoh.id"),
    )
    scope.enter(found.examiner)
    return found


@pytest.fixture
def make_case(branches):
    """Open a case for whoever is at work."""

    def make(by=None, name="CV Contoh Rekaan", track="arrears", **more):
        by = by or branches.examiner
        count = Case.objects.filter(institution_id=by.institution_id).count()
        return Case.objects.create(
            institution_id=by.institution_id,
            number=f"{count + 1:03}/KASUS/2026",
            region_code="16.04",
            series="16.04",
            track=track,
            name=name,
            opened_on=date(2026, 9, 1),
            opened_by_id=by.user_id,
            stage_since=date(2026, 9, 1),
            ladder_version="contoh",
            law_version="contoh",
            **more,
        )

    return make


@pytest.fixture
def case(make_case):
    return make_case()


@pytest.fixture
def step(branches):
    """Write a step on a case."""

    def take(case, code, taken_on):
        return StepTaken.objects.create(
            institution_id=case.institution_id,
            case=case,
            step=code,
            track=case.track,
            taken_on=taken_on,
        )

    return take


@pytest.fixture
def establish(branches):
    """Freeze three months of two workers on a case."""

    def freeze(case, by=None, question=None, on=COUNTED, today=TODAY):
        return actions.establish(
            by=by or branches.examiner,
            case=case,
            statement=state(question or QUESTION, on),
            on=on,
            today=today,
        )

    return freeze


@pytest.fixture
def pay(branches):
    """Record a payment on a case."""

    def record(case, amount, on, reference="", by=None, today=TODAY, month=None):
        return actions.record_payment(
            by=by or branches.examiner,
            case=case,
            receipt=Receipt(on, amount, reference, month),
            today=today,
        )

    return record
