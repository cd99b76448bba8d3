"""Regional texts and duties as their pages show them: who has, lacks, or loses what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import PolicyDuty, PolicyInstrument
from naungan.casework.coordination.queries.policies import (
    Held,
    RegionDuties,
    RegionPolicies,
    standing,
)
from naungan.lib.numbers import format_number
from naungan.web.download import Column, Sheet
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.listed import region


@dataclass(frozen=True)
class Cell:
    """One kind of text, or one duty, of a region: a word, a tone, where it leads."""

    label: str
    said: str
    tone: str
    icon: str
    small: str
    number: int | None
    code: str = ""


@dataclass(frozen=True)
class RegionRow:
    """A region with its cells in the order of the heads."""

    code: str
    name: str
    cells: list[Cell]
    counted: str


@dataclass(frozen=True)
class PolicyLine:
    """One text of the register."""

    key: int
    kind: str
    number: str
    title: str
    place: str
    issuer: str
    issued: str
    ends: str
    standing: str
    tone: str
    icon: str


def policy_rows(found: Iterable[RegionPolicies], kinds: list[str]) -> list[RegionRow]:
    """Arrange regions by the kinds of texts that any of them is asked for."""
    return [
        RegionRow(
            code=one.region_code,
            name=region(one.region_code),
            cells=[_text(kind, one.expected.get(kind)) for kind in kinds],
            counted=_("%(many)s kurang") % {"many": one.lacks} if one.lacks else "",
        )
        for one in found
    ]


def _text(kind: str, held: Held | None) -> Cell:
    label = words.word("policy_kinds", kind)
    if held is None:
        return Cell(label, _("tidak diminta"), "", "", "", None)
    tone = words.STANDING_TONES[held.standing]
    policy = held.policy
    ends = words.on(policy.expires_on) if policy and policy.expires_on else ""
    small = [policy.number, _("sampai %s") % ends if ends else ""] if policy else []
    return Cell(
        label,
        str(words.STANDINGS[held.standing]),
        tone,
        words.ICONS.get(tone, ""),
        " · ".join(part for part in small if part),
        policy.pk if policy else None,
    )


def policy_line(one: PolicyInstrument, today: date) -> PolicyLine:
    """Arrange one text."""
    found = standing(one, today)
    tone = words.STANDING_TONES[found]
    return PolicyLine(
        key=one.pk,
        kind=words.word("policy_kinds", one.kind),
        number=one.number,
        title=one.title,
        place=region(one.region_code),
        issuer=one.issuer,
        issued=_issued(one),
        ends=words.on(one.expires_on),
        standing=_("digantikan") if one.replaced_by_id else str(words.STANDINGS[found]),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
    )


def _issued(one: PolicyInstrument) -> str:
    """Say when a text was issued, as far as its number or its day tells."""
    if one.issued_on is not None:
        return words.on(one.issued_on)
    if one.year is None:
        return "–"
    return f"{one.month:02}/{one.year}" if one.month else str(one.year)


def facts(one: PolicyInstrument) -> list[tuple[str, str]]:
    """Say everything that is known of a text; what nobody wrote is left out."""
    found = [
        (_("Jenis"), words.word("policy_kinds", one.kind)),
        (_("Nomor"), one.number),
        (_("Tentang"), one.title),
        (_("Wilayah"), region(one.region_code)),
        (_("Diterbitkan oleh"), one.issuer),
        (_("Ditetapkan"), _issued(one)),
        (_("Berlaku"), words.on(one.in_force_on) if one.in_force_on else ""),
        (_("Berakhir"), words.on(one.expires_on) if one.expires_on else ""),
        (_("Cakupan"), one.scope),
        (_("Ditujukan kepada"), one.addressees),
        (_("Dicatat oleh"), one.institution.name),
    ]
    return [(label, text) for label, text in found if text]


@dataclass(frozen=True)
class Head:
    """A duty as the head of a column: its words, whose it is, how surely it was read."""

    code: str
    label: str
    confidence: str


def heads(codes: Iterable[str]) -> list[Head]:
    """Arrange duties as heads."""
    known = catalogue.words("duties")
    return [
        Head(
            code,
            words.word("duties", code),
            str(words.CONFIDENCES.get(known[code].confidence, "")),
        )
        for code in codes
    ]


def duty_rows(found: Iterable[RegionDuties], codes: list[str]) -> list[RegionRow]:
    """Arrange regions by duties: what was last seen, or that nobody looked."""
    return [
        RegionRow(
            code=one.region_code,
            name=region(one.region_code),
            cells=[_mark(one, code) for code in codes],
            counted=_("%(done)s dari %(asked)s dilaksanakan")
            % {
                "done": format_number(one.done),
                "asked": format_number(len(one.asked)),
            },
        )
        for one in found
    ]


def _mark(one: RegionDuties, code: str) -> Cell:
    label = words.word("duties", code)
    if code not in one.asked:
        return Cell(label, _("bukan kewajibannya"), "", "", "", None, code)
    mark = one.marks.get(code)
    if mark is None:
        return Cell(label, _("belum dilihat"), "", "unsure", "", None, code)
    return mark_cell(mark)


def mark_cell(mark: PolicyDuty) -> Cell:
    """Arrange what was seen of one duty."""
    tone = words.MARK_TONES[mark.state]
    by = f"{words.on(mark.noted_on)}, {mark.institution.name}"
    return Cell(
        label=words.word("duties", mark.duty),
        said=str(words.MARKS[mark.state]),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
        small=by,
        number=mark.pk,
        code=mark.duty,
    )


@dataclass(frozen=True)
class DutyLine:
    """One duty of one region with everything that was seen of it."""

    head: Head
    officials: str
    source: str
    cell: Cell
    evidence: str
    url: str
    policy: str


def duty_lines(found: RegionDuties) -> list[DutyLine]:
    """Arrange the checklist of a region."""
    known = catalogue.words("duties")
    lines = []
    for head in heads(found.asked):
        mark = found.marks.get(head.code)
        word = known[head.code]
        lines.append(
            DutyLine(
                head=head,
                officials="; ".join(word.of.get("officials", ())),
                source=word.source,
                cell=_mark(found, head.code),
                evidence=mark.evidence if mark else "",
                url=mark.url if mark else "",
                policy=str(mark.policy) if mark and mark.policy else "",
            )
        )
    return lines


def sheet(rows: Iterable[PolicyInstrument], today: date) -> Sheet:
    """Give the register as a table."""
    columns = (
        *(Column(_("Kode wilayah"), "code"), Column(_("Wilayah")), Column(_("Jenis"))),
        *(Column(_("Nomor")), Column(_("Tentang")), Column(_("Diterbitkan oleh"))),
        *(Column(_("Ditetapkan"), "date"), Column(_("Berlaku"), "date")),
        *(Column(_("Berakhir"), "date"), Column(_("Keadaan")), Column(_("Alamat"))),
    )

    def cells(one: PolicyInstrument) -> tuple[Any, ...]:
        shown = policy_line(one, today)
        return (
            *(one.region_code, shown.place, shown.kind, one.number, one.title),
            *(one.issuer, one.issued_on or _issued(one)),
            *(one.in_force_on, one.expires_on),
            *(shown.standing, one.url),
        )

    return Sheet("policy", _("Aturan daerah"), (), columns, map(cells, rows))


def duty_sheet(found: Iterable[RegionDuties]) -> Sheet:
    """Give the score board as a table: a row for each region and duty."""
    columns = (
        *(Column(_("Kode wilayah"), "code"), Column(_("Wilayah"))),
        *(Column(_("Kewajiban")), Column(_("Keadaan")), Column(_("Per"), "date")),
        *(Column(_("Bukti")), Column(_("Dicatat oleh"))),
    )

    def rows() -> Iterable[tuple[Any, ...]]:
        for one in found:
            for code in one.asked:
                mark = one.marks.get(code)
                yield (
                    *(one.region_code, region(one.region_code)),
                    words.word("duties", code),
                    str(words.MARKS[mark.state]) if mark else _("belum dilihat"),
                    mark.noted_on if mark else None,
                    mark.evidence if mark else "",
                    mark.institution.name if mark else "",
                )

    return Sheet("policy_duty", _("Inpres 2/2021"), (), columns, rows())
