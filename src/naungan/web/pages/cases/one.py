"""The page of one case, gathered: ladder, findings, replies, partners, letters, history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions.steps import BY_MANDATE, mandate_of
from naungan.casework.compliance.letter_days import standing
from naungan.casework.compliance.models import Case, StepTaken, UploadLink
from naungan.casework.compliance.queries.whole import Whole
from naungan.casework.compliance.rules import Known, Ladder
from naungan.casework.compliance.states import COUNTED, IN_FORCE, RUNNING
from naungan.casework.correspondence.models import Letter
from naungan.web.pages.cases import words
from naungan.web.pages.cases.letter.issuing import has_letter, letters_of
from naungan.web.pages.cases.place import debt_of
from naungan.web.pages.cases.shown import (
    asking,
    findings,
    head,
    ladder,
    partners,
    past,
)
from naungan.web.pages.cases.shown.head import Link
from naungan.web.pages.employers.words import SCALE, word


@dataclass(frozen=True)
class Acts:
    """What whoever looks may do with a case."""

    reply: bool
    link: bool
    remark: bool
    hand_over: bool
    lines: list[Link]


@dataclass(frozen=True)
class LetterLine:
    """A letter of a case."""

    title: str
    number: str
    when: str
    pdf: str


@dataclass(frozen=True)
class LinkLine:
    """An open way in for the employer's answer."""

    text: str
    revoke: str


def gather(case: Case, scope: Scope, today: date) -> dict[str, Any]:
    """Read everything about a case once, and arrange it."""
    whole = queries.of_case(case)
    debt = debt_of(case, today)
    proposals = queries.proposals(scope, case, today, whole=whole, debt_idr=debt)
    may = scope.may("take_steps") and case.state == "open"
    given = ladder.drawn(case, whole.steps, proposals, may=may, today=today)
    ahead = ladder.next_code(given)
    happened = past.Happened(
        case,
        whole.steps,
        whole.replies,
        whole.hand_overs,
        whole.findings,
        whole.notes,
        whole.records,
    )
    waits = asking.asks(case, scope, whole, today, debt)
    return {
        "case": head.present(
            case,
            scope,
            _actions(case, waits, ahead),
            is_denied=case.state == "settled"
            and bool(asking.denied(case, scope, whole)),
        ),
        "asks": waits,
        "figures": asking.figures(case, whole.findings, today),
        "ladder": ladder.draw(given),
        "findings": findings.present(whole.findings, whole.notes),
        "replies": partners.replies(scope, whole.replies, whole.papers),
        "links": _links(whole.links, may=may),
        "past": past.present(happened, ladder.title(ahead) if ahead else ""),
        "partners": partners.partners(case, scope, whole.participations),
        "hand_overs": partners.hand_overs(scope, whole.hand_overs),
        "mandates": partners.mandates(whole.mandates, may=may),
        "team": partners.team(case.team),
        "letters": [_letter(one) for one in letters_of(scope, case)],
        "papers": [
            partners.paper(one, case.pk) for one in whole.papers if not one.reply_id
        ],
        "visits": partners.visits(whole.visits, whole.records),
        "who": _who(case),
        "siblings": [head.sibling(one) for one in queries.siblings(scope, case)],
        "acts": _acts(case, scope, whole, today),
    }


def _actions(case: Case, waits: list[asking.Ask], ahead: str) -> tuple[Link, ...]:
    """Offer at most one thing first: what waits, else the next step."""
    first = next((one for one in waits if one.address.startswith("/")), None)
    if first is not None:
        return (Link(first.label, first.address, is_primary=True),)
    if not ahead:
        return ()
    address = ladder.address(case, ahead)
    return (Link(ladder.title(ahead), address, is_primary=True),)


def _acts(case: Case, scope: Scope, whole: Whole, today: date) -> Acts:
    is_open = case.state == "open"
    takes = scope.may("take_steps") and is_open
    return Acts(
        reply=takes,
        link=takes,
        remark=takes,
        hand_over=takes,
        lines=[
            *_exposed(case, scope),
            *_of_steps(case, whole, scope, today, takes=takes),
            *_returns(whole, scope, takes=takes),
            *_adds(case, scope, takes=takes),
            *_ends(case, scope),
        ],
    )


def _ends(case: Case, scope: Scope) -> list[Link]:
    """Give what the owner may do with the whole case."""
    if not scope.may("take_steps") or scope.institution_id != case.institution_id:
        return []
    offered = [
        (_("Catat sebagai dipenuhi"), "cases.settle", ("open",)),
        (_("Prioritas"), "cases.priority", ("open",)),
        (_("Tutup kasus"), "cases.close", ("open", "settled")),
        (_("Buka kembali"), "cases.reopen", ("settled", "closed")),
    ]
    return [
        Link(label, reverse(name, args=[case.pk]), name)
        for label, name, states in offered
        if case.state in states
    ]


