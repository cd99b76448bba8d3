"""A line of months as a drawing: one line, named targets dotted, few gridlines.

Two sizes are drawn, for wide and narrow screens, so that the words stay readable;
the same numbers stand in a table below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from naungan.lib.numbers import format_number
from naungan.web.figures.axes import Label, Size, apart, scale


WIDE: Final = Size("wide", 720, 220, 36, 190)
NARROW: Final = Size("narrow", 328, 200, 28, 12)


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
    axis = scale(size, [value for _, value in (*values, *targets)])
    room = size.width - size.left - size.right
    places = [
        (round(size.left + room * at / (len(values) - 1)), axis.y(value))
        for at, (_, value) in enumerate(values)
    ]
    last = values[-1][1]
    right = size.width - size.right
    beside, *ends = apart(
        [axis.y(value) for value in (last, *(aim for _, aim in targets))]
    )
    return Drawing(
        size=size,
        points=" ".join(f"{x},{y}" for x, y in places),
        end=places[-1],
        grid=[
            Label(size.left - 8, axis.y(at) + 4, str(int(at)), anchor="end")
            for at in axis.lines()
        ],
        months=_months(size, values),
        dotted=[
            (axis.y(value), Label(right + 8, y + 4, name, format_number(value, 2)))
            for (name, value), y in zip(targets, ends, strict=True)
        ],
        last=Label(right + 8, beside + 4, ending, format_number(last, 1)),
    )


def _months(size: Size, values: Sequence[tuple[str, Decimal]]) -> list[Label]:
    y = size.height - 6
    return [
        Label(size.left, y, values[0][0]),
        Label(size.width - size.right, y, values[-1][0], anchor="end"),
    ]
