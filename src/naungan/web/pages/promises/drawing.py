"""What the data said of a promise as a line of steps, with the way to the target dotted.

Drawn for wide and for narrow screens; the same figures stand in a table below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from django.utils.formats import date_format

from naungan.lib.numbers import format_number


LINES: Final = 4
ROOM: Final = 18  # two labels nearer than this would touch


@dataclass(frozen=True)
class Size:
    """The drawing's measures in pixels: the field, and the room for labels."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int = 16
    bottom: int = 24


WIDE: Final = Size("wide", 720, 240, 64, 150)
NARROW: Final = Size("narrow", 328, 220, 56, 16)


@dataclass(frozen=True)
class Mark:
    """A place of the drawing with its words."""

    x: int
    y: int
    text: str
    label_y: int = 0
    anchor: str = "start"
    label_x: int = 0


@dataclass(frozen=True)
class Path:
    """The figures of a promise: each day with its value, from where to where by when."""

    values: Sequence[tuple[date, Decimal]]
    began: tuple[date, Decimal] | None = None
    aim: tuple[date, Decimal] | None = None
    claimed: tuple[date, Decimal] | None = None


@dataclass(frozen=True)
class Drawing:
    """One drawing, ready for the template."""

    size: Size
    steps: str
    way: str
    grid: list[Mark]
    days: list[Mark]
    measured: Mark
    claimed: Mark | None
    aim: Mark | None
    right: int


def draw(path: Path, words: dict[str, str]) -> list[Drawing]:
    """Draw a path in both sizes; `words` name what was measured, claimed and aimed at.

    Fewer than two days are no line.
    """
    points = [one for one in (path.began, path.aim, path.claimed) if one]
    if len({day for day, _ in (*path.values, *points)}) < len(("one", "other")):
        return []
    if not path.values:
        return []
    return [_Field(size, path).drawing(words) for size in (WIDE, NARROW)]


class _Field:
    """Places days and figures on a drawing of one size."""

    def __init__(self, size: Size, path: Path) -> None:
        self.size, self.path = size, path
        self.right = size.width - size.right + 12
        known = [one for one in (path.began, path.aim, path.claimed) if one]
        everything = [*path.values, *known]
        self.first = min(day for day, _ in everything)
        self.last = max(day for day, _ in everything)
        figures = [value for _, value in everything]
        low, high = min(figures), max(figures)
        self.step = _step((high - low) / LINES or Decimal(1))
        self.low = _round(low, self.step, ROUND_FLOOR)
        self.high = max(_round(high, self.step, ROUND_CEILING), self.low + self.step)

    def x(self, day: date) -> int:
        size = self.size
        room = size.width - size.left - size.right
        days = max((self.last - self.first).days, 1)
        return size.left + room * (day - self.first).days // days

    def y(self, value: Decimal) -> int:
        size = self.size
        room = size.height - size.top - size.bottom
        part = (value - self.low) / (self.high - self.low)
        return round(size.height - size.bottom - part * room)

    def at(self, point: tuple[date, Decimal]) -> tuple[int, int]:
        return self.x(point[0]), self.y(point[1])

    def steps(self) -> str:
        """Give the line: a figure holds until the data say something else."""
        points: list[tuple[int, int]] = []
        for one in self._read():
            x, y = self.at(one)
            points += [(x, points[-1][1])] if points else []
            points.append((x, y))
        return " ".join(f"{x},{y}" for x, y in points)

    def _read(self) -> list[tuple[date, Decimal]]:
        """Give the figures from the first one on, which was known before any reading."""
        began, values = self.path.began, list(self.path.values)
        is_before = began is not None and began[0] < values[0][0]
        return [began, *values] if began is not None and is_before else values

    def way(self) -> str:
        """Give the straight way from the first figure to the target."""
        if self.path.began is None or self.path.aim is None:
            return ""
        ends = (self.at(self.path.began), self.at(self.path.aim))
        return " ".join(f"{x},{y}" for x, y in ends)

    def grid(self) -> list[Mark]:
        found, value = [], self.low
        while value <= self.high:
            text = format_number(value.normalize() if value % 1 else int(value))
            y = self.y(value)
            found.append(Mark(self.size.left - 8, y, text, y + 4, "end"))
            value += self.step
        return found

    def days(self) -> list[Mark]:
        y = self.size.height - 4
        form = "M Y" if (self.last - self.first).days > 60 else "j M"
        ends = ((self.first, "start"), (self.last, "end"))
        return [
            Mark(self.x(day), y, date_format(day, form), y, anchor)
            for day, anchor in ends
        ]

    def drawing(self, words: dict[str, str]) -> Drawing:
        marks = {"measured": self.path.values[-1], "claimed": self.path.claimed}
        marks["aim"] = self.path.aim
        placed = self._labelled({k: v for k, v in marks.items() if v}, words)
        return Drawing(
            size=self.size,
            steps=self.steps(),
            way=self.way(),
            grid=self.grid(),
            days=self.days(),
            measured=placed["measured"],
            claimed=placed.get("claimed"),
            aim=placed.get("aim"),
            right=self.size.width - self.size.right,
        )

    def _labelled(
        self, points: dict[str, tuple[date, Decimal]], words: dict[str, str]
    ) -> dict[str, Mark]:
        """Write each label beside its point, apart from the one above it."""
        found: dict[str, Mark] = {}
        below = 0
        for name, point in sorted(points.items(), key=lambda one: self.y(one[1][1])):
            x, y = self.at(point)
            below = max(y + 4, below + ROOM)
            found[name] = Mark(x, y, words[name], below, label_x=self.right)
        return found


def _round(value: Decimal, step: Decimal, way: str) -> Decimal:
    return (value / step).to_integral_value(way) * step


def _step(width: Decimal) -> Decimal:
    """Give the next round number at or above a width: 1, 2, 5, 10, 20, 50 and so on."""
    size = Decimal(1)
    while True:
        for part in (1, 2, 5):
            if size * part >= width:
                return size * part
        size *= 10
