"""How claims are shown: a line of the list, what is due, papers, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework.benefits import kinds, wanted
from naungan.casework.benefits.due import Due
from naungan.casework.benefits.models import Claim, Happening, Tranche
from naungan.casework.benefits.queries.claims import masked
from naungan.casework.benefits.states import OPEN
from naungan.casework.benefits.wanted import Place
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.claims import words
from naungan.web.persons.nik import grouped


@dataclass(frozen=True)
class Line:
    """One claim in the list."""

    number: int
    name: str
    nik: str
    event: str
    when: str
    place: str
    fund: str
    state: str
    tone: str
    icon: str
    amount: Idr | None
    waits: str
    is_late: bool


def line(one: Claim, today: date) -> Line:
    """Arrange one claim."""
    tone = words.TONES.get(one.state, "")
    amount = one.paid_idr if one.paid_idr is not None else one.due_idr
    return Line(
        number=one.pk,
        name=one.name or _("tanpa nama"),
        nik=grouped(masked(one), unknown=""),
        event=words.event(one.event),
        when=day(one.event_on),
        place=place_name(one.village_code),
        fund=words.fund(one.fund),
        state=words.state(one.state),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
        amount=None if amount is None else Idr(amount),
        waits=waits(one, today),
        is_late=is_late(one, today),
    )


def is_late(one: Claim, today: date) -> bool:
    """Tell whether the law's day of payment has passed without a payment."""
    return one.state in OPEN and one.pay_by is not None and one.pay_by < today


def waits(one: Claim, today: date) -> str:
    """Say how long the family waits, or waited, from the report."""
    if one.state in OPEN:
        return days((today - one.told_on).days)
    if one.paid_on is not None:
        return days((one.paid_on - one.told_on).days)
    return "–"


def days(count: int) -> str:
    """Write a number of days."""
    said = ngettext("%(n)s hari", "%(n)s hari", count)
    return said % {"n": format_number(count)}


def day(on: date | None) -> str:
    """Write a day; a dash where there is none."""
    return date_format(on, "j F Y") if on else "–"


def place_name(code: str) -> str:
    """Name a village with its district; a dash where none is known."""
    found = regions.chain(code)[-2:] if code else ()
    return ", ".join(one.name for one in reversed(found)) or code or "–"


@dataclass(frozen=True)
class Fact:
    """One figure above a claim."""

    label: str
    value: str
    note: str = ""
    is_late: bool = False


def figures(one: Claim, found: Due | None, today: date) -> list[Fact]:
    """Give the figures above a claim: what is due, paid, until when, how long."""
    return [
        _money(one, found),
        Fact(
            _("Dibayar"),
            str(Idr(one.paid_idr)) if one.paid_idr is not None else "–",
            day(one.paid_on) if one.paid_on else _("belum"),
        ),
        Fact(
            _("Harus dibayar sampai"),
            day(one.pay_by),
            _("sejak berkas lengkap")
            if one.pay_by
            else _("dihitung sejak berkas lengkap"),
            is_late(one, today),
        ),
        Fact(_("Keluarga menunggu"), waits(one, today), _("sejak laporan")),
    ]


def _money(one: Claim, found: Due | None) -> Fact:
    if one.due_idr is not None:
        note = _("diputus %s") % day(one.decided_on)
        return Fact(_("Menjadi hak"), str(Idr(one.due_idr)), note)
    if found is None:
        return Fact(_("Menjadi hak"), "–", _("belum dapat dihitung"))
    note = "" if found.is_sure else _("ada nilai yang belum pasti")
    if found.payer == "employer":
        note = _("ditanggung pemberi kerja")
    return Fact(_("Menurut hukum"), str(Idr(found.total_idr)), note)


@dataclass(frozen=True)
class PaperLine:
    """One kind of paper of a claim."""

    code: str
    label: str
    source: str
    doubt: str
    is_needed: bool
    is_missing: bool
    number: int | None
    when: str
    waived: str
    name: str
    has_copy: bool
    is_ours: bool


