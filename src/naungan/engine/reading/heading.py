"""Find the header of a file and say which of its columns mean which of ours."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
Known = Mapping[str, Mapping[str, str]]

SEARCHED_ROWS = 60
FEWEST_NUMBERED = 3
NOT_HERE = "-"


@dataclass(frozen=True, kw_only=True)
class Heading:
    """Where the header is and what it means.

    `lines` are the physical lines of the header: one or two, and a row of column
    numbers below; `columns` maps our column to the position in the row, from 0.
    `chosen` says that a person named the columns, so that nothing was guessed.
    """

    lines: tuple[int, ...]
    headers: tuple[str, ...]
    columns: dict[str, int]
    remembered: bool = False
    chosen: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Name every column so that no two are called alike."""
        return labels(self.headers)

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
        said = self.labels if self.chosen else self.headers
        return {name: said[at] for name, at in self.columns.items()}


def labels(headers: Sequence[str]) -> tuple[str, ...]:
    """Call each column by its header, or by its place where that is not enough."""
    times = Counter(headers)
    return tuple(
        header
        if header and times[header] == 1
        else f"{header} (kolom {place})".lstrip()
        for place, header in enumerate(headers, start=1)
    )


def fingerprint(headers: Sequence[str]) -> str:
    """Reduce headers to a short name that survives case and punctuation."""
    text = "|".join(fold(header) for header in headers)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def find_heading(
    rows: Sequence[Row],
    form: Format,
    known: Known,
    given: Mapping[str, str] | None = None,
) -> Heading | None:
    """Return the row, or pair of rows, that names most of our columns; or None.

    `known` maps fingerprints to remembered mappings, which go before any guess;
    `given` names the header of each column, and then nothing is guessed.
    """
    best: tuple[int, Heading] | None = None
    for heading in _candidates(rows[:SEARCHED_ROWS], form, known, given):
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
        if twins and not heading.remembered and not heading.chosen:
            places = " dan ".join(str(p + 1) for p in (at, *twins))
            msg = (
                f"{where}: kolom ke-{places} sama-sama berjudul "
                f"“{heading.headers[at]}”; ganti salah satu judulnya."
            )
            raise InputRefused(msg)
    for need in form.required:
        if not need.met_by(present):
            way = (
                "Pilih kolomnya dalam padanan judul."
                if heading.chosen
                else "Ganti judul kolomnya, atau tuliskan padanannya dalam mappings.json "
                f"di folder hasil, sidik {heading.fingerprint}."
            )
            msg = f"{where}: tidak ada kolom untuk {form.said(need)}. {seen(heading)} {way}"
            raise InputRefused(msg)


def seen(heading: Heading) -> str:
    """Say which headers the file has, and on which line."""
    named = ", ".join(h for h in heading.headers if h)
    return f"Judul yang terbaca (baris {heading.lines[-1]}): {named}."


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
    rows: Sequence[Row],
    form: Format,
    known: Known,
    given: Mapping[str, str] | None,
) -> Iterator[Heading]:
    for at, (line, cells) in enumerate(rows):
        found: list[tuple[tuple[int, ...], list[list[str]]]] = [
            ((line,), [[c] for c in cells])
        ]
        if at + 1 < len(rows):
            below_line, below = rows[at + 1]
            found.append(((line, below_line), list(_stacked(cells, below))))
        for lines, variants in found:
            if given is None:
                yield _heading(lines, variants, form, known)
            else:
                yield _chosen(lines, variants, given)


def _chosen(
    lines: tuple[int, ...], variants: list[list[str]], given: Mapping[str, str]
) -> Heading:
    """Find the headers that a person named, as written or but for case and signs."""
    headers = _headers(variants)
    spoken: dict[str, int] = {}
    for said in (labels(headers), headers, tuple(map(fold, headers))):
        for at, text in enumerate(said):
            if text:
                spoken.setdefault(text, at)
    found = {
        name: spoken.get(label, spoken.get(fold(label), -1))
        for name, label in given.items()
    }
    columns = {name: at for name, at in found.items() if at >= 0}
    if not any(headers[at] for at in columns.values()):
        columns = {}
    return Heading(lines=lines, headers=headers, columns=columns, chosen=True)


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
    known: Known,
) -> Heading:
    headers = _headers(variants)
    remembered = known.get(fingerprint(headers))
    columns = mapped(variants, form)
    if remembered is not None:
        columns = _corrected(columns, _recalled(headers, remembered, form), remembered)
    return Heading(
        lines=lines,
        headers=headers,
        columns=columns,
        remembered=remembered is not None,
    )


def _headers(variants: list[list[str]]) -> tuple[str, ...]:
    """Write the headers, without those columns at the end that have none."""
    while variants and not any(variants[-1]):
        variants.pop()
    return tuple(" ".join(v[0].split()) for v in variants)


def _corrected(
    guessed: dict[str, int], recalled: dict[str, int], remembered: Mapping[str, str]
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
    headers: tuple[str, ...], remembered: Mapping[str, str], form: Format
) -> dict[str, int]:
    folded = [fold(header) for header in headers]
    wanted = {c.name: fold(remembered.get(c.name, "")) for c in form.columns}
    return {name: folded.index(h) for name, h in wanted.items() if h and h in folded}


def mapped(variants: list[list[str]], form: Format) -> dict[str, int]:
    """Give each of our columns the header that names it best; no header serves two.

    `variants` are the ways in which each header may be read.
    """
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
