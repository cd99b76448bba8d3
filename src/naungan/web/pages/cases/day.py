"""Hari saya: what an officer must not miss today, each with the way to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import (
    Case,
    HandOver,
    PlannedVisit,
    Reply,
    Skk,
)
from naungan.casework.compliance.queries.day import MyDay
from naungan.lib.numbers import format_number
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown.head import where
from naungan.web.pages.cases.shown.ladder import day, left, title


SHOWN: Final = 10
"""How many lines a part shows; the rest is behind its link."""


@dataclass(frozen=True)
class Line:
    """One thing to do."""

    title: str
    text: str
    address: str
    badge: str = ""
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Part:
    """Things of one kind, the most pressing first, and how many there are."""

    code: str
    title: str
    count: int
    lines: list[Line]
    more: str = ""


@dataclass(frozen=True)
class Count:
    """A figure of the strip, with the way to what it counts."""

    label: str
    value: str
    address: str
    is_late: bool = False


def counts(parts: Iterable[Part]) -> list[Count]:
    """Give the strip of the day."""
    return [
        Count(
            label=one.title,
            value=format_number(one.count),
            address=f"#{one.code}" if one.count else "",
            is_late=one.code == "lewat" and one.count > 0,
        )
        for one in parts
    ]


def part(code: str, label: str, count: int, lines: list[Line], **more: Any) -> Part:
    """Give one part; `more` are filters of the list that shows all of it."""
    address = ""
    if count > len(lines) and more:
        query = "&".join(f"{name}={value}" for name, value in more.items())
        address = f"{reverse('cases.list')}?{query}"
    return Part(code, label, count, lines, address)


def case_line(case: Case, today: date) -> Line:
    """Arrange a case whose term ends or ended."""
    due = case.due_on
    is_late = due is not None and due < today
    stage = title(case.stage) if case.stage else _("Belum ada langkah")
    return Line(
        title=case.name,
        text=f"{stage} · {words.kind(kinds.TRACKS, case.track)} · {where(case)}",
        address=reverse("cases.one", args=[case.pk]),
        badge=f"{day(due)}, {left(due, today)}" if due else "",
        tone="bad" if is_late else "",
        icon="late" if is_late else "",
    )


def reply_line(one: Reply) -> Line:
    """Arrange an answer that nobody considered yet."""
    return Line(
        title=one.case.name,
        text=_("Masuk %(day)s, %(via)s")
        % {"day": day(one.received_on), "via": words.kind(kinds.VIA, one.via)},
        address=reverse("cases.one", args=[one.case_id]) + f"#jawaban-{one.pk}",
        badge=_("Pertimbangkan"),
        tone="warn",
        icon="warn",
    )


def hand_over_line(one: HandOver) -> Line:
    """Arrange a case that another institution sent."""
    kind = words.upper(words.kind(kinds.HAND_OVERS, one.kind))
    return Line(
        title=one.case.name,
        text=_("%(kind)s dari %(institution)s, %(day)s")
        % {"kind": kind, "institution": one.institution.name, "day": day(one.sent_on)},
        address=reverse("cases.decide", args=[one.case_id, one.pk]),
        badge=_("Terima atau tolak"),
        tone="warn",
        icon="warn",
    )


def mandate_line(one: Skk) -> Line:
    """Arrange a mandate that was given to us and that we did not register yet."""
    kind = _("SKK %s") % words.kind(kinds.MANDATES, one.kind)
    said = _("%(kind)s dari %(institution)s, %(day)s")
    given = {"institution": one.institution.name, "day": day(one.issued_on)}
    return Line(
        title=one.case.name,
        text=said % {"kind": kind, **given},
        address=reverse("cases.register", args=[one.case_id, one.pk]),
        badge=_("Catat register"),
        tone="warn",
        icon="warn",
    )


def visit_line(one: PlannedVisit, today: date) -> Line:
    """Arrange a visit of the coming days."""
    return Line(
        title=one.name,
        text=one.purpose,
        address=reverse("visits.one", args=[one.pk]),
        badge=f"{day(one.planned_on)}, {left(one.planned_on, today)}",
    )


def present(found: MyDay, today: date) -> list[Part]:
    """Arrange the day, the most pressing part first."""
    late = [one for one in found.due if one.due_on and one.due_on < today]
    soon = [one for one in found.due if one.due_on and one.due_on >= today]
    count = found.counts
    cases = {
        "lewat": (_("Lewat batas"), count["over"], late, _ours("over")),
        "segera": (_("Batas tujuh hari"), count["soon"], soon, _ours("soon")),
        "langkah": (_("Menunggu langkah"), count["us"], found.ours, {"menunggu": "us"}),
    }
    parts = {
        code: part(
            code, label, many, [case_line(one, today) for one in held[:SHOWN]], **more
        )
        for code, (label, many, held, more) in cases.items()
    }
    answers = [reply_line(one) for one in found.replies[:SHOWN]]
    sent = [hand_over_line(one) for one in found.hand_overs_to_us[:SHOWN]]
    given = [mandate_line(one) for one in found.mandates[:SHOWN]]
    mandates = part("skk", _("Surat kuasa khusus"), count["mandates"], given)
    visits = [visit_line(one, today) for one in found.visits[:SHOWN]]
    contrary = [case_line(one, today) for one in found.denied[:SHOWN]]
    more = {"keadaan": "denied"}
    against = part(
        "dibantah", words.upper(words.denied()), count["denied"], contrary, **more
    )
    return [
        parts["lewat"],
        part("jawaban", _("Jawaban masuk"), count["reply"], answers, menunggu="reply"),
        part("serah-terima", _("Serah terima"), count["hand_overs"], sent),
        *([mandates] if given else []),
        parts["segera"],
        part("kunjungan", _("Kunjungan"), count["visits"], visits),
        *([against] if contrary else []),
        parts["langkah"],
    ]


def _ours(due: str) -> dict[str, str]:
    """Give the filters of terms after which one's own institution goes on."""
    return {"keadaan": "open", "batas": due, "giliran": "kami"}


def written(on: date) -> str:
    """Write a day with its weekday."""
    return date_format(on, "l, j F Y")
