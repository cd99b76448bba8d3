"""A branch office with an examiner, an inspectorate, a prosecutor, and a case."""

from datetime import date
from typing import NamedTuple

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions import cases, partners, steps
from naungan.casework.compliance.actions.cases import ByHand, Subject
from naungan.casework.compliance.models import Case


PLACE = "16.04"
SUBJECT = Subject(
    name="CV Contoh Rekaan", region_code=PLACE, npp="12345678", kind="company"
)
UNREGISTERED = ByHand("unregistered_employer", "Belum mendaftar, 12 pekerja.", 12)
IN_ARREARS = ByHand("contributions_in_arrears", "Menunggak lima bulan.", 8, 900_000)


class Offices(NamedTuple):
    """Who works on cases, each in an institution of their own but the first two."""

    head: Scope
    examiner: Scope
    inspector: Scope
    prosecutor: Scope
    elsewhere: Scope


@pytest.fixture
def offices(office, works):
    """Four institutions; the examiner is at work."""
    found = Offices(
        works("branch_head", "bpjs_branch", "cabang", "kepala@contoh.id"),
        works("examiner", "bpjs_branch", "cabang", "periksa@contoh.id"),
        works("inspector", "inspectorate", "pengawas", "awas@contoh.id"),
        works("datun_head", "kejari", "kejari", "jaksa@contoh.id"),
        works("examiner", "bpjs_branch", "cabang-lain", "lain@contoh.id"),
    )
    scope.enter(found.examiner)
    return found


@pytest.fixture
def opened(offices):
    """Open a case by hand on a track; give it as it stands."""

    def make(
        track="registration_and_data", *, by=None, subject=SUBJECT, on=TODAY
    ) -> Case:
        finding = IN_ARREARS if track == "arrears" else UNREGISTERED
        acting = by or offices.examiner
        scope.enter(acting)
        return cases.open_by_hand(
            by=acting,
            subject=subject,
            track=track,
            how="visit",
            findings=[finding],
            today=on,
        )

    return make


@pytest.fixture
def take(offices):
    """Take a step in a case on a day, as the examiner or somebody else."""

    def do(case, step, on: date = TODAY, *, by=None, reason="", today=None, **rest):
        acting = by or offices.examiner
        scope.enter(acting)
        return steps.take_step(
            by=acting,
            case=case,
            step=step,
            taken_on=on,
            reason=reason,
            today=today or on,
            **rest,
        )

    return do


@pytest.fixture
def hand(offices):
    """Hand a case over to the institution of a scope, which takes it on."""

    def do(case, to: Scope, kind, *, on=TODAY, accepts=True):
        scope.enter(offices.examiner)
        made = partners.hand_over(
            by=offices.examiner,
            case=case,
            kind=kind,
            to=Institution.objects.get(pk=to.institution_id),
            today=on,
        )
        if accepts:
            scope.enter(to)
            partners.accept(by=to, hand_over=made, today=on)
        return made

    return do
