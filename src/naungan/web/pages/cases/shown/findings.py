"""The findings of a case as they were frozen, and what later data say of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework import clock
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import CaseFinding, CaseNote
from naungan.casework.intake.employers import sentence
from naungan.lib.dates import month_label
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown.law_cited import Cited, cited
from naungan.web.pages.employers.presenter import Badge, badge
from naungan.web.pages.employers.words import GRADE, word


LABELS: Final = {
    "people": gettext_lazy("Orang terkena"),
    "monthly_idr": gettext_lazy("Rupiah sebulan"),
    "months_in_arrears": gettext_lazy("Bulan belum dibayar"),
    "severity": gettext_lazy("Berat"),
    "confidence": gettext_lazy("Keyakinan"),
    "score": gettext_lazy("Skor"),
    "known_workers": gettext_lazy("Dikenal bekerja di sini"),
    "rows": gettext_lazy("Baris bukti"),
    "employer_ref": gettext_lazy("Nomor dalam daftar asalnya"),
    "persons": gettext_lazy("Nomor orang dalam potret"),
    "kpjs": gettext_lazy("Nomor kepesertaan (KPJ)"),
}
"""What columns of a finding and of its evidence are called."""
MOST_LISTED: Final = 12


@dataclass(frozen=True)
class Now:
    """What a later run says of a finding."""

    text: str
    when: str


@dataclass(frozen=True)
class Frozen:
    """One finding of a case with all that was frozen of it."""

    number: int
    badge: Badge
    people: str
    monthly: str
    origin: str
    sentence: str
    row: list[tuple[str, str]]
    evidence: list[tuple[str, str]]
    bases: list[Cited]
    law_day: str
    sha256: str
    now: list[Now]


def present(findings: Iterable[CaseFinding], notes: Iterable[CaseNote]) -> list[Frozen]:
    """Arrange findings, each with what later data said of it, the newest first."""
    later: dict[str, list[CaseNote]] = {}
    for note in notes:
        if note.kind == "data_now_says":
            later.setdefault(note.code, []).append(note)
    return [_frozen(one, later.get(one.code, [])) for one in findings]


def gone_since(
    findings: Iterable[CaseFinding], notes: Iterable[CaseNote]
) -> str | None:
    """Name the month since which data show nothing of a case; None while they do."""
    codes = {one.code for one in findings}
    since: dict[str, CaseNote] = {}
    for note in notes:
        if note.kind != "data_now_says" or note.code not in codes:
            continue
        if note.says != "gone":
            since.pop(note.code, None)
        else:
            since.setdefault(note.code, note)
    if not codes or set(since) != codes:
        return None
    last = max(since.values(), key=lambda one: (one.month or 0, one.run or 0))
    return month_label(last.month) if last.month is not None else when(last)


def not_in_case(
    findings: Iterable[CaseFinding], notes: Iterable[CaseNote]
) -> list[str]:
    """Name what the newest data show of the employer that the case does not hold."""
    codes = {one.code for one in findings}
    said = [one for one in notes if one.kind == "data_now_says"]
    newest = max((one.run or 0 for one in said), default=0)
    return [
        f"{badge(one.code).label}, {people(one.parts['now'][0])}"
        for one in said
        if one.run == newest and one.code not in codes and one.says != "gone"
    ]


def shown_since(notes: Iterable[CaseNote], day: date) -> list[str]:
    """Name what the newest data of a day or later show of the employer."""
    said = [one for one in notes if one.kind == "data_now_says"]
    newest = max((one.run or 0 for one in said), default=0)
    return [
        f"{badge(one.code).label}, {people(one.parts['now'][0])}"
        for one in said
        if one.run == newest and one.says != "gone" and clock.day_of(one.at) >= day
    ]


def people(count: int) -> str:
    """Count people in words."""
    said = ngettext("%(count)s orang", "%(count)s orang", count)
    return said % {"count": format_number(count)}


def monthly(amount: int | None) -> str:
    """Say an amount a month; nothing where none is known."""
    if not amount:
        return ""
    return _("%(amount)s sebulan") % {"amount": format_rupiah(amount)}


def says(note: CaseNote) -> str:
    """Say what later data say of a finding, as one sentence."""
    (before, before_idr), (after, after_idr) = note.parts["was"], note.parts["now"]
    counts = {
        "people": format_number(after),
        "before": format_number(before),
        "finding": badge(note.code).label,
        "was_idr": format_rupiah(before_idr),
        "now_idr": format_rupiah(after_idr),
    }
    if note.says == "changed" and before == after:
        said = ngettext(
            "%(finding)s tetap %(people)s orang, berubah dari %(was_idr)s menjadi "
            "%(now_idr)s sebulan",
            "%(finding)s tetap %(people)s orang, berubah dari %(was_idr)s menjadi "
            "%(now_idr)s sebulan",
            after,
        )
        return said % counts
    sentences = {
        "present": ngettext(
            "%(finding)s masih ada: %(people)s orang",
            "%(finding)s masih ada: %(people)s orang",
            after,
        ),
        "changed": ngettext(
            "%(finding)s berubah dari %(before)s menjadi %(people)s orang",
            "%(finding)s berubah dari %(before)s menjadi %(people)s orang",
            after,
        ),
        "gone": _("%(finding)s tidak ditemukan lagi"),
        "new": ngettext(
            "Temuan baru %(finding)s: %(people)s orang",
            "Temuan baru %(finding)s: %(people)s orang",
            after,
        ),
    }
    return sentences[note.says] % counts


def when(note: CaseNote) -> str:
    """Say of which run a note speaks."""
    if note.run is None or note.month is None:
        return date_format(clock.shown(note.at), "j F Y")
    return _("data %(month)s, proses ke-%(run)s") % {
        "month": month_label(note.month),
        "run": note.run,
    }


def _frozen(one: CaseFinding, later: list[CaseNote]) -> Frozen:
    return Frozen(
        number=one.pk,
        badge=badge(one.code),
        people=people(one.people),
        monthly=monthly(one.monthly_idr),
        origin=_origin(one),
        sentence=words.say(sentence(one.sentence)) if one.sentence else "",
        row=_said(one.row),
        evidence=_said(one.evidence),
        bases=[_base(row) for row in one.law],
        law_day=date_format(clock.shown(one.added_at), "j F Y"),
        sha256=one.sha256,
        now=[Now(says(note), when(note)) for note in reversed(later)][:1],
    )


def _origin(one: CaseFinding) -> str:
    how = words.kind(kinds.HOW, one.how)
    if one.run is None or one.month is None:
        return how
    said = _("%(how)s %(month)s, proses ke-%(run)s")
    return said % {"how": how, "month": month_label(one.month), "run": one.run}


def _said(held: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (str(LABELS[key]), _value(key, value))
        for key, value in held.items()
        if key in LABELS and value not in (None, "", [], {})
    ]


def _value(key: str, value: Any) -> str:
    if key in ("severity", "confidence"):
        return word(GRADE, value)
    if key.endswith("_idr"):
        return format_rupiah(value)
    if key == "month" and isinstance(value, int):
        return month_label(value)
    if isinstance(value, list):
        return _list(value)
    if isinstance(value, dict):
        return "; ".join(f"{name} {one}" for name, one in value.items())
    return str(value)


def _list(values: list[Any]) -> str:
    shown = ", ".join(str(one) for one in values[:MOST_LISTED])
    rest = len(values) - MOST_LISTED
    if rest <= 0:
        return shown
    return _("%(shown)s, dan %(rest)s lagi") % {"shown": shown, "rest": rest}


def _base(row: dict[str, Any]) -> Cited:
    return cited(row.get("confidence", ""), row.get("text", ""), "")
