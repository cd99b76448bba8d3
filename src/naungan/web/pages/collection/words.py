"""The codes of collection in words of the page's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from naungan.casework.collection.states import MACHINES
from naungan.law.book import enacted
from naungan.web.language import spoken


SOURCE: Final[dict[str, Promise | str]] = {
    "entered": _("dicatat petugas"),
    "imported": _("dari berkas"),
    "snapshot": _("menurut potret"),
    "typed": _("menurut isian petugas"),
}
INSTALMENT: Final[dict[str, Promise | str]] = {
    "met": _("terpenuhi"),
    "late": _("tidak dibayar"),
    "due": _("jatuh tempo"),
    "ahead": _("akan datang"),
}
TONE: Final = {
    "met": "good",
    "kept": "good",
    "late": "bad",
    "broken": "bad",
    "due": "warn",
    "running": "info",
    "ahead": "info",
    "replaced": "info",
}
"""The tone of the badge of an instalment or a plan."""
BEFORE: Final = _("sebelum langkah apa pun")


def state(noun: str, code: str) -> str:
    """Name a state of a debt, a payment or a plan."""
    return MACHINES[noun].label(code, spoken())


def step(code: str) -> str:
    """Name a step of the law; without one, that it came before any step."""
    known = enacted().steps.get(code)
    if known is None:
        return code or str(BEFORE)
    return known.title.text(spoken())
