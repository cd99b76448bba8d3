"""The ways of working in somebody's place, as officials write them before a title."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Acting:
    """One way of acting: its words, and whether the holder must still be in office.

    Whoever stands in for a day (Plh) or speaks for somebody (mewakili) does so for a
    holder who is in office: when the holder goes, the standing-in goes too. A Pj or
    Plt fills a post whose holder is gone for good.
    """

    code: str
    label: str
    label_en: str
    needs_holder: bool


ACTING: Final = {
    one.code: one
    for one in (
        Acting("pj", "Penjabat (Pj)", "Acting head (Pj)", needs_holder=False),
        Acting("plt", "Pelaksana tugas (Plt)", "Acting (Plt)", needs_holder=False),
        Acting(
            "plh", "Pelaksana harian (Plh)", "Daily acting (Plh)", needs_holder=True
        ),
        Acting("diwakili", "Mewakili", "Representing", needs_holder=True),
    )
}
"""Every way of acting by its code."""

STANDING_IN: Final = tuple(one.code for one in ACTING.values() if one.needs_holder)
"""The ways that last only while the holder is in office."""
