"""A branch, an agency and a prosecutor who promise each other things in a meeting."""

from datetime import date
from typing import NamedTuple

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.coordination.models import Event


TODAY = date(2026, 11, 2)
MET_ON = date(2026, 9, 14)
PUBLISHED = date(2026, 8, 31)


class Desks(NamedTuple):
    """Who keeps the book, who owes, who sits in the meeting, and who does not."""

    branch: Scope
    agency: Scope
    prosecutor: Scope
    stranger: Scope


@pytest.fixture
def desks(office, works):
    """Four desks of four institutions; the branch's head is at work."""
    found = Desks(
        works("branch_head", "bpjs_branch", "cabang", "cabang@contoh.id"),
        works("agency_head", "dpmd", "dpmd", "dpmd@contoh.id"),
        works("datun_head", "kejari", "kejari", "kejari@contoh.id"),
        works("agency_head", "dinsos", "dinsos", "dinsos@contoh.id"),
    )
    scope.enter(found.branch)
    return found


@pytest.fixture
def houses(desks):
    """Give the institutions by their code."""
    return {one.code: one for one in Institution.objects.all()}


@pytest.fixture
def event(desks):
    """Make a meeting that was held, with the agency and the prosecutor at the table."""
    return Event.objects.create(
        institution_id=desks.branch.institution_id,
        title="Rapat kepatuhan rekaan",
        kinds=["rapat_kepatuhan"],
        region_code="16.04",
        held_on=MET_ON,
        certainty="printed",
        sort_on=MET_ON,
        state="held",
        parties=[desks.agency.institution_id, desks.prosecutor.institution_id],
        made_by_id=desks.branch.user_id,
    )


@pytest.fixture
def promise(desks, event):
    """Promise something in the meeting."""

    def make(what="Menyurati semua pemberi kerja rekaan", by=None, at=event, **said):
        said.setdefault("promised_on", MET_ON)
        return promising.promise(
            by=by or desks.branch, event=at, today=TODAY, said=Said(what=what, **said)
        )

    return make
