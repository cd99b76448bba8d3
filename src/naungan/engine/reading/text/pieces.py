"""A run of whole lines of a delimited file into columns, every line accounted for.

NumPy finds where lines end and which of them have quotes out of order; the rest go
to Arrow's parser in one buffer. Lines that either declines take the careful path of
`fields`. Nothing here may lose a line: the counts are asserted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from naungan.engine.reading.arrow import Ints, column, no_rows
from naungan.engine.reading.reasons import TOTAL_LOOSE
from naungan.engine.reading.text.encoding import mended
from naungan.engine.reading.text.fields import repair


Bytes = np.ndarray[Any, np.dtype[np.uint8]]

LONGEST_LINE = 1 << 20
MOST_FILLED_IN_TOTAL = 3
_TOTAL = re.compile(TOTAL_LOOSE, re.IGNORECASE)
NEWLINE, RETURN, QUOTE = 10, 13, 34


@dataclass(frozen=True)
class Dialect:
    """How the fields of a file are told apart and how many a record has."""

    separator: str
    width: int


@dataclass
class Piece:
    """What a run of lines held: columns `line`, `h0`… and the lines that are no row.

    `aside` lists (line, why), `broken` (line, text); together with the table's rows
    they are exactly `count` lines.
    """

    table: pa.Table
    count: int
    aside: list[tuple[int, str]] = field(default_factory=list)
    broken: list[tuple[int, str]] = field(default_factory=list)


def read_piece(raw: bytes, first_line: int, dialect: Dialect) -> Piece:
    """Read whole lines, the last one with or without its end, from `first_line`."""
    run = _Run(mended(raw), first_line, dialect)
    if not run.parse_at_once():
        run.put_odd_lines_aside()
        run.parse_the_rest()
    return run.finish()


class _Run:
    """The state of reading one run of lines."""

    def __init__(self, data: bytes, first_line: int, dialect: Dialect) -> None:
        self.data = data if data.endswith(b"\n") else data + b"\n"
        self.first = first_line
        self.dialect = dialect
        self.bytes: Bytes = np.frombuffer(self.data, np.uint8)
        self.ends: Ints = np.flatnonzero(self.bytes == NEWLINE)
        self.starts: Ints = np.concatenate(([0], self.ends[:-1] + 1))
        self.simple = np.ones(len(self.ends), bool)
        self.aside: dict[int, str] = {}
        self.broken: list[tuple[int, str]] = []
        self.mended: list[tuple[int, list[str]]] = []
        self._put_blanks_aside()
        self.parsed: pa.Table = no_rows(dialect.width)
        self.parsed_lines: Ints = np.empty(0, np.int64)

    def text(self, at: int) -> str:
        """Return one line without its end; stray returns inside become spaces."""
        line = self.data[self.starts[at] : self.ends[at]]
        line = line[:-1] if line.endswith(b"\r") else line
        return line.decode("utf-8").replace("\r", " ")

    def parse_at_once(self) -> bool:
        """Try the whole run at once where most fields are quoted.

        When the parser finds as many records as there are lines, every record is one
        line: a quote that swallowed a line end would have made them fewer.
        """
        quotes = self.data.count(b'"')
        if quotes % 2 or quotes < len(self.ends) or b"\r" in self._without_crlf():
            return False
        if (self.ends - self.starts).max() > LONGEST_LINE:
            return False
        lines = np.flatnonzero(self.simple)
        if not len(lines):
            return False
        parsed, _, declined = self._parse(lines)
        if parsed.num_rows + len(declined) != len(lines):
            return False
        self._keep(parsed, lines, declined)
        return True

    def _without_crlf(self) -> bytes:
        return self.data.replace(b"\r\n", b"") if b"\r" in self.data else b""

    def put_odd_lines_aside(self) -> None:
        """Take every line that Arrow might read differently out of its buffer."""
        odd = self._out_of_order()
        odd[self.ends - self.starts > LONGEST_LINE] = True
        odd &= self.simple
        self.simple &= ~odd
        self._repair(np.flatnonzero(odd).tolist())

    def _put_blanks_aside(self) -> None:
        lengths = self.ends - self.starts
        short = np.flatnonzero(lengths <= 1)
        for at in short[(lengths[short] == 0) | _is_return(self, short)].tolist():
            self.simple[at] = False
            self.aside[self.first + at] = "blank"

    def _out_of_order(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        odd = np.zeros(len(self.ends), bool)
        if b"\r" in self.data:
            returns: Ints = np.flatnonzero(self.bytes == RETURN)
            alone = returns[self.bytes[returns + 1] != NEWLINE]
            odd[np.searchsorted(self.ends, alone)] = True
        if b'"' in self.data:
            self._mark_bad_quotes(odd)
        return odd

    def _mark_bad_quotes(self, odd: np.ndarray[Any, np.dtype[np.bool_]]) -> None:
        """Mark lines where a quote neither opens nor closes a field in order.

        Within a line, quotes alternate between opening and closing. An opening one
        stands at the start of a field or directly after a closing one (a doubled
        quote); a closing one stands before a separator, the end, or another quote.
        """
        at = np.flatnonzero(self.bytes == QUOTE)
        line = np.searchsorted(self.ends, at)
        first_of_line = np.searchsorted(at, self.starts[line])
        opening = (np.arange(len(at)) - first_of_line) % 2 == 0
        separator = ord(self.dialect.separator)
        before = np.where(at > 0, self.bytes[at - 1], NEWLINE)
        after = self.bytes[at + 1]
        opens = (before == separator) | (before == NEWLINE)
        opens |= (before == QUOTE) & (at > self.starts[line])
        closes = (after == separator) | (after == NEWLINE) | (after == QUOTE)
        closes |= after == RETURN
        odd[line[~np.where(opening, opens, closes)]] = True
        # A quote directly after an empty quoted field or an odd count: not in order.
        odd[np.bincount(line, minlength=len(odd)) % 2 == 1] = True

    def _repair(self, lines: Iterable[int]) -> None:
        """Give odd lines the careful reading; a record may take lines along."""
        taken = -1
        for at in lines:
            if at <= taken:
                continue
            taken = self._repair_one(at)

    def _repair_one(self, at: int) -> int:
        text = self.text(at)
        if not text.strip():
            self.aside[self.first + at] = "blank"
            return at
        following = self._following(at) if '"' in text else []
        fixed = repair(text, following, self.dialect.separator, self.dialect.width)
        if fixed is None or len(text) > LONGEST_LINE:
            self._give_up(at, text)
            return at
        self.mended.append((self.first + at, fixed.fields))
        for offset in range(1, fixed.joined + 1):
            self.simple[at + offset] = False
            self.aside[self.first + at + offset] = f"continuation:{self.first + at}"
        return at + fixed.joined

    def _give_up(self, at: int, text: str) -> None:
        """Call a line broken, unless it is a short total or nothing but separators."""
        filled = [f for f in text.split(self.dialect.separator) if f.strip()]
        if not filled:
            self.aside[self.first + at] = "blank"
        elif len(filled) <= MOST_FILLED_IN_TOTAL and any(map(_TOTAL.match, filled)):
            self.aside[self.first + at] = "total"
        else:
            self.broken.append((self.first + at, text))

    def _following(self, at: int) -> list[str]:
        last = min(at + 21, len(self.ends))
        return [self.text(next_at) for next_at in range(at + 1, last)]

    def parse_the_rest(self) -> None:
        """Hand the lines in order to Arrow; count what it declines."""
        lines = np.flatnonzero(self.simple)
        if len(lines):
            self._keep(*self._parse(lines))

    def _parse(self, lines: Ints) -> tuple[pa.Table, Ints, list[int]]:
        declined: list[int] = []

        def note(row: Any) -> str:
            declined.append(row.number - 1)
            return "skip"

        parsed = _parse(self._buffer(), self.dialect, note)
        return parsed, lines, declined

    def _keep(self, parsed: pa.Table, lines: Ints, declined: list[int]) -> None:
        kept = np.ones(len(lines), bool)
        kept[declined] = False
        self.parsed = parsed
        self.parsed_lines = lines[kept] + self.first
        assert parsed.num_rows == len(self.parsed_lines), "lines lost in parsing"
        self._repair(lines[~kept].tolist())

    def _buffer(self) -> Any:
        """Join the runs of lines in order; the whole data when all of them are."""
        if self.simple.all():
            return self.data
        edges = np.flatnonzero(
            np.diff(self.simple.astype(np.int8), prepend=0, append=0)
        )
        view = memoryview(self.data)
        runs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        return b"".join(
            view[self.starts[begin] : self.ends[stop - 1] + 1] for begin, stop in runs
        )

    def finish(self) -> Piece:
        """Put the table together and prove that no line is missing."""
        rows = sorted(self.mended)
        table = pa.concat_tables([self.parsed, _table(rows, self.dialect)])
        lines = np.concatenate((self.parsed_lines, [line for line, _ in rows]))
        table = table.add_column(0, "line", column(lines.astype(np.int32)))
        piece = Piece(
            table, len(self.ends), sorted(self.aside.items()), sorted(self.broken)
        )
        found = table.num_rows + len(piece.aside) + len(piece.broken)
        assert found == piece.count, "lines unaccounted for"
        return piece


def _is_return(run: _Run, short: Ints) -> np.ndarray[Any, np.dtype[np.bool_]]:
    found: np.ndarray[Any, np.dtype[np.bool_]] = run.bytes[run.starts[short]] == RETURN
    return found


def _parse(buffer: Any, dialect: Dialect, on_invalid: Any) -> pa.Table:
    names = [f"h{at}" for at in range(dialect.width)]
    return arrow_csv.read_csv(
        pa.BufferReader(buffer),
        read_options=arrow_csv.ReadOptions(
            column_names=names, use_threads=False, block_size=len(buffer) + 1
        ),
        parse_options=arrow_csv.ParseOptions(
            delimiter=dialect.separator,
            quote_char='"',
            ignore_empty_lines=False,
            newlines_in_values=True,
            invalid_row_handler=on_invalid,
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=False,
            check_utf8=False,
        ),
    )


def _table(rows: list[tuple[int, list[str]]], dialect: Dialect) -> pa.Table:
    """Put repaired records into columns: written anew in order, they parse."""
    if not rows:
        return no_rows(dialect.width)
    records = (
        dialect.separator.join('"' + cell.replace('"', '""') + '"' for cell in fields)
        for _, fields in rows
    )
    table = _parse("\n".join(records).encode(), dialect, None)
    assert table.num_rows == len(rows), "repaired lines lost"
    return table
