"""What the page of a case says first: what waits for an answer, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, passing
from naungan.casework.compliance.models import (
    Case,
    CaseFinding,
    HandOver,
    Reply,
    Skk,
    StepTaken,
)
from naungan.casework.compliance.queries.whole import Whole
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown import findings, head
from naungan.web.pages.cases.shown.ladder import day, left, title


UNREGISTERED: Final = "unregistered_employer"


@dataclass(frozen=True)
class Ask:
    """One thing that waits, with the way to settle it."""

    text: str
    more: str = ""
    tone: str = "warn"
    icon: str = "warn"
    address: str = ""
    label: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure of the strip on top."""

    label: str
    value: str
    note: str = ""
    is_late: bool = False


def asks(
    case: Case, scope: Scope, whole: Whole, today: date, debt_idr: int | None
) -> list[Ask]:
    """Say what waits on this case for whoever looks."""
    found = [_reply(one, scope) for one in whole.replies if one.state == "in"]
    handed = [
        _hand_over(one)
        for one in whole.hand_overs
        if one.state == "sent" and one.to_id == scope.institution_id
    ]
    found += handed or _mandates(case, scope, whole.mandates)
    found += _mended(case, scope, whole)
    found += [_unsigned(one, scope) for one in whole.steps if one.state == "unsigned"]
    found += _unsent(case, scope, whole)
    if (case.track, case.state, debt_idr) == ("arrears", "open", None):
        found.append(uncounted(case, scope))
    if head.late(case, today) and case.due_on is not None:
        found.append(_late(case, case.due_on, today))
    return found


def uncounted(case: Case, scope: Scope) -> Ask:
    """Say that nobody counted yet what is owed, which letters of arrears must name."""
    may = scope.may("record_payments")
    return Ask(
        _("Utang kasus ini belum dihitung."),
        _(
            "Surat penagihan dan gugatan menyebut bulan dan jumlahnya; tanpa itu "
            "langkah dan suratnya tidak dapat dicatat."
        ),
        address=reverse("collection.count", args=[case.pk]) if may else "",
        label=_("Hitung utang"),
    )


def figures(case: Case, frozen: Iterable[CaseFinding], today: date) -> list[Figure]:
    """Give the strip: whom it concerns, the money, the stage, the day it ends."""
    held = list(frozen)
    monthly = sum(one.monthly_idr for one in held)
    due = case.due_on if case.state == "open" else None
    return [
        Figure(_("Pekerja terkena"), format_number(case.people), _found(held)),
        Figure(_("Rupiah sebulan"), format_rupiah(monthly) if monthly else "–"),
        Figure(
            _("Tahap"),
            title(case.stage) if case.stage else _("Belum ada langkah"),
            _since(case, today),
        ),
        Figure(
            _("Batas"),
            date_format(due, "j M Y") if due else "–",
            left(due, today) if due else _waits(case),
            is_late=head.late(case, today),
        ),
    ]


def idle(case: Case, today: date) -> str:
    """Say how long a case has stood at its stage."""
    days = max((today - case.stage_since).days, 0)
    said = ngettext("%(days)s hari di tahap ini", "%(days)s hari di tahap ini", days)
    return said % {"days": format_number(days)}


def _found(held: list[CaseFinding]) -> str:
    said = ngettext(
        "%(count)s temuan dibekukan", "%(count)s temuan dibekukan", len(held)
    )
    return said % {"count": len(held)}


def _since(case: Case, today: date) -> str:
    if case.state != "open":
        return ""
    return idle(case, today)


def _waits(case: Case) -> str:
    if case.state != "open":
        return ""
    waits = words.waits(case)
    return _("menunggu %(waits)s") % {"waits": waits}


def _reply(one: Reply, scope: Scope) -> Ask:
    may = scope.may("take_steps")
    return Ask(
        _("Jawaban %(day)s belum dipertimbangkan.") % {"day": day(one.received_on)},
        _("Langkah berikut menunggu pertimbangan itu."),
        address=reverse("cases.consider", args=[one.case_id, one.pk])
        if may
        else f"#jawaban-{one.pk}",
        label=_("Pertimbangkan jawaban") if may else _("Baca jawaban"),
    )


def _hand_over(one: HandOver) -> Ask:
    kind = words.upper(words.kind(kinds.HAND_OVERS, one.kind))
    return Ask(
        _("%(kind)s menunggu keputusan lembaga Anda.") % {"kind": kind},
        one.message,
        address=reverse("cases.decide", args=[one.case_id, one.pk]),
        label=_("Terima atau tolak"),
    )


def _mandates(case: Case, scope: Scope, given: Iterable[Skk]) -> list[Ask]:
    """Say which mandates one's institution was given and did not register yet."""
    if not scope.may("take_steps") or case.state != "open":
        return []
    here = scope.institution_id
    said = _("%(kind)s dari %(day)s menunggu dicatat lembaga Anda.")
    return [
        Ask(
            said
            % {
                "kind": _("SKK %s") % words.kind(kinds.MANDATES, one.kind),
                "day": day(one.issued_on),
            },
            address=reverse("cases.register", args=[one.case_id, one.pk]),
            label=_("Catat register"),
        )
        for one in given
        if (one.state, one.to_id) == ("issued", here)
    ]


