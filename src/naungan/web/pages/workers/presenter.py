"""Workers as the pages show them: in words, masked, with who is on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from naungan.casework.fieldwork.claims import VERDICTS, Measured, verdict
from naungan.casework.fieldwork.models import Assignment, Visit
from naungan.casework.fieldwork.outcomes import OUTCOMES
from naungan.casework.fieldwork.states import OPEN, STATES
from naungan.casework.intake.figures import SMALLEST_SHOWN
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.pages.workers import words
from naungan.web.persons.born import born_and_age
from naungan.web.persons.nik import grouped


Row = dict[str, Any]
NOBODY: Final = "–"


@dataclass(frozen=True)
class VisitLine:
    """One visit: what was claimed, and how it stands against the snapshot."""

    visit: Visit
    outcome: str
    verdict: str
    verdict_tone: str
    replaced: bool


@dataclass(frozen=True)
class AssignmentLine:
    """One assignment with its visits, newest first."""

    assignment: Assignment
    officer: str
    state: str
    is_open: bool
    is_late: bool
    visits: list[VisitLine]

    @property
    def last(self) -> VisitLine | None:
        """Give the visit that counts now."""
        return self.visits[0] if self.visits else None


@dataclass(frozen=True)
class WorkerLine:
    """One worker of a list."""

    number: int
    name: str
    nik: str
    born: str
    place: str
    status: str
    tone: str
    work: str
    segment: str
    since: str
    assignment: AssignmentLine | None


@dataclass(frozen=True)
class Count:
    """How many people have one status or category."""

    code: str
    label: str
    people: str


def lines(
    rows: Iterable[Row],
    assigned: Mapping[int, list[Assignment]],
    publication: Publication,
    today: date,
) -> list[WorkerLine]:
    """Arrange the rows of a list with the newest assignment of each."""
    return [
        line(row, assigned.get(row["person_id"], []), publication, today)
        for row in rows
    ]


def line(
    row: Row, held: list[Assignment], publication: Publication, today: date
) -> WorkerLine:
    """Arrange one worker."""
    newest = next(iter(assignments(held, row, publication, today)), None)
    return WorkerLine(
        number=row["person_id"],
        name=row["name"] or NOBODY,
        nik=nik(row),
        born=born_and_age(row, today),
        place=place(row["village_code"]),
        status=words.status(row.get("status")),
        tone=words.tone(row.get("status")),
        work=work(row),
        segment=words.segment(row.get("segment")),
        since=since(row, publication),
        assignment=newest,
    )


def assignments(
    held: list[Assignment], row: Row | None, publication: Publication, today: date
) -> list[AssignmentLine]:
    """Arrange the assignments of one worker, each visit beside what was measured."""
    measured = Measured(
        month=publication.month,
        published_at=publication.published_at,
        status=row.get("status") if row else None,
        village_code=village(row["village_code"]) if row else "",
    )
    return [
        AssignmentLine(
            assignment=one,
            officer=one.dispatch.officer.name,
            state=gettext(STATES[one.state]),
            is_open=one.state in OPEN,
            is_late=one.state in OPEN and one.dispatch.due_on < today,
            visits=_visits(one, measured),
        )
        for one in held
    ]


def assignment(one: Assignment, today: date) -> AssignmentLine:
    """Arrange one assignment where nothing is measured beside it."""
    nothing = Measured(0, one.dispatch.assigned_at, None, "")
    return AssignmentLine(
        assignment=one,
        officer=one.dispatch.officer.name,
        state=gettext(STATES[one.state]),
        is_open=one.state in OPEN,
        is_late=one.state in OPEN and one.dispatch.due_on < today,
        visits=_visits(one, nothing),
    )


def _visits(one: Assignment, measured: Measured) -> list[VisitLine]:
    found = _recorded(one)
    replaced = {visit.replaces_id for visit in found}
    return [
        VisitLine(
            visit=visit,
            outcome=gettext(OUTCOMES[visit.outcome].label),
            verdict=gettext(VERDICTS[code]) if code != "none" else "",
            verdict_tone=words.VERDICT_TONE.get(code, ""),
            replaced=visit.pk in replaced,
        )
        for visit in reversed(found)
        for code in (verdict(visit, measured, one.village_code),)
    ]


def _recorded(one: Assignment) -> list[Visit]:
    """Give the visits at hand: all, or the last one that a list brought along."""
    if "last_visit" not in one.__dict__:
        return list(one.visits.all())
    told: dict[str, Any] | None = one.__dict__["last_visit"]
    if told is None:
        return []
    return [
        Visit(
            id=told["id"],
            outcome=told["outcome"],
            visited_on=date.fromisoformat(told["visited_on"]),
            recorded_at=datetime.fromisoformat(told["recorded_at"]),
        )
    ]


def nik(row: Row) -> str:
    """Write a NIK in groups of four, masked where the door masked it."""
    return grouped(row.get("nik"), unknown=NOBODY)


def work(row: Row) -> str:
    """Name the employer, else the category."""
    return row.get("employer_name") or words.category(row.get("category"))


def since(row: Row, publication: Publication) -> str:
    """Say how long, as far as the snapshot knows."""
    months = row.get("months_in_arrears")
    if months:
        return ngettext(
            "%(count)s bulan belum dibayar", "%(count)s bulan belum dibayar", months
        ) % {"count": months}
    return gettext("per %s") % month(publication.month)


def village(code: int | str | None) -> str:
    """Write the code of a village with its dots; empty where there is none."""
    return regions.dotted(int(code)) if code else ""


def place(code: int | str | None) -> str:
    """Name a village."""
    known = regions.by_code(village(code)) if code else None
    return known.name if known else gettext("tanpa desa")


def by_status(rows: list[Row]) -> list[Count]:
    """Count people by status, the most pressing first; only those that somebody has."""
    return _counted(
        rows, "status", {code: words.status(code) for code in words.UNCOVERED}
    )


def by_category(rows: list[Row]) -> list[Count]:
    """Count uncovered people by category, the most numerous first."""
    open_rows = [row for row in rows if row["status"] in words.UNCOVERED]
    found: dict[str, int] = {}
    for row in open_rows:
        code = row["category"] or "unknown"
        found[code] = found.get(code, 0) + row["shown"]
    return [
        Count(code, words.category(code), format_number(people))
        for code, people in sorted(found.items(), key=lambda one: (-one[1], one[0]))
        if people
    ]


def total(rows: list[Row]) -> str:
    """Count the uncovered people; those unshared only where they are not few."""
    column = "shown" if 0 < unshared(rows) < SMALLEST_SHOWN else "people"
    return _sum(rows, words.UNCOVERED, column)


def partial(rows: list[Row]) -> str:
    """Count the people who are covered by some programmes."""
    return _sum(rows, ("partial_programmes",), "shown")


def _sum(rows: list[Row], statuses: Iterable[str], column: str) -> str:
    wanted = set(statuses)
    return format_number(sum(row[column] for row in rows if row["status"] in wanted))


def unshared(rows: list[Row]) -> int:
    """Count the uncovered people whom no institution shares with one's own."""
    return sum(
        row["people"] - row["shown"] for row in rows if row["status"] in words.UNCOVERED
    )


def _counted(rows: list[Row], column: str, labels: dict[str, str]) -> list[Count]:
    found = dict.fromkeys(labels, 0)
    for row in rows:
        if row[column] in found:
            found[row[column]] += row["shown"]
    return [
        Count(code, labels[code], format_number(people))
        for code, people in found.items()
        if people
    ]


def month(index: int | None) -> str:
    """Name a month; a dash where there is none."""
    if index is None:
        return NOBODY
    year, at = divmod(index, 12)
    return date_format(date(year, at + 1, 1), "F Y")
