"""A target as people write it: what a figure is to be, or how far it is to move.

"2.300" alone may be either where a sentence speaks of adding; then somebody must say.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from naungan.casework.commitments.indicator import UNITS, Indicator
from naungan.lib.numbers import MINUS, parse_number


MORE: Final = r"(?:\+|naik|bertambah|tambah|menambah|meningkat|plus|up|more)"
LESS: Final = (
    r"(?:-|−|–|turun|berkurang|kurang|mengurangi|menurun|minus|down|fewer|less)"
)
OUTCOME: Final = r"(?:=|menjadi|jadi|mencapai|to)"
_OUTCOME = re.compile(rf"^(?:(?:{MORE}|{LESS})\s*)?{OUTCOME}\s*(?=[\d\s])")
_MOVE = re.compile(rf"^(?:(?P<more>{MORE})|{LESS})\s*(?=\d)")
_UNIT = re.compile(r"(?<=[\d\s%])\s*(?P<unit>%|[a-z]+(?: [a-z]+)*)$")
_RISES = re.compile(
    r"\b(?:menambah(?:kan)?|bertambah|penambahan|tambah(?:an)?|naik|menaikkan|kenaikan|"
    r"meningkat(?:kan)?|peningkatan)\b",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"\b(?:(?:meng|ber)kurangi?|pengurangan|turun|menurun(?:kan)?|penurunan)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:menjadi|mencapai|ke(?=\s+\d))\b", re.IGNORECASE)
SHARES: Final = frozenset({"%", "persen", "percent", "poin", "poin persen", "points"})


@dataclass(frozen=True)
class Aimed:
    """A target: its number, whether it is a move, and the unit that was written.

    `is_move` is None where the number stands alone; `unit` is a code of `UNITS` or "".
    """

    value: Decimal
    is_move: bool | None
    unit: str = ""

    @property
    def said(self) -> tuple[Decimal | None, Decimal | None]:
        """Give the target, or by how much the figure is to move."""
        return (None, self.value) if self.is_move else (self.value, None)


def read(text: str) -> Aimed | None:
    """Read a target: "2.300", "menjadi 2.300", "+2.300", "turun 500"; None for no number."""
    body = " ".join(text.lower().split())
    if outcome := _OUTCOME.match(body):
        return _read(body[outcome.end() :], 1, is_move=False)
    if move := _MOVE.match(body):
        return _read(body[move.end() :], 1 if move["more"] else -1, is_move=True)
    return _read(body, 1, is_move=None)


def _read(body: str, sign: int, *, is_move: bool | None) -> Aimed | None:
    found = _UNIT.search(body)
    unit = _unit(found["unit"]) if found else ""
    value = parse_number(body[: found.start()] if found and unit else body)
    return None if value is None or value < 0 else Aimed(value * sign, is_move, unit)


def _unit(written: str) -> str:
    if written in SHARES:
        return "percent"
    named = {word: one.code for one in UNITS for word in (one.label, one.label_en)}
    return named.get(written, "")


def is_asked(aimed: Aimed, what: str, known: Indicator) -> bool:
    """Tell whether somebody must say what a bare number is: an outcome or a move.

    That is so where the promise speaks of adding or taking away and names no outcome. What
    is counted since the day of the promise begins at nothing: there both are one.
    """
    if aimed.is_move is not None or known.counts == "since":
        return False
    return bool(sign_of(what))


def sign_of(what: str) -> str:
    """Give "+" or "−" where a sentence adds or takes away and names no outcome, else ""."""
    if _NAMED.search(what):
        return ""
    if _RISES.search(what):
        return "+"
    return MINUS if _FALLS.search(what) else ""
