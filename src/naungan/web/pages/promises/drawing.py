"""What the data said of a promise as a line of steps, with the way to the target dotted.

Drawn for wide and for narrow screens; the same figures stand in a table below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format

from naungan.lib.numbers import format_number
from naungan.web.figures.axes import Label, Scale, Size, apart, scale


WIDE: Final = Size("wide", 720, 240, 64, 150, top=16)
NARROW: Final = Size("narrow", 328, 220, 56, 16, top=16)
LONG: Final = 60
"""Days from which on the ends of a drawing are named by their months."""


@dataclass(frozen=True)
class Mark:
    """A point of the drawing, and the words beside it."""

    x: int
    y: int
    label: Label


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
    grid: list[tuple[int, Label]]
    days: list[Label]
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
        known = [one for one in (path.began, path.aim, path.claimed) if one]
        everything = [*path.values, *known]
        self.first = min(day for day, _ in everything)
        self.last = max(day for day, _ in everything)
        self.axis: Scale = scale(size, [value for _, value in everything])

    def x(self, day: date) -> int:
        size = self.size
        room = size.width - size.left - size.right
        days = max((self.last - self.first).days, 1)
        return size.left + room * (day - self.first).days // days

    def at(self, point: tuple[date, Decimal]) -> tuple[int, int]:
        return self.x(point[0]), self.axis.y(point[1])

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

    def grid(self) -> list[tuple[int, Label]]:
        heights = [(self.axis.y(value), value) for value in self.axis.lines()]
        return [
            (
                y,
                Label(
                    self.size.left - 8, y + 4, format_number(int(value)), anchor="end"
                ),
            )
            for y, value in heights
        ]

    def days(self) -> list[Label]:
        y = self.size.height - 4
        form = "M Y" if (self.last - self.first).days > LONG else "j M"
        return [
            Label(self.x(self.first), y, date_format(self.first, form)),
            Label(self.x(self.last), y, date_format(self.last, form), anchor="end"),
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
        places = [self.at(point) for point in points.values()]
        heights = apart([y + 4 for _, y in places])
        beside = self.size.width - self.size.right + 12
        return {
            name: Mark(x, y, Label(beside, height, words[name]))
            for name, (x, y), height in zip(points, places, heights, strict=True)
        }
