"""Promises in words of the page's language: where they stand, what narrows their figure."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework.commitments import kinds, states, wording
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Indicator, all_indicators
from naungan.casework.compliance import kinds as case_kinds
from naungan.casework.coordination import catalogue
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.funds import FUNDS
from naungan.lib.numbers import format_number
from naungan.web.figures.funders import FUNDERS
from naungan.web.language import spoken
from naungan.web.letters.text import texts


TONES: Final = {"kept": "good", "late": "bad"}
FIELDS: Final[dict[str, Promise | str]] = {
    "what": gettext_lazy("yang dijanjikan"),
    "promised_on": gettext_lazy("hari dijanjikan"),
    "region_code": gettext_lazy("wilayah"),
    "owner_institution_id": gettext_lazy("lembaga penanggung jawab"),
    "owner_name": gettext_lazy("lembaga tertulis"),
    "owner_person": gettext_lazy("pejabat"),
    "due_on": gettext_lazy("batas"),
    "due_words": gettext_lazy("batas menurut ucapan"),
    "indicator": gettext_lazy("ukuran"),
    "extent": gettext_lazy("cakupan ukuran"),
    "direction": gettext_lazy("arah"),
    "baseline": gettext_lazy("angka awal"),
    "baseline_on": gettext_lazy("hari angka awal"),
    "target": gettext_lazy("sasaran"),
    "state": gettext_lazy("keadaan"),
}
VERBS: Final[dict[str, Promise | str]] = {
    "change": gettext_lazy("Diubah"),
    "keep": gettext_lazy("Dinyatakan dipenuhi"),
    "abandon": gettext_lazy("Tidak dilanjutkan"),
    "replace": gettext_lazy("Digantikan janji baru"),
    "reopen": gettext_lazy("Dibuka kembali"),
}
SEGMENTS: Final[dict[str, Promise | str]] = {
    "PU": gettext_lazy("penerima upah"),
    "BPU": gettext_lazy("bukan penerima upah"),
    "JAKON": gettext_lazy("jasa konstruksi"),
    "PMI": gettext_lazy("pekerja migran"),
}
FINDINGS: Final[dict[str, Promise | str]] = {
    "unregistered_employer": gettext_lazy("belum terdaftar (PWBD)"),
    "partial_workers": gettext_lazy("sebagian tenaga kerja (PDS)"),
    "underreported_wage": gettext_lazy("sebagian upah (PDS)"),
    "missing_programmes": gettext_lazy("sebagian program (PDS)"),
    "contributions_in_arrears": gettext_lazy("iuran menunggak"),
}


def standing(code: str) -> str:
    """Say where a promise stands."""
    return kinds.label(kinds.STANDINGS, code, spoken())


def claim(code: str) -> str:
    """Say what was claimed; a dash where nothing was."""
    return kinds.label(kinds.CLAIMS, code, spoken()) if code else "–"


def verdict(code: str) -> str:
    """Say what the data say of a claim."""
    return kinds.label(kinds.VERDICTS, code, spoken())


def activity(code: str) -> str:
    """Say how far a piece of work is."""
    return states.ACTIVITY.label(code, spoken())


def reminder(code: str) -> str:
    """Say which reminder it was."""
    return kinds.label(kinds.REMINDERS, code, spoken())


def day(on: date | None) -> str:
    """Write a day shortly; a dash where there is none."""
    return date_format(on, "j M Y") if on else "–"


def indicator(code: str) -> tuple[str, str]:
    """Give the label of an indicator and what it tells; the code where it was lost."""
    known = all_indicators().get(code)
    return known.said(spoken()) if known else (code, "")


def amount(value: Decimal | None, code: str) -> str:
    """Write a figure of an indicator; a dash where there is none."""
    known: Indicator | None = all_indicators().get(code)
    if value is None or known is None:
        return "–"
    return wording.amount(value, known.unit)


def movement(moved: Decimal | None, code: str) -> str:
    """Write how far a figure moved, with its sign; percentages move by percentage points."""
    known: Indicator | None = all_indicators().get(code)
    if moved is None or known is None:
        return "–"
    return wording.movement(moved, known.unit)


def extents(extent: Extent, scheme: str) -> list[str]:
    """Say what narrows a figure, word by word; `scheme` is the name of its scheme."""
    said = extent.said()
    return (
        [SAID[name](str(said[name])) for name in said if name in SAID]
        + ([_("skema %s") % scheme] if scheme else [])
        + (
            [
                ngettext("%d pemberi kerja", "%d pemberi kerja", len(extent.employers))
                % len(extent.employers)
            ]
            if extent.employers
            else []
        )
    )


def fund(code: str) -> str:
    """Say which fund, of schemes or of snapshots."""
    return str(FUNDERS[code]) if code in FUNDERS else _(FUNDS[code].label)


def category(code: str) -> str:
    """Say which group of workers."""
    return _(CATEGORIES[code].label) if code in CATEGORIES else code


def track(code: str) -> str:
    """Say which ladder of the law."""
    return case_kinds.label(case_kinds.TRACKS, code, spoken())


def letter(code: str) -> str:
    """Say which letter."""
    return texts()[code].title if code in texts() else code


def finding(code: str) -> str:
    """Say which finding."""
    return str(FINDINGS.get(code, code))


def segment(code: str) -> str:
    """Say which segment."""
    return str(SEGMENTS.get(code, code))


def _of(name: str) -> Callable[[str], str]:
    return lambda code: catalogue.label(name, code, spoken())


SAID: Final[dict[str, Callable[[str], str]]] = {
    "segment": segment,
    "category": category,
    "fund": fund,
    "track": track,
    "finding": finding,
    "letter": letter,
    "instrument": _of("policy_kinds"),
    "event_kind": _of("event_kinds"),
    "universe": lambda name: _("terhadap %s") % name,
}
"""How each word that narrows a figure is said."""


def changed(fields: dict[str, list[object]]) -> list[tuple[str, str, str]]:
    """Say what was and what is, of each field that was changed."""
    told = []
    for name, (was, now) in fields.items():
        if name not in FIELDS or name == "owner_institution_id":
            told += [(str(FIELDS[name]), "", "")] if name in FIELDS else []
            continue
        told.append((str(FIELDS[name]), _value(name, was), _value(name, now)))
    return told


def _value(name: str, value: object) -> str:
    if value in (None, "", {}):
        return "–"
    if name.endswith("_on"):
        return day(date.fromisoformat(str(value)))
    if name == "indicator":
        return indicator(str(value))[0]
    if name == "state":
        return states.COMMITMENT.label(str(value), spoken())
    if name in ("baseline", "target"):
        return format_number(Decimal(str(value)).normalize() + 0)
    return _("diubah") if name in ("extent", "direction") else str(value)
