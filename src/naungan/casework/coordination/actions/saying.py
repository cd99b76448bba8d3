"""Verbs of what is said: statements, recommendations, obstacles; numbers stand beside.

A page that lost its line sends again under the same `client_key`: the row that is
there is given back, and nothing is written twice.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, states
from naungan.casework.coordination.actions.figures import reckon
from naungan.casework.coordination.actions.writing import (
    locked,
    next_number,
    record,
    sent,
)
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Event,
    Figure,
    Obstacle,
    Recommendation,
    Statement,
)
from naungan.casework.coordination.models.sayings import STANCES


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said: by whom or which group, under which theme and point."""

    text: str
    attendance: Attendance | None = None
    agenda_item: AgendaItem | None = None
    group: str = ""
    theme: str = ""
    stance: str = "neutral"
    about: Statement | None = None


def add_statement(
    *, by: Scope, event: Event, said: Said, client_key: UUID | None = None
) -> Statement:
    """Write down what somebody said."""
    access.check_notes(by=by, event=event)
    _check_said(event, said)
    with transaction.atomic():
        held = locked(event)
        known = sent(Statement, held, client_key)
        if known is not None:
            return known
        row = Statement.objects.create(
            institution_id=by.institution_id,
            event=held,
            client_key=client_key,
            **_columns(said),
        )
        record(by, "add", "statement", row, held)
    return row


def change_statement(*, by: Scope, statement: Statement, said: Said) -> Statement:
    """Correct what was written down."""
    access.check_notes(by=by, event=statement.event)
    _check_said(statement.event, said)
    with transaction.atomic():
        columns = _columns(said)
        for name, value in columns.items():
            setattr(statement, name, value)
        statement.save(update_fields=list(columns))
        record(by, "change", "statement", statement, statement.event)
    return statement


def _columns(said: Said) -> dict[str, Any]:
    return {
        "text": said.text.strip(),
        "attendance": said.attendance,
        "agenda_item": said.agenda_item,
        "group": said.group,
        "theme": said.theme,
        "stance": said.stance,
        "about": said.about,
    }


def _check_said(event: Event, said: Said) -> None:
    access.check_said(said.text, _("Tulis apa yang disampaikan."))
    access.check_words("groups", (said.group,))
    access.check_words("themes", (said.theme,))
    if said.stance not in STANCES:
        raise ActRefused("Pilih setuju, tidak setuju, atau tanpa sikap.")
    for one in (said.attendance, said.agenda_item, said.about):
        if one is not None and one.event_id != event.pk:
            raise ActRefused("Ini milik kegiatan lain.")


def add_recommendation(
    *,
    by: Scope,
    event: Event,
    text: str,
    theme: str = "",
    addressee: str = "",
    client_key: UUID | None = None,
) -> Recommendation:
    """Write down what an event asks for; it waits until somebody takes it up."""
    access.check_notes(by=by, event=event)
    access.check_said(text, _("Tulis rekomendasinya."))
    access.check_text(addressee)
    access.check_words("themes", (theme,))
    with transaction.atomic():
        held = locked(event)
        known = sent(Recommendation, held, client_key)
        if known is not None:
            return known
        row = Recommendation.objects.create(
            institution_id=by.institution_id,
            event=held,
            number=next_number(held.recommendations.all()),
            text=text.strip(),
            theme=theme,
            addressee=addressee.strip(),
            client_key=client_key,
        )
        record(by, "add", "recommendation", row, held)
    return row


def change_recommendation(
    *,
    by: Scope,
    recommendation: Recommendation,
    text: str,
    theme: str = "",
    addressee: str = "",
) -> Recommendation:
    """Say anew what is recommended."""
    access.check_notes(by=by, event=recommendation.event)
    access.check_said(text, _("Tulis rekomendasinya."))
    access.check_text(addressee)
    access.check_words("themes", (theme,))
    with transaction.atomic():
        recommendation.text, recommendation.theme = text.strip(), theme
        recommendation.addressee = addressee.strip()
        recommendation.save(update_fields=["text", "theme", "addressee"])
        record(by, "change", "recommendation", recommendation, recommendation.event)
    return recommendation


def take_up(*, by: Scope, recommendation: Recommendation) -> Recommendation:
    """Say that somebody promised what was recommended."""
    return _answered(by, recommendation, "take_up", "")


def decline(
    *, by: Scope, recommendation: Recommendation, reason: str
) -> Recommendation:
    """Say that nobody does what was recommended, and why."""
    access.check_said(reason, _("Tulis alasannya."))
    return _answered(by, recommendation, "decline", reason)


