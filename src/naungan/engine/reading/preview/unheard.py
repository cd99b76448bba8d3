"""A header whose words nobody knows: found by its looks, meant by its contents."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from naungan.engine.format import Column, Format
from naungan.engine.reading.heading import SEARCHED_ROWS, Heading, Row
from naungan.engine.reading.preview.heads import Head
from naungan.engine.reading.value import Setting, is_nothing, value_of


# Kinds of cells that tell by themselves what they are.
TELLING: Final = ("nik", "birth", "village", "choice", "programmes")
FEWEST_CELLS: Final = 3
SHARE: Final = 0.8
GROWN_BY: Final = 2012  # later dates are no birth dates of workers
SETTING: Final = Setting(date(2099, 12, 31))


def unheard_heading(head: Head, sheet: str | None = None) -> Heading | None:
    """Take the first widest row of words, over all views of a file, as its header."""
    best: Heading | None = None
    for one in head.sheets:
        if sheet is not None and one.name != sheet:
            continue
        for line, cells in one.rows[:SEARCHED_ROWS]:
            filled = [cell for cell in cells if cell]
            if filled and all(map(_is_word, filled)) and _wider(filled, best):
                best = Heading(lines=(line,), headers=tuple(cells), columns={})
    return best


def _wider(filled: Sequence[str], best: Heading | None) -> bool:
    return best is None or len(filled) > sum(map(bool, best.headers))


def _is_word(cell: str) -> bool:
    letters = sum(sign.isalpha() for sign in cell)
    return letters > 0 and not sum(sign.isdigit() for sign in cell) > letters


def cells_below(rows: Sequence[Row], heading: Heading, at: int) -> list[str]:
    """Return the filled cells of one column below the header."""
    return [
        cells[at]
        for line, cells in rows
        if line > heading.lines[-1] and at < len(cells) and cells[at]
    ]


def told_by_contents(form: Format, cells: Sequence[str], taken: set[str]) -> str | None:
    """Say which of our columns such cells can only mean; None where nothing is sure."""
    some = [cell for cell in cells if not is_nothing(cell)]
    if len(some) < FEWEST_CELLS:
        return None
    fits = [
        column.name
        for column in form.columns
        if column.name not in taken
        and column.type in TELLING
        and not column.otherwise
        and _fits(column, some)
    ]
    return fits[0] if len(fits) == 1 else None


def _fits(column: Column, cells: Sequence[str]) -> bool:
    read = sum(_reads(column, cell) for cell in cells)
    return read >= SHARE * len(cells)


def _reads(column: Column, cell: str) -> bool:
    if column.type in ("choice", "programmes") and cell.strip().isdigit():
        return False
    reading = value_of(column.type).read(cell, column, SETTING)
    if column.type == "birth":
        return reading.outputs[0] is not None and reading.outputs[0].year <= GROWN_BY
    return reading.outputs[0] is not None and not reading.note
