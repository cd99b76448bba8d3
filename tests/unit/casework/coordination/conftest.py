"""A branch that keeps the record of a meeting, a prosecutor and a regency as parties."""

from datetime import date
from typing import NamedTuple

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.actions import events
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.dating import When


TODAY = date(2024, 7, 5)
DAY = date(2024, 7, 3)
PLAN = EventPlan(
    title="Rapat kepatuhan Kabupaten Contoh",
    kinds=["rapat_kepatuhan"],
    when=When(held_on=DAY),
    topics=["supervision"],
    region_code="16.04",
    venue="Aula Kejaksaan Contoh",
    city="Lahat",
)


class Table(NamedTuple):
    """Everybody around the table, and a stranger outside."""

    head: Scope
    prosecutor: Scope
    secretary: Scope
    stranger: Scope


def institution(by):
    """Give the institution of a scope."""
    return Institution.objects.get(pk=by.institution_id)


@pytest.fixture
def table(office, works):
    """Four desks of four institutions; the head of the branch is at work."""
    made = Table(
        works("branch_head", "bpjs_branch", "cabang", "kepala@contoh.id"),
        works("datun_head", "kejari", "kejari", "datun@contoh.id"),
        works("regional_secretary", "sekda", "sekda", "sekda@contoh.id"),
        works("agency_head", "disnaker", "asing", "asing@contoh.id"),
    )
    scope.enter(made.head)
    return made


@pytest.fixture
def at():
    """Sit down at a desk."""
    return scope.enter


@pytest.fixture
def meeting(table):
    """Plan a meeting to which prosecutor and regency are invited."""
    event = events.plan_event(by=table.head, plan=PLAN)
    for who in (table.prosecutor, table.secretary):
        events.add_party(by=table.head, event=event, party=institution(who))
    event.refresh_from_db()
    return event


@pytest.fixture
def held(table, meeting):
    """Let the meeting take place."""
    return events.hold(by=table.head, event=meeting, today=TODAY)