def reopen_recommendation(
    *, by: Scope, recommendation: Recommendation
) -> Recommendation:
    """Let a recommendation wait again."""
    return _answered(by, recommendation, "reopen", "")


def _answered(
    by: Scope, recommendation: Recommendation, verb: str, reason: str
) -> Recommendation:
    access.check_keeps(by=by, event=recommendation.event)
    with transaction.atomic():
        rows = Recommendation.objects.select_for_update(of=("self",))
        held = rows.get(pk=recommendation.pk)
        held.state = states.after("recommendation", held.state, verb)
        held.reason = reason.strip()
        held.save(update_fields=["state", "reason"])
        record(by, verb, "recommendation", held, recommendation.event)
    return held


def add_obstacle(
    *,
    by: Scope,
    kind: str,
    text: str,
    noted_on: date,
    region_code: str = "",
    event: Event | None = None,
    client_key: UUID | None = None,
) -> Obstacle:
    """Write down what stands in the way, at an event or without one."""
    check_power(by=by, power="keep_meetings")
    access.check_said(text, _("Uraikan hambatannya."))
    access.check_words("obstacle_kinds", (kind or " ",))
    where = region_code or (event.region_code if event else by.region_code)
    access.check_region(by=by, region_code=where)
    if event is not None:
        access.check_notes(by=by, event=event)
    with transaction.atomic():
        known = sent(Obstacle, locked(event), client_key) if event else None
        if known is not None:
            return known
        row = Obstacle.objects.create(
            institution_id=by.institution_id,
            event=event,
            kind=kind,
            region_code=where,
            text=text.strip(),
            noted_on=noted_on,
            noted_by_id=by.user_id,
            client_key=client_key,
        )
        _record(by, "add", row, kind=kind)
    return row


def change_obstacle(*, by: Scope, obstacle: Obstacle, kind: str, text: str) -> Obstacle:
    """Say anew what stands in the way: at its event, or any time where it has none."""
    _check_own(by, obstacle)
    if obstacle.event is not None:
        access.check_notes(by=by, event=obstacle.event)
    access.check_said(text, _("Uraikan hambatannya."))
    access.check_words("obstacle_kinds", (kind or " ",))
    with transaction.atomic():
        obstacle.kind, obstacle.text = kind, text.strip()
        obstacle.save(update_fields=["kind", "text"])
        _record(by, "change", obstacle, kind=kind)
    return obstacle


def resolve_obstacle(
    *, by: Scope, obstacle: Obstacle, resolved_on: date, resolution: str
) -> Obstacle:
    """Say that an obstacle is out of the way, since when, and how."""
    _check_own(by, obstacle)
    access.check_said(resolution, _("Tulis bagaimana hambatannya teratasi."))
    if resolved_on < obstacle.noted_on:
        raise ActRefused("Hari teratasinya mendahului hari dicatatnya.")
    with transaction.atomic():
        obstacle.resolved_on, obstacle.resolution = resolved_on, resolution.strip()
        obstacle.save(update_fields=["resolved_on", "resolution"])
        _record(by, "resolve", obstacle)
    return obstacle


def reopen_obstacle(*, by: Scope, obstacle: Obstacle) -> Obstacle:
    """Say that an obstacle stands in the way after all."""
    _check_own(by, obstacle)
    with transaction.atomic():
        obstacle.resolved_on, obstacle.resolution = None, ""
        obstacle.save(update_fields=["resolved_on", "resolution"])
        _record(by, "reopen", obstacle)
    return obstacle


def _check_own(by: Scope, obstacle: Obstacle) -> None:
    check_power(by=by, power="keep_meetings")
    if obstacle.institution_id != by.institution_id:
        raise ActRefused("Hambatan ini dicatat lembaga lain.")


def remove_said(
    *, by: Scope, row: Statement | Figure | Recommendation | Obstacle
) -> None:
    """Take away what was written down by mistake, as long as the event is at the table."""
    if row.event is None:
        raise ActRefused("Hambatan tanpa kegiatan dinyatakan teratasi, tidak dihapus.")
    access.check_notes(by=by, event=row.event)
    with transaction.atomic():
        held = locked(row.event)
        record(by, "remove", row._meta.model_name or "", row, held)  # noqa: SLF001
        row.delete()
        reckon(held)


def _record(by: Scope, verb: str, row: Obstacle, **details: Any) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="obstacle",
        noun_id=row.pk,
        event=row.event_id,
        **details,
    )
