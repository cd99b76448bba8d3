"""What one line of a score is: how much was right, found and to be found."""

import math
from dataclasses import dataclass
from typing import Any


NORMAL_95 = 1.959963984540054
DIGITS = 6


@dataclass(frozen=True)
class Share:
    """A share with its 95 % Wilson interval; None where there is nothing to share."""

    value: float | None
    low: float | None
    high: float | None


def wilson(part: int, whole: int) -> Share:
    """Give a share and its Wilson score interval (E. B. Wilson, 1927)."""
    if whole == 0:
        return Share(None, None, None)
    share, square = part / whole, NORMAL_95**2
    middle = share + square / (2 * whole)
    spread = NORMAL_95 * math.sqrt(
        share * (1 - share) / whole + square / (4 * whole * whole)
    )
    scale = 1 + square / whole
    low, high = (middle - spread) / scale, (middle + spread) / scale
    return Share(
        round(share, DIGITS),
        round(max(0.0, low), DIGITS),
        round(min(1.0, high), DIGITS),
    )


@dataclass(frozen=True)
class Line:
    """One line of a score.

    `found` answers were given, `right` of them true; `wanted` are true, `hit` of
    them were given. `right` and `hit` differ where one truth may be found twice.
    """

    step: str
    right: int
    found: int
    hit: int
    wanted: int

    @property
    def precision(self) -> Share:
        """How much of what was found is true."""
        return wilson(self.right, self.found)

    @property
    def recall(self) -> Share:
        """How much of what is true was found."""
        return wilson(self.hit, self.wanted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        exact, full = self.precision.value, self.recall.value
        if exact is None or full is None:
            return None
        return round(2 * exact * full / (exact + full), DIGITS) if exact + full else 0.0

    def as_json(self) -> dict[str, Any]:
        """Give all numbers by name."""
        return {
            "step": self.step,
            "right": self.right,
            "found": self.found,
            "hit": self.hit,
            "wanted": self.wanted,
            "precision": self.precision.__dict__,
            "recall": self.recall.__dict__,
            "f1": self.f1,
        }
