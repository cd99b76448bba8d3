"""What a note says that the columns cannot hold: a bound, a misprinted target."""

import re
from decimal import Decimal

from naungan.engine.published.figure import Bound


_ABOVE = r"above|more than|over|di atas|lebih dari|>=?|≥"
_BELOW = r"below|less than|under|di bawah|kurang dari|<=?|≤"
_NUMBER = r"\d+(?:[.,]\d+)?\s*(?:%|persen)[\"'”]?\s*(?:\([^)]*\))?\s*\.?"
_ANY = re.IGNORECASE
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("above", re.compile(rf"(?:.*\bonly as\s+[\"'“]?)?(?:{_ABOVE})\s*{_NUMBER}", _ANY)),
    ("below", re.compile(rf"(?:.*\bonly as\s+[\"'“]?)?(?:{_BELOW})\s*{_NUMBER}", _ANY)),
)
_CELL = {
    "above": re.compile(rf"^\s*(?:{_ABOVE})\s*", re.IGNORECASE),
    "below": re.compile(rf"^\s*(?:{_BELOW})\s*", re.IGNORECASE),
}
_TARGET = re.compile(r"source prints target\s+(\d+(?:\.\d+)?)\s*%", re.IGNORECASE)


def bound_in_cell(cell: str) -> tuple[Bound | None, str]:
    """Split a cell such as ">80" or "di bawah 50 %" into its bound and number."""
    for bound in ("above", "below"):
        rest = _CELL[bound].sub("", cell)
        if rest != cell:
            return ("above" if bound == "above" else "below"), rest
    return None, cell


def bound_in_note(note: str) -> Bound | None:
    """Find the bound in a note such as 'published only as "above 80%"'.

    The note must end with the bound: "over 100%: denominator problem" is a
    remark about a number, not a bound.
    """
    for bound, pattern in _BOUNDS:
        if pattern.fullmatch(note):
            return bound
    return None


def target_in_note(note: str) -> Decimal | None:
    """Find a target that a note reports as printed but doubts."""
    found = _TARGET.search(note)
    return Decimal(found.group(1)) if found else None
