"""Find the header of a file and say which of its columns mean which of ours."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from naungan.engine.format import (
    RUNNING_NUMBERS,
    Column,
    Format,
    fold,
    fold_without_asides,
)
from naungan.lib.errors import InputRefused


Row = tuple[int, list[str]]

SEARCHED_ROWS = 60
FEWEST_NUMBERED = 3
NOT_HERE = "-"


@dataclass(frozen=True, kw_only=True)
class Heading:
    """Where the header is and what it means.

    `lines` are the physical lines of the header: one or two, and a row of column
    numbers below; `columns` maps our column to the position in the row, from 0.
    """

    lines: tuple[int, ...]
    headers: tuple[str, ...]
    columns: dict[str, int]
    remembered: bool = False

    @property
    def fingerprint(self) -> str:
        """Name this layout by what its headers say."""
        return fingerprint(self.headers)

    @property
    def unmapped(self) -> list[str]:
        """Name the headers that no column of ours takes."""
        taken = set(self.columns.values())
        return [h for at, h in enumerate(self.headers) if h and at not in taken]

    def mapping(self) -> dict[str, str]:
        """Say which header each of our columns is read from."""
        return {name: self.headers[at] for name, at in self.columns.items()}


def fingerprint(headers: Sequence[str]) -> str:
    """Reduce headers to a short name that survives case and punctuation."""
    text = "|".join(fold(header) for header in headers)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def find_heading(
    rows: Sequence[Row], form: Format, known: dict[str, dict[str, str]]
) -> Heading | None:
    """Return the row, or pair of rows, that names most of our columns; or None.

    `known` maps fingerprints to remembered mappings, which go before any guess.
    """
    best: tuple[int, Heading] | None = None
    for heading in _candidates(rows[:SEARCHED_ROWS], form, known):
        points = _points(heading, form)
        if points > 0 and (best is None or points > best[0]):
            best = (points, heading)
    return _with_numbering(best[1], rows) if best else None


def _with_numbering(heading: Heading, rows: Sequence[Row]) -> Heading:
    """Count a row of column numbers, "(1) (2) (3)", among the header's lines."""
    below = (row for row in rows if row[0] > heading.lines[-1] and any(row[1]))
    line, cells = next(below, (0, []))
    if _numbers_columns(cells):
        return replace(heading, lines=(*heading.lines, line))
    return heading


def _numbers_columns(cells: list[str]) -> bool:
    """Say whether a row only counts the columns: "1 2 3" or "(1) (2) (3)"."""
    bare = [cell.strip("() .") for cell in cells if cell]
    if len(bare) < FEWEST_NUMBERED or not all(cell.isdecimal() for cell in bare):
        return False
    numbers = [int(cell) for cell in bare]
    return numbers in (
        list(range(len(numbers))),
        list(range(1, len(numbers) + 1)),
    )


def check_heading(heading: Heading, form: Format, where: str) -> None:
    """Refuse a header that lacks what every row needs, or names a column twice."""
    present = set(heading.columns)
    for name, at in heading.columns.items():
        twins = _twins(heading, form.column(name), at)
        if twins and not heading.remembered:
            places = " dan ".join(str(p + 1) for p in (at, *twins))
            msg = (
                f"{where}: kolom ke-{places} sama-sama berjudul "
                f"“{heading.headers[at]}”; ganti salah satu judulnya."
            )
            raise InputRefused(msg)
    for need in form.required:
        if not need.met_by(present):
            seen = ", ".join(h for h in heading.headers if h)
            msg = (
                f"{where}: tidak ada kolom untuk {form.said(need)}. Judul yang terbaca "
                f"(baris {heading.lines[-1]}): {seen}. Ganti judul kolomnya, atau "
                "tuliskan padanannya dalam mappings.json di folder hasil, "
                f"sidik {heading.fingerprint}."
            )
            raise InputRefused(msg)


