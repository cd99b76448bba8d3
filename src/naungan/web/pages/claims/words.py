"""The codes of claims in words of the page's language, with the tone they are shown in."""

from typing import Any, Final

from django.utils.translation import gettext as _

from naungan.casework.benefits import kinds
from naungan.casework.benefits.refusals import REFUSALS
from naungan.casework.benefits.risks import RISKS
from naungan.casework.benefits.states import CLAIM
from naungan.casework.intake.states import State
from naungan.law.terms import term
from naungan.web.language import spoken


TONES: Final = {
    "reported": "warn",
    "approved": "good",
    "employer": "warn",
    "paid": "good",
    "handed_over": "good",
    "refused": "bad",
}
ICONS: Final = {"good": "good", "bad": "bad", "warn": "late"}
RISK_TONES: Final = {"refused": "bad", "less": "warn", "check": ""}
VERBS: Final = {
    "report": State("report", "Dilaporkan", "Reported"),
    "receive": State("receive", "Diterima cabang", "Received by the branch"),
    "complete": State("complete", "Berkas lengkap", "Papers complete"),
    "ask_more": State("ask_more", "Berkas diminta lagi", "More papers asked for"),
    "approve": State("approve", "Disetujui", "Approved"),
    "undo": State("undo", "Persetujuan diurungkan", "Approval taken back"),
    "burden": State("burden", "Ditanggung pemberi kerja", "Owed by the employer"),
    "pay": State("pay", "Dibayar", "Paid"),
    "hand_over": State("hand_over", "Diserahkan", "Handed over"),
    "refuse": State("refuse", "Ditolak", "Refused"),
    "object": State("object", "Keberatan diterima", "Objection accepted"),
    "withdraw": State("withdraw", "Ditarik", "Withdrawn"),
    "set": State("set", "Keterangan diubah", "Particulars changed"),
    "add": State("add", "Keluarga ditambah", "Family added"),
    "remove": State("remove", "Keluarga dihapus", "Family removed"),
    "attach": State("attach", "Berkas masuk", "Paper handed in"),
    "waive": State("waive", "Berkas tidak diperlukan", "Paper not needed"),
    "void": State("void", "Berkas dicabut", "Paper taken back"),
}
CUTS: Final = {
    "fund": State("fund", "penanggung iuran", "who paid contributions"),
    "event": State("event", "kejadian", "event"),
    "year": State("year", "tahun kejadian", "year of the event"),
    "village_code": State("village_code", "desa", "village"),
    "scheme": State("scheme", "skema", "scheme"),
}
"""By what figures are laid apart."""


def of(states: tuple[State, ...], code: str) -> str:
    """Name one of a closed list."""
    return kinds.label(states, code, spoken())


def options(states: tuple[State, ...]) -> list[tuple[str, str]]:
    """Give a closed list as a form offers it."""
    return [(one.code, of(states, one.code)) for one in states]


def state(code: str) -> str:
    """Name the state of a claim."""
    return CLAIM.label(code, spoken())


def event(code: str) -> str:
    """Name what happened."""
    return of(kinds.EVENTS, code)


def fund(code: str) -> str:
    """Name who paid the contributions."""
    return _(kinds.FUNDERS[code]) if code in kinds.FUNDERS else code or "–"


def funders() -> list[tuple[str, str]]:
    """Give everybody who may have paid the contributions."""
    return [(code, fund(code)) for code in kinds.FUNDERS]


def verb(code: str) -> str:
    """Name what was done with a claim."""
    found = VERBS.get(code)
    return of((found,), code) if found else code


def refusal(code: str) -> str:
    """Name why a claim was refused."""
    found = REFUSALS.get(code)
    return _(found.label) if found else code


def risk(code: str) -> str:
    """Name what would stand against a claim today."""
    return _(RISKS[code].label)


def risk_tone(code: str) -> str:
    """Give the tone of a risk."""
    return RISK_TONES[RISKS[code].weight]


def said(words: Any) -> str:
    """Give words of the law in the page's language."""
    return str(words.text(spoken()))


def level(code: str) -> str:
    """Name a level of schooling."""
    return said(term(code))
