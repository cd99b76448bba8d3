"""The timeline of a case: everything that happened, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import (
    Case,
    CaseFinding,
    CaseNote,
    HandOver,
    Reply,
    StepTaken,
    VisitRecord,
)
from naungan.web.language import spoken
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown import findings as frozen
from naungan.web.pages.cases.shown.ladder import title
from naungan.web.pages.employers.presenter import badge


@dataclass(frozen=True)
class Event:
    """One thing that happened, or the next that may; `kind` chooses its mark."""

    on: date
    title: str
    when: str
    text: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Happened:
    """All that a timeline is made of."""

    case: Case
    steps: Iterable[StepTaken]
    replies: Iterable[Reply]
    hand_overs: Iterable[HandOver]
    findings: Iterable[CaseFinding]
    notes: Iterable[CaseNote]
    visits: Iterable[VisitRecord]


def present(given: Happened, ahead: str = "") -> list[Event]:
    """Arrange what happened; `ahead` names the next lawful step."""
    told = enumerate(_events(given))
    order = sorted(told, key=lambda one: (one[1].on, one[0]), reverse=True)
    events = [event for _at, event in order]
    if not ahead:
        return events
    said = Event(date.max, ahead, _("Langkah berikut menurut aturan"), kind="ahead")
    return [said, *events]


def _events(given: Happened) -> Iterator[Event]:
    """Tell everything, of one day in the order in which such things follow each other."""
    case = given.case
    yield _event(case.opened_on, _("Kasus dibuka"), case.institution.name)
    yield from (_finding(one, case) for one in given.findings)
    for visit in given.visits:
        came = words.kind(kinds.OUTCOMES, visit.outcome)
        said = _("Kunjungan: %(outcome)s") % {"outcome": came}
        yield _event(visit.visited_on, said, visit.place, visit.differences)
    for step in given.steps:
        yield _event(step.taken_on, title(step.step), step.institution.name)
        if step.closed_on is not None:
            ended = f"{title(step.step)}: {words.state('step', step.state)}"
            yield _event(step.closed_on, ended, text=step.closing_text)
    yield from _replies(given.replies)
    yield from _hand_overs(given.hand_overs)
    yield from (_note(one) for one in given.notes)
    if case.closed_on is not None:
        because = words.kind(kinds.CLOSING, case.closing_reason)
        done = words.upper(words.state("case", case.state))
        yield _event(case.closed_on, f"{done}: {because}", text=case.closing_text)


def _replies(replies: Iterable[Reply]) -> Iterator[Event]:
    for one in replies:
        via = words.kind(kinds.VIA, one.via)
        yield _event(one.received_on, _("Jawaban pemberi kerja"), via)
        if one.considered_at is not None:
            on = _day(one.considered_at)
            said = _("Jawaban dipertimbangkan")
            yield _event(on, said, text=one.consideration)


def _hand_overs(hand_overs: Iterable[HandOver]) -> Iterator[Event]:
    for one in hand_overs:
        kind = words.upper(words.kind(kinds.HAND_OVERS, one.kind))
        yield _event(one.sent_on, f"{kind}: {one.to.name}", text=one.message)
        if one.decided_at is not None:
            said = f"{one.to.name}: {words.state('hand_over', one.state)}"
            yield _event(_day(one.decided_at), said, text=one.reason)


def _finding(one: CaseFinding, case: Case) -> Event:
    label = badge(one.code).label
    people = frozen.people(one.people)
    said = _("Temuan dibekukan: %(finding)s, %(people)s")
    on = max(_day(one.added_at), case.opened_on)
    return _event(on, said % {"finding": label, "people": people})


def _note(one: CaseNote) -> Event:
    on = _day(one.at)
    if one.kind == "data_now_says":
        return _event(on, frozen.says(one), frozen.when(one), kind="machine")
    written = one.parts.get("text") or one.parts.get(spoken(), "")
    return _event(on, _("Catatan"), text=str(written))


def _event(
    on: date, said: str, more: str = "", text: str = "", kind: str = ""
) -> Event:
    written = date_format(on, "j F Y")
    return Event(on, said, f"{written} · {more}" if more else written, text, kind)


def _day(at: datetime) -> date:
    return clock.day_of(at)