def papers(found: Iterable[Place], here: int) -> list[PaperLine]:
    """Arrange the papers of a claim, the missing ones first."""
    lines = [_paper(one, here) for one in found]
    return sorted(lines, key=lambda one: (not one.is_missing, one.number is None))


def _paper(one: Place, here: int) -> PaperLine:
    held = one.paper
    return PaperLine(
        code=one.wanted.code,
        label=words.said(one.wanted.label),
        source=one.wanted.source,
        doubt=doubt(one.wanted.confidence),
        is_needed=one.wanted.needed,
        is_missing=one.missing,
        number=held.pk if held else None,
        when=day(held.received_on) if held and held.received_on else "",
        waived=held.waived_reason if held else "",
        name=held.name if held else "",
        has_copy=bool(held and held.sha256),
        is_ours=bool(held and held.institution_id == here),
    )


def doubt(confidence: str) -> str:
    """Say how surely something was read; nothing where its text was."""
    said = {"SINGLE": _("Satu sumber"), "MEMORY": _("Belum diperiksa")}
    return said.get(confidence, "")


@dataclass(frozen=True)
class Past:
    """One thing that happened to a claim."""

    title: str
    when: str
    who: str
    text: str


def past(one: Claim) -> list[Past]:
    """Arrange what happened, the newest first."""
    found = sorted(one.past.all(), key=lambda each: -each.pk)
    return [_past(each, one) for each in found]


def _past(each: Happening, claim: Claim) -> Past:
    text = each.text
    if each.verb in ("attach", "void"):
        labels = wanted.codes(claim)
        text = words.said(labels[text]) if text in labels else text
    elif each.verb == "set":
        text = ""
    return Past(
        words.verb(each.verb),
        day(each.done_on),
        f"{each.by.name}, {each.institution.name}",
        text,
    )


@dataclass(frozen=True)
class Year:
    """One school year of one child."""

    number: int
    child: str
    level: str
    year: str
    amount: Idr
    state: str
    tone: str
    is_open: bool


def years(found: Iterable[Tranche], today: date) -> list[Year]:
    """Arrange school years: paid, waiting to be asked for, or still ahead."""
    return [_year(one, today) for one in found]


def _year(one: Tranche, today: date) -> Year:
    is_due = one.year is not None and one.year <= today.year
    if one.paid_on is not None:
        state, tone = _("dibayar %s") % day(one.paid_on), "good"
    elif one.dropped_reason:
        state, tone = one.dropped_reason, ""
    elif is_due:
        state, tone = _("dapat diklaim sekarang"), "warn"
    else:
        state, tone = _("belum waktunya"), ""
    return Year(
        number=one.pk,
        child=one.child.name or _("anak"),
        level=f"{words.level(one.level)} {one.grade}",
        year=str(one.year) if one.year else "–",
        amount=Idr(one.amount_idr),
        state=state,
        tone=tone,
        is_open=one.paid_on is None and not one.dropped_reason,
    )


def about(one: Claim) -> list[tuple[str, str]]:
    """Give what is known of whom a claim is about and who told of it."""
    told = words.of(kinds.TELLERS, one.told_by)
    teller = ", ".join(part for part in (one.teller, one.phone) if part)
    rows = [
        (_("Lahir"), day(one.birth_date)),
        (_("Desa"), place_name(one.village_code)),
        (_("Nomor peserta"), one.kpj or "–"),
        (_("Iuran dibayar oleh"), words.fund(one.fund)),
        (_("Pemberi kerja"), one.employer_name),
        (_("Dilaporkan"), f"{day(one.told_on)} · {told}"),
        (_("Pelapor"), teller),
        (_("Ditulis oleh"), one.reported_by.name),
        (_("Diurus oleh"), one.institution.name),
    ]
    return [row for row in rows if row[1]]