def _adds(case: Case, scope: Scope, *, takes: bool) -> list[Link]:
    """Give what may be added to a case, and who may say whose it is."""
    if not takes:
        return []
    offered = [
        (_("Tambah temuan"), "cases.finding"),
        (_("Tambah berkas"), "cases.papers"),
    ]
    if scope.may("open_cases") and scope.institution_id == case.institution_id:
        offered.append((_("Ganti petugas"), "cases.officer"))
    return [Link(label, reverse(name, args=[case.pk])) for label, name in offered]


def _of_steps(
    case: Case, whole: Whole, scope: Scope, today: date, *, takes: bool
) -> list[Link]:
    """Offer one's own letters still to be issued, and to take back one's last step."""
    if not takes:
        return []
    here = scope.institution_id
    heard = Known(replies_in=sum(one.state == "in" for one in whole.replies))
    stands = Ladder(case, whole.steps, today, heard)
    found = [
        Link(
            _("Terbitkan surat: %s") % ladder.title(one.step),
            reverse("cases.letter", args=[case.pk, one.pk]),
        )
        for one in whole.steps
        if one.letter_id is None
        and one.state in IN_FORCE
        and has_letter(one.step)
        and one.institution_id == here
        and not _is_numbered(one, whole)
        and standing(one, stands).why_not is None
    ]
    found += [
        Link(
            _("Selesaikan %s") % ladder.title(one.step),
            reverse("cases.end_step", args=[case.pk, one.pk]),
        )
        for one in [
            one
            for one in whole.steps
            if one.state in IN_FORCE
            and one.institution_id == here
            and one.step not in BY_MANDATE
        ][-1:]
    ]
    counted = [one for one in whole.steps if one.state in COUNTED]
    for last in counted[-1:]:
        ours = last.institution_id == here and last.step not in BY_MANDATE
        if last.state not in RUNNING or not ours:
            continue
        label = _("Tarik %s") % ladder.title(last.step)
        address = reverse("cases.withdraw", args=[case.pk, last.pk])
        found.append(Link(label, address))
    return found


def _is_numbered(step: StepTaken, whole: Whole) -> bool:
    """Tell whether a step gave a mandate whose paper was written elsewhere."""
    given = mandate_of(step, whole.mandates)
    return given is not None and bool(given.number)


def _exposed(case: Case, scope: Scope) -> list[Link]:
    """Lead to what a death would cost the employer, where data name it."""
    if case.employer_id is None or not scope.may("see_employers"):
        return []
    label = _("Bila satu pekerja meninggal hari ini")
    return [Link(label, reverse("cases.exposure", args=[case.pk]))]


def _returns(whole: Whole, scope: Scope, *, takes: bool) -> list[Link]:
    """Offer to give back a case that one's institution took on."""
    return [
        Link(
            _("Kembalikan kasus"),
            reverse("cases.give_back", args=[one.case_id, one.pk]),
        )
        for one in whole.hand_overs
        if takes and one.to_id == scope.institution_id and one.state == "accepted"
    ]


def _links(found: Iterable[UploadLink], *, may: bool) -> list[LinkLine]:
    lines = []
    for one in found:
        said = ngettext(
            "Tautan dibuat %(made)s, berlaku sampai %(until)s, dipakai %(uses)s kali",
            "Tautan dibuat %(made)s, berlaku sampai %(until)s, dipakai %(uses)s kali",
            one.uses,
        )
        text = said % {
            "made": date_format(clock.shown(one.made_at), "j M Y"),
            "until": date_format(timezone.localtime(one.expires_at), "j M Y"),
            "uses": one.uses,
        }
        ended = one.revoked_at is not None
        revoke = reverse("cases.revoke", args=[one.case_id, one.pk])
        if ended:
            text = _("%s; sudah dicabut") % text
        lines.append(LinkLine(text, revoke if may and not ended else ""))
    return lines


def _letter(one: Letter) -> LetterLine:
    return LetterLine(
        title=ladder.title(one.letter),
        number=one.number,
        when=date_format(one.issued_on, "j M Y"),
        pdf=reverse("letters.pdf", args=[one.pk]),
    )


def _waits(case: Case) -> str:
    return words.waits(case) if case.state == "open" else ""


def _who(case: Case) -> list[tuple[str, str]]:
    said = (
        (_("Jenis"), words.upper(words.term(case.kind))),
        (_("NPP"), case.npp),
        (_("NIB"), case.nib),
        (_("Skala"), word(SCALE, case.scale) if case.scale else ""),
        (_("KBLI"), case.sector),
        (_("Tempat"), head.where(case)),
        (_("Petugas"), case.officer.name if case.officer else ""),
        (_("Menunggu"), _waits(case)),
    )
    return [(label, value) for label, value in said if value]
