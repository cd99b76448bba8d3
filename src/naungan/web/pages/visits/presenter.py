"""Visits as pages show them: what is ahead, what waits to be written, what was seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import PlannedVisit, VisitRecord
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.pages.cases.shown.ladder import day, left
from naungan.web.pages.cases.words import kind, upper
from naungan.web.papers.field import size_words


@dataclass(frozen=True)
class Line:
    """One visit of a list."""

    title: str
    text: str
    address: str
    badge: str = ""
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Part:
    """Visits that are alike."""

    code: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class PaperLine:
    """A photograph or paper."""

    name: str
    size: str
    address: str


@dataclass(frozen=True)
class Record:
    """What was seen on one visit."""

    title: str
    when: str
    facts: list[tuple[str, str]]
    text: str
    papers: list[PaperLine]


def parts(
    plans: Iterable[PlannedVisit], records: Iterable[VisitRecord], today: date
) -> list[Part]:
    """Arrange visits: past ones without a record first, then those ahead, then the rest."""
    held = list(plans)
    late = [_plan(one, today) for one in held if one.planned_on < today]
    ahead = [_plan(one, today) for one in held if one.planned_on >= today]
    return [
        Part("catat", _("Perlu dicatat"), late),
        Part("rencana", _("Direncanakan"), ahead),
        Part("hasil", _("Hasil terbaru"), [_seen(one) for one in records]),
    ]


def when(visit: PlannedVisit, today: date) -> str:
    """Say when a visit is, or that it was cancelled."""
    written = date_format(visit.planned_on, "l, j F Y")
    if visit.cancelled_on is not None:
        reason = visit.cancel_reason
        return _("%(day)s · dibatalkan: %(reason)s") % {
            "day": written,
            "reason": reason,
        }
    return f"{written} · {left(visit.planned_on, today)}"


def facts(visit: PlannedVisit) -> list[tuple[str, str]]:
    """Say who goes, and why."""
    people = [
        ", ".join(part for part in (one.name or _user(one), one.position) if part)
        for one in visit.members.all()
    ]
    said = (
        (_("Tujuan"), visit.purpose),
        (_("Lembaga"), visit.institution.name),
        (_("Tim"), visit.team.name if visit.team else ""),
        (_("Petugas"), "; ".join(people)),
        (_("NPP"), visit.npp),
    )
    return [(label, value) for label, value in said if value]


def record(one: VisitRecord) -> Record:
    """Arrange what was seen."""
    said = (
        (_("Tempat"), one.place),
        (_("Yang ditemui"), one.people_met),
        (_("Pekerja yang ada"), _count(one.workers_found)),
        (_("Di antaranya terdaftar"), _count(one.workers_declared)),
        (_("Daftar upah diperlihatkan"), _("ya") if one.payroll_seen else _("tidak")),
        (
            _("Selisih upah sebulan"),
            format_rupiah(one.wage_gap_idr) if one.wage_gap_idr else "",
        ),
    )
    papers = [
        PaperLine(
            file.name,
            size_words(file.size),
            reverse("visits.paper", args=[one.visit_id, file.pk]),
        )
        for file in one.papers.all()
    ]
    return Record(
        title=upper(kind(kinds.OUTCOMES, one.outcome)),
        when=f"{date_format(one.visited_on, 'j F Y')} · {one.institution.name}, {one.recorded_by.name}",
        facts=[(label, value) for label, value in said if value],
        text=one.differences,
        papers=papers,
    )


def _plan(one: PlannedVisit, today: date) -> Line:
    is_late = one.planned_on < today
    return Line(
        title=one.name,
        text=f"{one.purpose} · {one.institution.name}",
        address=reverse("visits.one", args=[one.pk]),
        badge=f"{day(one.planned_on)}, {left(one.planned_on, today)}",
        tone="warn" if is_late else "",
        icon="late" if is_late else "",
    )


def _seen(one: VisitRecord) -> Line:
    name = one.visit.name if one.visit else one.case.name if one.case else "–"
    address = reverse("visits.one", args=[one.visit_id]) if one.visit_id else ""
    if not address and one.case_id:
        address = reverse("cases.one", args=[one.case_id])
    return Line(
        title=name,
        text=f"{day(one.visited_on)} · {one.institution.name}",
        address=address,
        badge=upper(kind(kinds.OUTCOMES, one.outcome)),
    )


def _user(member: object) -> str:
    user = getattr(member, "user", None)
    return user.name if user else ""


def _count(number: int | None) -> str:
    return "" if number is None else format_number(number)
