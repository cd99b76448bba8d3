"""A line of months as a drawing: one line, named targets dotted, few gridlines.

Two sizes are drawn, for wide and narrow screens, so that the words stay readable;
the same numbers stand in a table below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor
from typing import Final

from naungan.lib.numbers import format_number


STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 500)
MOST_LINES: Final = 4
LINE_HEIGHT: Final = 15  # two labels nearer than this would touch


@dataclass(frozen=True)
class Size:
    """The drawing's measures in pixels: the field, and the room for labels."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int = 12
    bottom: int = 24


WIDE: Final = Size("wide", 720, 220, 36, 190)
NARROW: Final = Size("narrow", 328, 200, 28, 12)


@dataclass(frozen=True)
class Label:
    """Words at a place of the drawing; `anchor` is start, middle or end."""

    x: int
    y: int
    text: str
    value: str = ""
    anchor: str = "start"


@dataclass(frozen=True)
class Drawing:
    """One drawing of the line, ready for the template."""

    size: Size
    points: str
    end: tuple[int, int]
    grid: list[Label]
    months: list[Label]
    dotted: list[tuple[int, Label]]
    last: Label


@dataclass(frozen=True)
class _Scale:
    size: Size
    low: int
    high: int

    def y(self, value: Decimal) -> int:
        """Place a value; higher is nearer the top."""
        room = self.size.height - self.size.top - self.size.bottom
        part = (value - self.low) / Decimal(self.high - self.low)
        return round(self.size.height - self.size.bottom - part * room)


def draw(
    values: Sequence[tuple[str, Decimal]],
    targets: Sequence[tuple[str, Decimal]],
    ending: str,
) -> list[Drawing]:
    """Draw months with their percentages, and targets by name, in both sizes.

    `ending` names the line at its end. Fewer than two months are no line.
    """
    if len(values) < len(("one", "other")):
        return []
    return [_drawing(size, values, targets, ending) for size in (WIDE, NARROW)]


def _drawing(
    size: Size,
    values: Sequence[tuple[str, Decimal]],
    targets: Sequence[tuple[str, Decimal]],
    ending: str,
) -> Drawing:
    scale, lines = _scale(size, [value for _, value in (*values, *targets)])
    room = size.width - size.left - size.right
    places = [
        (round(size.left + room * at / (len(values) - 1)), scale.y(value))
        for at, (_, value) in enumerate(values)
    ]
    last = values[-1][1]
    right = size.width - size.right
    ends = _apart([(scale.y(last), ending, last), *_ends(scale, targets)])
    return Drawing(
        size=size,
        points=" ".join(f"{x},{y}" for x, y in places),
        end=places[-1],
        grid=[
            Label(size.left - 8, scale.y(Decimal(at)) + 4, str(at), anchor="end")
            for at in lines
        ],
        months=_months(size, values),
        dotted=[
            (scale.y(value), Label(right + 8, y + 4, name, format_number(value, 2)))
            for (name, value), (y, _, _) in zip(targets, ends[1:], strict=True)
        ],
        last=Label(right + 8, ends[0][0] + 4, ending, format_number(last, 1)),
    )


def _ends(
    scale: _Scale, targets: Sequence[tuple[str, Decimal]]
) -> list[tuple[int, str, Decimal]]:
    return [(scale.y(value), name, value) for name, value in targets]


def _scale(size: Size, values: list[Decimal]) -> tuple[_Scale, list[int]]:
    """Choose round lines, at most four, around all the values."""
    least, most = min(values), max(values)
    for step in STEPS:
        low = floor(least / step) * step
        high = max(ceil(most / step) * step, low + step)
        if (high - low) // step < MOST_LINES:
            return _Scale(size, low, high), list(range(low, high + 1, step))
    raise AssertionError(f"{most} is no percentage of people")


def _apart(
    ends: list[tuple[int, str, Decimal]],
) -> list[tuple[int, str, Decimal]]:
    """Push labels apart that would touch, keeping their order from top to bottom."""
    order = sorted(range(len(ends)), key=lambda at: ends[at][0])
    placed: dict[int, int] = {}
    before = -LINE_HEIGHT
    for at in order:
        before = max(ends[at][0], before + LINE_HEIGHT)
        placed[at] = before
    return [(placed[at], *end[1:]) for at, end in enumerate(ends)]


def _months(size: Size, values: Sequence[tuple[str, Decimal]]) -> list[Label]:
    y = size.height - 6
    return [
        Label(size.left, y, values[0][0]),
        Label(size.width - size.right, y, values[-1][0], anchor="end"),
    ]
