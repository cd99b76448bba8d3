"""The words of incoming files: kinds, states, modes, and when the next one is due."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, gettext_noop, ngettext

from naungan.casework.intake.kinds import CAUSES, KINDS
from naungan.casework.intake.states import BATCH, RUN
from naungan.lib.dates import month_end, month_start
from naungan.lib.numbers import format_number


TONES: Final = {
    "waiting": "warn",
    "approved": "good",
    "refused": "bad",
    "published": "good",
    "held": "warn",
    "awaiting": "warn",
    "failed": "bad",
}
ICONS: Final = {"good": "good", "warn": "warn", "bad": "bad", "late": "late"}
MODES: Final = {
    "replace": gettext_noop("menggantikan kiriman sebelumnya"),
    "add": gettext_noop("menambah kiriman sebelumnya"),
}
# How many months a kind of file may be behind before the next one is missed.
RHYTHM: Final = {
    "workers": 3,
    "members": 1,
    "employers": 3,
    "contributions": 1,
    "universe": 12,
}
KILO: Final = 1024


@dataclass(frozen=True)
class Badge:
    """A word with its icon and its colour."""

    word: str
    tone: str = ""
    icon: str = ""


def kind(code: str) -> str:
    """Name a kind of file in the language of the page."""
    found = next(one for one in KINDS if one.code == code)
    return found.label_en if _english() else found.label


def kinds() -> list[tuple[str, str]]:
    """Give every kind with its words, as the choices of a field."""
    return [(one.code, kind(one.code)) for one in KINDS]


def cause(code: str) -> str:
    """Say why a run was asked for."""
    found = next(one for one in CAUSES if one.code == code)
    return found.label_en if _english() else found.label


def batch_state(code: str) -> Badge:
    """Give the badge of a batch's state."""
    return _badge(BATCH.label(code, _language()), code)


def batch_states() -> list[tuple[str, str]]:
    """Give every state of a batch with its words, as the choices of a field."""
    return [(one.code, BATCH.label(one.code, _language())) for one in BATCH.states]


def run_state(code: str) -> Badge:
    """Give the badge of a run's state."""
    return _badge(RUN.label(code, _language()), code)


def mode(code: str) -> str:
    """Say what a file does to the one before it."""
    return _(MODES[code])


def freshness(code: str, month: int, today: date) -> Badge:
    """Say whether the next file of a series is due, and since how many days."""
    late = (today - month_end(month + RHYTHM[code])).days
    if late <= 0:
        return Badge(_("Segar"), "good", "good")
    said = ngettext("Lewat %s hari", "Lewat %s hari", late) % format_number(late)
    return Badge(said, "bad", "late")


def month(index: int) -> str:
    """Name a month in the language of the page."""
    return date_format(month_start(index), "F Y")


def size(count: int) -> str:
    """Write a number of bytes for a person."""
    amount, unit = float(count), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < KILO:
            break
        amount, unit = amount / KILO, larger
    written = f"{amount:.1f}" if amount < 10 and unit != "B" else f"{amount:.0f}"
    return f"{written if _english() else written.replace('.', ',')} {unit}"


def _badge(word: str, code: str) -> Badge:
    tone = TONES.get(code, "")
    return Badge(word, tone, ICONS.get(tone, ""))


def _language() -> str:
    return "en" if _english() else "id"


def _english() -> bool:
    return (get_language() or "id").startswith("en")
