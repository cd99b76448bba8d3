"""The codes of cases in words of the page's language, with the tone they are shown in."""

from typing import Final

from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds, states
from naungan.casework.compliance.models import Case
from naungan.casework.intake.states import State
from naungan.law import terms
from naungan.law.words import Words
from naungan.web.language import spoken


States = tuple[State, ...]

TONE: Final = {
    "case": {"settled": "good"},
    "step": {"complied": "good", "lapsed": "warn", "unsigned": "warn"},
    "reply": {"in": "warn", "considered": ""},
    "hand_over": {"sent": "warn", "rejected": "bad", "returned": "warn"},
    "mandate": {"realised": "good", "returned": "warn"},
}
"""In which tone a state is shown, by its noun; every other is neutral."""
ICON: Final = {"good": "good", "warn": "late", "bad": "bad"}
FINDING_ORDER: Final = (
    "unregistered_employer",
    "partial_workers",
    "underreported_wage",
    "missing_programmes",
    "contributions_in_arrears",
)


def state(noun: str, code: str) -> str:
    """Name a state of a machine."""
    return states.MACHINES[noun].label(code, spoken())


def tone(noun: str, code: str) -> str:
    """Give the tone of a state; none is neutral."""
    return TONE.get(noun, {}).get(code, "")


def kind(of: States, code: str) -> str:
    """Name one of a closed list; a dash where there is none."""
    known = {one.code for one in of}
    return kinds.label(of, code, spoken()) if code in known else code or "–"


def denied() -> str:
    """Name what was recorded as settled while later data show the contrary."""
    return _("dicatat dipenuhi, data membantah")


def of_case(case: Case) -> str:
    """Name the state of a case, as far as whatever read it knows."""
    return denied() if getattr(case, "is_denied", False) else state("case", case.state)


def waits(case: Case) -> str:
    """Say for whom a case waits, as whoever looks would say it."""
    is_ours = getattr(case, "is_our_turn", True)  # lists and pages tell it of each
    is_anothers = case.waits_for == "us" and not is_ours
    return kind(kinds.WAITS, "other_institution" if is_anothers else case.waits_for)


def options(of: States) -> list[tuple[str, str]]:
    """Give a closed list as a form offers it."""
    return [(one.code, kinds.label(of, one.code, spoken())) for one in of]


def say(sentence: Words) -> str:
    """Write a sentence of the law in the language of the page."""
    return sentence.text(spoken())


def term(code: str) -> str:
    """Say a word of the law."""
    return say(terms.term(code)) if code else "–"


def upper(sentence: str) -> str:
    """Begin with a capital, and leave the rest as it is: BPJS stays BPJS."""
    return sentence[:1].upper() + sentence[1:]