def _unsigned(one: StepTaken, scope: Scope) -> Ask:
    """Say that the letter of a step counts for nothing yet, to whoever may sign it."""
    is_ours = one.institution_id == scope.institution_id and one.letter_id is not None
    may = is_ours and scope.may("sign_letters")
    return Ask(
        _("Surat %(step)s belum ditandatangani.") % {"step": title(one.step)},
        _("Tenggangnya belum berjalan, dan langkah berikut menunggu tanda tangan itu."),
        address=reverse("letters.sign", args=[one.letter_id]) if may else "",
        label=_("Tanda tangani"),
    )


def _unsent(case: Case, scope: Scope, whole: Whole) -> list[Ask]:
    """Say which step brought the case before an institution that does not hold it.

    A mandate brings it there with its letter, once that is signed.
    """
    handed = whole.hand_overs
    may = scope.may("take_steps") and scope.institution_id == case.institution_id
    if not may or case.state != "open":
        return []
    sent = [one.kind for one in handed if one.state in ("sent", "accepted")]
    last = {one.kind: one for one in handed if one.state in ("rejected", "returned")}
    if any(one.state == "prepared" for one in whole.mandates):
        sent.append("mandate")
    return [
        _sent_back(last[kind]) if kind in last else _not_sent(case, kind)
        for kind in passing.not_yet_sent(case.track, whole.steps, sent)
    ]


def _not_sent(case: Case, kind: str) -> Ask:
    return Ask(
        _("Langkahnya sudah diambil, tetapi kasusnya belum dikirim: %(kind)s.")
        % {"kind": words.kind(kinds.HAND_OVERS, kind)},
        _("Lembaga itu belum dapat membaca kasusnya."),
        address=f"{reverse('cases.hand_over', args=[case.pk])}?untuk={kind}",
        label=_("Serahkan"),
    )


def _sent_back(one: HandOver) -> Ask:
    """Say who refused or gave back a case, why, and what may follow."""
    said = _("%(kind)s ditolak %(to)s pada %(day)s.")
    on = one.sent_on if one.decided_at is None else clock.day_of(one.decided_at)
    if one.state == "returned":
        said = _("%(kind)s dikembalikan %(to)s; diserahkan %(day)s.")
        on = one.sent_on
    kind = words.upper(words.kind(kinds.HAND_OVERS, one.kind))
    more = [_("Alasannya: “%s”.") % one.reason.rstrip(".")] if one.reason else []
    more.append(
        _(
            "Serahkan lagi bila alasannya sudah teratasi, atau kepada lembaga yang "
            "berwenang; atau ambil langkah lain yang boleh pada tangga di bawah."
        )
    )
    return Ask(
        said % {"kind": kind, "to": one.to.name, "day": day(on)},
        " ".join(more),
        address=f"{reverse('cases.hand_over', args=[one.case_id])}?untuk={one.kind}",
        label=_("Serahkan lagi"),
    )


def _mended(case: Case, scope: Scope, whole: Whole) -> list[Ask]:
    """Say on top that the data no longer show what the case is about, and since when."""
    if case.state == "settled":
        return denied(case, scope, whole)
    since = findings.gone_since(whole.findings, whole.notes)
    if since is None or case.state != "open":
        return []
    others = findings.not_in_case(whole.findings, whole.notes)
    heard = [one for one in whole.replies if one.state == "considered"]
    more = [
        _("Jawaban pemberi kerja %(day)s sudah dipertimbangkan.")
        % {"day": day(one.received_on)}
        for one in heard[-1:]
    ]
    frozen = {one.code for one in whole.findings}
    said = _("Data kini menunjukkan temuan lain: %s.")
    if UNREGISTERED in frozen and others:
        said = _("Terdaftar baru di atas kertas: data masih menunjukkan %s.")
    more += [said % one for one in others]
    more.append(
        _("Nilai dahulu apakah kasusnya selesai; langkah berikut tetap dapat diambil.")
    )
    text = _("Data menunjukkan temuan kasus ini sudah tidak ada sejak %s.")
    name, label = ("cases.settle", _("Catat sebagai dipenuhi"))
    if others:
        name, label = ("cases.finding", _("Tambah temuan"))
    return [
        Ask(
            text % since,
            " ".join(more),
            address=_own(case, scope, name),
            label=label,
        )
    ]


def denied(case: Case, scope: Scope, whole: Whole) -> list[Ask]:
    """Say on top of a settled case what later data show all the same."""
    shown = findings.shown_since(whole.notes, case.closed_on or case.opened_on)
    if not shown:
        return []
    frozen = {one.code for one in whole.findings}
    said = _("Dicatat dipenuhi, tetapi data sesudahnya menunjukkan %s.")
    if UNREGISTERED in frozen and findings.gone_since(whole.findings, whole.notes):
        said = _(
            "Dicatat dipenuhi, tetapi terdaftar baru di atas kertas: "
            "data sesudahnya menunjukkan %s."
        )
    return [
        Ask(
            said % "; ".join(shown),
            address=_own(case, scope, "cases.reopen"),
            label=_("Buka kembali"),
        )
    ]


def _own(case: Case, scope: Scope, name: str) -> str:
    """Lead the owner to an act on its case; nobody else anywhere."""
    may = scope.may("take_steps") and scope.institution_id == case.institution_id
    return reverse(name, args=[case.pk]) if may else ""


def _late(case: Case, due: date, today: date) -> Ask:
    said = _("Tenggang %(step)s %(left)s.")
    return Ask(
        said % {"step": title(case.stage), "left": left(due, today)},
        _("Langkah yang boleh atau wajib menyusul ada pada tangga di bawah."),
        tone="bad",
        icon="late",
        address="#tangga",
        label=_("Lihat tangga"),
    )
