"""An institution that assigns, its officer, and another institution beside it."""

from datetime import date
from typing import NamedTuple

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import actions
from naungan.casework.fieldwork.actions import Chosen


DUE = date(2026, 12, 1)
VILLAGE = "16.04.10.2003"


class Field(NamedTuple):
    """Who assigns, who visits, and who does both elsewhere."""

    head: Scope
    officer: Scope
    elsewhere: Scope


@pytest.fixture
def field(office, works):
    """Two institutions, the first with a head and an officer; the head is at work."""
    found = Field(
        works("agency_head", code="satu", email="kepala@contoh.id"),
        works("agency_officer", code="satu", email="petugas@contoh.id"),
        works("agency_head", code="dua", email="lain@contoh.id"),
    )
    scope.enter(found.head)
    return found


@pytest.fixture
def assigned(field):
    """Assign workers by their numbers to the officer; give the dispatch."""

    def make(*numbers, by=None, officer=None, due_on=DUE):
        return actions.assign(
            by=by or field.head,
            series="16.04",
            region_code=VILLAGE,
            people=[Chosen(one, VILLAGE, "unregistered") for one in numbers],
            officer_id=(officer or field.officer).user_id,
            due_on=due_on,
            today=TODAY,
        )

    return make