def above(rows: Sequence[Row], heading: Heading) -> tuple[tuple[int, str], ...]:
    """Say of every line down to the header why it is no data row."""
    cells_of = dict(rows)
    return tuple(
        (line, _why_above(line, cells_of.get(line, []), heading))
        for line in range(1, heading.lines[-1] + 1)
    )


def _why_above(line: int, cells: list[str], heading: Heading) -> str:
    if line in heading.lines:
        return "header"
    return "title" if any(cells) else "blank"


def _twins(heading: Heading, column: Column, at: int) -> list[int]:
    own = heading.headers[at]
    return [
        other
        for other, header in enumerate(heading.headers)
        if other != at and header and fold(header) == fold(own) in column.spellings()
    ]


def _candidates(
    rows: Sequence[Row], form: Format, known: dict[str, dict[str, str]]
) -> Iterator[Heading]:
    for at, (line, cells) in enumerate(rows):
        yield _heading((line,), [[c] for c in cells], form, known)
        if at + 1 < len(rows):
            below_line, below = rows[at + 1]
            variants = list(_stacked(cells, below))
            yield _heading((line, below_line), variants, form, known)


def _stacked(above: list[str], below: list[str]) -> Iterator[list[str]]:
    """Read two header rows as one: a merged cell above speaks for those beneath."""
    width = max(len(above), len(below))
    upper = [*above, *[""] * (width - len(above))]
    lower = [*below, *[""] * (width - len(below))]
    over = ""
    for top, child in zip(upper, lower, strict=True):
        over = top or over
        if not child:
            yield [top]
        elif top or over:
            yield [f"{over} {child}", f"{child} {over}", child]
        else:
            yield [child]


def _heading(
    lines: tuple[int, ...],
    variants: list[list[str]],
    form: Format,
    known: dict[str, dict[str, str]],
) -> Heading:
    while variants and not any(variants[-1]):
        variants.pop()
    headers = tuple(" ".join(v[0].split()) for v in variants)
    remembered = known.get(fingerprint(headers))
    columns = _mapped(variants, form)
    if remembered is not None:
        columns = _corrected(columns, _recalled(headers, remembered, form), remembered)
    return Heading(
        lines=lines,
        headers=headers,
        columns=columns,
        remembered=remembered is not None,
    )


def _corrected(
    guessed: dict[str, int], recalled: dict[str, int], remembered: dict[str, str]
) -> dict[str, int]:
    """Let what is remembered go before a guess; "-" says that a column is not there."""
    taken = set(recalled.values())
    rest = {
        name: at
        for name, at in guessed.items()
        if at not in taken and name not in recalled and remembered.get(name) != NOT_HERE
    }
    return {**recalled, **rest}


def _recalled(
    headers: tuple[str, ...], remembered: dict[str, str], form: Format
) -> dict[str, int]:
    folded = [fold(header) for header in headers]
    wanted = {c.name: fold(remembered.get(c.name, "")) for c in form.columns}
    return {name: folded.index(h) for name, h in wanted.items() if h and h in folded}


def _mapped(variants: list[list[str]], form: Format) -> dict[str, int]:
    """Give each of our columns the header that names it best; no header serves two."""
    spoken: dict[str, int] = {}
    for reduce in (fold, fold_without_asides):
        for at, names in enumerate(variants):
            for name in map(reduce, names):
                if name and name not in RUNNING_NUMBERS:
                    spoken.setdefault(name, at)
    columns: dict[str, int] = {}
    for column in form.columns:
        for spelling in column.spellings():
            at_or_none = spoken.get(spelling)
            if at_or_none is not None and at_or_none not in columns.values():
                columns[column.name] = at_or_none
                break
    return columns


def _points(heading: Heading, form: Format) -> int:
    """Weigh a candidate: what every row needs first, then how much it names."""
    if not heading.columns:
        return 0
    met = sum(need.met_by(set(heading.columns)) for need in form.required)
    points = 1000 * met + 10 * len(heading.columns) - len(heading.lines)
    return points + (5000 if heading.remembered else 0)
