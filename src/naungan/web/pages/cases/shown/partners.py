"""Who takes part in a case: institutions, hand-overs, the team with its decree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import (
    Case,
    HandOver,
    Paper,
    Participation,
    PlannedVisit,
    Reply,
    Skk,
    Team,
    VisitRecord,
)
from naungan.casework.compliance.states import ALIVE, DELIVERED
from naungan.lib.money import format_rupiah
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown.head import Link
from naungan.web.pages.cases.shown.ladder import day
from naungan.web.papers.field import size_words


@dataclass(frozen=True)
class Partner:
    """An institution in a case."""

    name: str
    part: str
    badge: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Sent:
    """A hand-over with its answer."""

    title: str
    when: str
    reason: str
    state: str
    tone: str
    icon: str
    address: str
    withdraw: str


@dataclass(frozen=True)
class Answered:
    """A reply with its papers and what became of it."""

    number: int
    title: str
    when: str
    text: str
    state: str
    tone: str
    icon: str
    papers: list["PaperLine"]
    consideration: str
    considered: str
    address: str


@dataclass(frozen=True)
class PaperLine:
    """A file that may be taken along."""

    name: str
    size: str
    when: str
    address: str


def partners(
    case: Case, scope: Scope, participations: Iterable[Participation]
) -> list[Partner]:
    """Name the owner first, then whoever takes or took part."""
    found = [
        _partner(case.institution.name, _("pemilik kasus"), case.institution_id, scope)
    ]
    for one in participations:
        part = _("ikut sejak %(day)s") % {"day": day(one.since)}
        if one.until is not None:
            part = _("ikut %(since)s sampai %(until)s") % {
                "since": day(one.since),
                "until": day(one.until),
            }
        found.append(_partner(one.institution.name, part, one.institution_id, scope))
    return found


def _partner(name: str, part: str, number: int, scope: Scope) -> Partner:
    badge = _("lembaga Anda") if number == scope.institution_id else ""
    return Partner(name, part, badge)


def hand_overs(scope: Scope, found: Iterable[HandOver]) -> list[Sent]:
    """Arrange what was handed over, the newest first."""
    return [_sent(scope, one) for one in reversed(list(found))]


def _sent(scope: Scope, one: HandOver) -> Sent:
    waits = one.state == "sent"
    mine, ours = (
        one.to_id == scope.institution_id,
        one.institution_id == scope.institution_id,
    )
    tone = words.tone("hand_over", one.state)
    return Sent(
        title=f"{words.upper(words.kind(kinds.HAND_OVERS, one.kind))}: {one.to.name}",
        when=day(one.sent_on),
        reason=one.reason or one.message,
        state=words.upper(words.state("hand_over", one.state)),
        tone=tone,
        icon=words.ICON.get(tone, ""),
        address=reverse("cases.decide", args=[one.case_id, one.pk])
        if waits and mine and scope.may("take_steps")
        else "",
        withdraw=reverse("cases.recall", args=[one.case_id, one.pk])
        if waits and ours and scope.may("take_steps")
        else "",
    )


def team(found: Team | None) -> dict[str, str] | None:
    """Name the team with its decree and members."""
    if found is None:
        return None
    members = [
        one.name or (one.user.name if one.user else "–") for one in found.members.all()
    ]
    basis = _("SK %(number)s, %(day)s") % {
        "number": found.sk_number or "–",
        "day": day(found.sk_on) if found.sk_on else "–",
    }
    return {"name": found.name, "basis": basis, "members": ", ".join(members)}


def replies(
    scope: Scope, found: Iterable[Reply], papers: Iterable[Paper]
) -> list[Answered]:
    """Arrange answers with their papers, the newest first."""
    held = list(papers)
    return [
        answered(scope, one, [file for file in held if file.reply_id == one.pk])
        for one in reversed(list(found))
    ]


def paper(one: Paper, case: int) -> PaperLine:
    """Arrange one file."""
    return PaperLine(
        name=one.name,
        size=size_words(one.size),
        when=day(clock.day_of(one.added_at)),
        address=reverse("cases.paper", args=[case, one.pk]),
    )


def answered(scope: Scope, one: Reply, papers: Iterable[Paper]) -> Answered:
    """Arrange one answer."""
    waits = one.state == "in"
    tone = words.tone("reply", one.state)
    by = one.sender_name or _("pemberi kerja")
    done = ""
    if one.considered_at is not None:
        done = _("dipertimbangkan %(day)s") % {
            "day": day(clock.day_of(one.considered_at))
        }
    return Answered(
        number=one.pk,
        title=by,
        when=f"{day(one.received_on)} · {words.kind(kinds.VIA, one.via)}",
        text=one.text,
        state=words.upper(words.state("reply", one.state)),
        tone=tone,
        icon=words.ICON.get(tone, "good"),
        papers=[paper(file, one.case_id) for file in papers],
        consideration=one.consideration,
        considered=done,
        address=reverse("cases.consider", args=[one.case_id, one.pk])
        if waits and scope.may("take_steps")
        else "",
    )


@dataclass(frozen=True)
class MandateLine:
    """A mandate with what may be done with it."""

    title: str
    text: str
    reason: str
    state: str
    tone: str
    icon: str
    acts: list[Link]


def mandates(found: Iterable[Skk], *, may: bool) -> list[MandateLine]:
    """Arrange the mandates of a case, the newest first."""
    return [_mandate(one, may=may) for one in found]


def _mandate(one: Skk, *, may: bool) -> MandateLine:
    tone = words.tone("mandate", one.state)
    money = format_rupiah(one.principal_idr + one.fine_idr)
    said = _("%(number)s, %(day)s, kepada %(to)s, %(money)s")
    number = one.number or _("belum bernomor")
    given = {"number": number, "day": day(one.issued_on), "to": one.to.name}
    offered = [
        (_("Catat register"), "cases.register", ("issued",)),
        (_("Dikembalikan"), "cases.mandate_back", DELIVERED),
        (_("Berhasil"), "cases.realise", DELIVERED),
        (_("Berakhir"), "cases.expire", ALIVE),
    ]
    acts = [
        Link(label, reverse(name, args=[one.case_id, one.pk]))
        for label, name, states in offered
        if may and one.state in states
    ]
    return MandateLine(
        title=_("SKK %s") % words.kind(kinds.MANDATES, one.kind),
        text=said % {**given, "money": money},
        reason=one.reason,
        state=words.upper(words.state("mandate", one.state)),
        tone=tone,
        icon=words.ICON.get(tone, ""),
        acts=acts,
    )


@dataclass(frozen=True)
class VisitLine:
    """A visit of a case."""

    title: str
    text: str
    address: str


def visits(
    found: Iterable[PlannedVisit], records: Sequence[VisitRecord]
) -> list[VisitLine]:
    """Arrange the visits of a case, the newest first.

    Those that were planned and not cancelled lead to their page; the others that were
    recorded say what came of them, as last corrected.
    """
    planned = [one for one in found if one.cancelled_on is None]
    shown = {one.pk for one in planned}
    corrected = {one.replaces_id for one in records}
    lines = [
        (
            one.planned_on,
            f"{one.purpose} · {one.institution.name}",
            reverse("visits.one", args=[one.pk]),
        )
        for one in planned
    ]
    lines += [
        (one.visited_on, " · ".join(filter(None, (_came(one), one.place))), "")
        for one in records
        if one.visit_id not in shown and one.pk not in corrected
    ]
    lines.sort(key=lambda line: line[0], reverse=True)
    return [VisitLine(day(on), text, address) for on, text, address in lines]


def _came(one: VisitRecord) -> str:
    return words.upper(words.kind(kinds.OUTCOMES, one.outcome))
