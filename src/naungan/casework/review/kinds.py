"""The kinds of verdicts: what each says, and whether the engine is told of it."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


PERSON: Final = "person"
EMPLOYER: Final = "employer"
SUBJECTS: Final = (PERSON, EMPLOYER)
CANNOT_SAY: Final = "cannot_say"
UNDONE: Final = "undone"


@dataclass(frozen=True)
class Kind:
    """One kind of verdict; `told` ones are read by the next run."""

    code: str
    label: str
    subjects: tuple[str, ...]
    answer: str = ""
    told: bool = False


KINDS: Final = {
    kind.code: kind
    for kind in (
        Kind("same_person", _("Orang yang sama"), (PERSON,), "same", told=True),
        Kind("different_person", _("Orang berbeda"), (PERSON,), "different", told=True),
        Kind(
            "same_employer",
            _("Pemberi kerja yang sama"),
            (EMPLOYER,),
            "same",
            told=True,
        ),
        Kind(
            "different_employer",
            _("Pemberi kerja berbeda"),
            (EMPLOYER,),
            "different",
            told=True,
        ),
        Kind(CANNOT_SAY, _("Tidak dapat dipastikan"), SUBJECTS, "unsure"),
        Kind(UNDONE, _("Diurungkan"), ()),
    )
}
"""Every kind of entry by its code; the told ones are kinds of the decisions file."""


def answers(subject: str) -> tuple[Kind, ...]:
    """Give the three answers to a pair, in the order of the buttons."""
    return tuple(kind for kind in KINDS.values() if subject in kind.subjects)
