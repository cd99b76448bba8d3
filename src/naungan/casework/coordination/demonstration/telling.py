"""Writing a meeting down from its facts, at the desk that keeps its record."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.actions import (
    agenda,
    attending,
    chains,
    events,
    figures,
    saying,
)
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.actions.saying import Said
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event, Figure


Told = Mapping[str, Any]
Desks = Mapping[str, Scope]
OF_PLAN = ("title", "kinds", "topics", "region_code", "venue", "city", "begins_at")
OF_WHEN = ("held_on", "year", "inferred", "reason")


def tell(at: Desks, told: Told, before: Event | None, today: date) -> Event:
    """Write an event down whole; it was held where its day is over."""
    by = at[told["desk"]]
    scope.enter(by)
    when = When(**_some(told, OF_WHEN))
    plan = EventPlan(when=when, **_some(told, OF_PLAN))
    event = events.plan_event(by=by, plan=plan)
    if before is not None:
        chains.link(by=by, parent=before, child=event)
    _who(at, by, event, told)
    _from_where(by, event, told)
    for text in told.get("agenda", ()):
        agenda.add_agenda_item(by=by, event=event, text=text)
    if told.get("invited_on"):
        event = events.invite(by=by, event=event, on=told["invited_on"])
    if when.held_on is None or when.held_on < today:
        event = events.hold(by=by, event=event, today=today)
        _said(by, event, told, when.first_day or today)
    return event


def _some(told: Told, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: told[name] for name in names if name in told}


def _home(at: Desks, desk: str | None) -> Institution | None:
    return Institution.objects.get(pk=at[desk].institution_id) if desk else None


def _who(at: Desks, by: Scope, event: Event, told: Told) -> None:
    for one in told.get("organisers", ()):
        home = _home(at, one.get("desk"))
        events.add_organiser(by=by, event=event, name=one["name"], home=home)
    for desk in told.get("parties", ()):
        home = _home(at, desk)
        assert home is not None, "a party sits at a desk"
        events.add_party(by=by, event=event, party=home)
    for one in told.get("attendance", ()):
        given = {name: value for name, value in one.items() if name != "desk"}
        who = Attendee(home=_home(at, one.get("desk")), **given)
        attending.add_attendance(by=by, event=event, who=who, how="report")


def _from_where(by: Scope, event: Event, told: Told) -> None:
    for basis in told.get("bases", ()):
        events.add_basis(by=by, event=event, **basis)
    if "source" in told:
        chains.add_source(by=by, event=event, **told["source"])


def _said(by: Scope, event: Event, told: Told, on: date) -> None:
    for one in told.get("statements", ()):
        saying.add_statement(by=by, event=event, said=Said(**one))
    known: dict[Decimal, Figure] = {}
    for one in told.get("figures", ()):
        value = Decimal(str(one["value"]))
        of = dict(zip(("part", "whole"), one.get("of", ()), strict=False))
        counts = {name: known[Decimal(str(each))] for name, each in of.items()}
        given = {name: each for name, each in one.items() if name != "of"}
        known[value] = figures.add_figure(
            by=by, event=event, **{**given, "value": value, **counts}
        )
    for one in told.get("obstacles", ()):
        saying.add_obstacle(by=by, event=event, noted_on=on, **one)
    for one in told.get("recommendations", ()):
        saying.add_recommendation(by=by, event=event, **one)
