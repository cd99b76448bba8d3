"""What line drawings share: their sizes, round lines around the values, labels apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final


PARTS: Final = (1, 2, 5)
MOST_LINES: Final = 4
LINE_HEIGHT: Final = 15  # two labels nearer than this would touch


@dataclass(frozen=True)
class Size:
    """A drawing's measures in pixels: the field, and the room for labels."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int = 12
    bottom: int = 24


@dataclass(frozen=True)
class Label:
    """Words at a place of a drawing; `anchor` is start, middle or end."""

    x: int
    y: int
    text: str
    value: str = ""
    anchor: str = "start"


@dataclass(frozen=True)
class Scale:
    """Round lines from low to high, a step apart, on a drawing of some size."""

    size: Size
    low: Decimal
    high: Decimal
    step: Decimal

    def y(self, value: Decimal) -> int:
        """Place a value; higher is nearer the top."""
        room = self.size.height - self.size.top - self.size.bottom
        part = (value - self.low) / (self.high - self.low)
        return round(self.size.height - self.size.bottom - part * room)

    def lines(self) -> list[Decimal]:
        """Give the values of the lines, lowest first."""
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * at for at in range(count + 1)]


def scale(size: Size, values: Iterable[Decimal]) -> Scale:
    """Choose round lines, at most four, around all the values."""
    known = list(values)
    least, most = min(known), max(known)
    step = Decimal(1)
    while True:
        for part in PARTS:
            wide = step * part
            low = (least / wide).to_integral_value(ROUND_FLOOR) * wide
            high = (most / wide).to_integral_value(ROUND_CEILING) * wide
            high = max(high, low + wide)
            if (high - low) / wide < MOST_LINES:
                return Scale(size, low, high, wide)
        step *= 10


def apart(heights: Sequence[int]) -> list[int]:
    """Push labels down that would touch, keeping their order from top to bottom."""
    placed: dict[int, int] = {}
    before = -LINE_HEIGHT
    for at in sorted(range(len(heights)), key=lambda at: heights[at]):
        before = max(heights[at], before + LINE_HEIGHT)
        placed[at] = before
    return [placed[at] for at in range(len(heights))]
