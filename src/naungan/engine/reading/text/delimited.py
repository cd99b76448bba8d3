"""Delimited text files (CSV and its kin): the dialect, then batches of columns.

The file is read once from front to back, hashed as it goes by, cut at line ends and
parsed on all cores; memory holds a few runs of lines however large the file is.
"""

import codecs
import hashlib
import os
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from naungan.engine.format import Format
from naungan.engine.reading.heading import Heading, Known, Row, above, find_heading
from naungan.engine.reading.source import Source, explained
from naungan.engine.reading.text.encoding import blocks, detect, mended
from naungan.engine.reading.text.fields import (
    MOST_JOINED_LINES,
    fitted,
    may_continue,
    split_quoted,
)
from naungan.engine.reading.text.pieces import Dialect, Piece, read_piece
from naungan.lib.errors import InputRefused


SEPARATORS: Final = (",", ";", "\t", "|")
HEAD_BYTES: Final = 1 << 18
RUN_BYTES: Final = 4 << 20
BATCH_BYTES: Final = 128 << 20
MOST_CARRIED: Final = 64 << 20
MOST_COLUMNS: Final = 2_000


@dataclass(frozen=True)
class Text:
    """How a text file is written and what its header says."""

    encoding: str
    mark: int
    ending: bytes
    dialect: Dialect
    heading: Heading
    above: tuple[tuple[int, str], ...]


@dataclass
class Digest:
    """The hash and the number of lines, complete once every batch was taken."""

    sha256: str = ""
    lines: int = 0


@dataclass(frozen=True)
class _Head:
    """The first lines of a text file, and how they are written."""

    encoding: str
    mark: int
    ending: bytes
    lines: list[str]


def _head(source: Source) -> _Head:
    with explained(source.name), source.path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    encoding, mark = detect(head)
    text = _head_text(head[mark:], encoding, whole=len(head) < HEAD_BYTES)
    ending = b"\n" if "\n" in text or "\r" not in text else b"\r"
    return _Head(encoding, mark, ending, text.split(ending.decode()))


def rows_of_head(source: Source) -> tuple[str, dict[str, list[Row]]]:
    """Return the encoding, and the first rows as each separator would cut them."""
    head = _head(source)
    cut = {separator: _rows(head.lines, separator) for separator in SEPARATORS}
    return head.encoding, cut


def look(source: Source, form: Format, known: Known) -> Text | None:
    """Tell encoding, separator and header from the first lines; None without header."""
    head = _head(source)
    encoding, mark, ending, lines = head.encoding, head.mark, head.ending, head.lines
    best: Text | None = None
    for separator in SEPARATORS:
        rows = _rows(lines, separator)
        heading = find_heading(rows, form, known, source.given)
        if heading and (best is None or _better(heading, best.heading)):
            width = _width(rows, heading)
            dialect = Dialect(separator, width)
            best = Text(encoding, mark, ending, dialect, heading, above(rows, heading))
    if best is not None and best.dialect.width > MOST_COLUMNS:
        raise too_wide(source, best.dialect.width)
    return best


def too_wide(source: Source, width: int) -> InputRefused:
    """Say that no list has so many columns."""
    msg = (
        f"{source.name}: {width} kolom; paling banyak {MOST_COLUMNS}. "
        "Buang kolom yang tidak perlu, lalu kirim lagi."
    )
    return InputRefused(msg)


def _head_text(head: bytes, encoding: str, *, whole: bool) -> str:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    if encoding != "utf-8":
        return decoder.decode(head, final=whole)
    cut = head if whole else head[: head.rfind(b"\n") + 1] or head
    return mended(cut).decode("utf-8")


def _rows(lines: list[str], separator: str) -> list[Row]:
    rows: list[Row] = []
    for line, text in enumerate(lines[:400], start=1):
        bare = text.removesuffix("\r")
        fields = split_quoted(bare, separator)
        cells = bare.split(separator) if fields is None else fields
        rows.append((line, [cell.strip() for cell in cells]))
    return rows


def _better(one: Heading, other: Heading) -> bool:
    return len(one.columns) > len(other.columns)


def _width(rows: list[Row], heading: Heading) -> int:
    """Say how many fields a record has: as most lines below the header have.

    Never fewer than the header names: a file whose lines are all cut short must be
    rejected, not silently read with the wrong columns.
    """
    named = len(heading.headers)
    body = [len(cells) for line, cells in rows if line > heading.lines[-1]]
    usual = Counter(n for n in body if n >= named).most_common(1)
    return usual[0][0] if usual else named


def batches(
    source: Source, text: Text, digest: Digest, size: int = BATCH_BYTES
) -> Iterator[Piece]:
    """Yield the rows below the header in batches of about `size` bytes.

    Lines of the header and above are counted in `digest` but not yielded.
    """
    held: list[Piece] = []
    weight = 0
    for piece, length in _pieces(source, text, digest):
        held.append(piece)
        weight += length
        if weight >= size:
            yield _merged(held)
            held, weight = [], 0
    if held:
        yield _merged(held)


def _merged(held: list[Piece]) -> Piece:
    return Piece(
        table=pa.concat_tables(piece.table for piece in held),
        count=sum(piece.count for piece in held),
        aside=[line for piece in held for line in piece.aside],
        broken=[line for piece in held for line in piece.broken],
    )


def _pieces(source: Source, text: Text, digest: Digest) -> Iterator[tuple[Piece, int]]:
    """Parse runs of lines on all cores, in order, a few ahead of the reader."""
    workers = os.cpu_count() or 1
    waiting: deque[tuple[Future[Piece], int]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for run, first in _runs(source, text, digest):
            job = pool.submit(read_piece, run, first, text.dialect)
            waiting.append((job, len(run)))
            if len(waiting) > workers + 1:
                done, length = waiting.popleft()
                yield done.result(), length
        while waiting:
            done, length = waiting.popleft()
            yield done.result(), length


def _runs(source: Source, text: Text, digest: Digest) -> Iterator[tuple[bytes, int]]:
    """Yield runs of whole lines below the header, each with its first line number."""
    header_end = text.heading.lines[-1]
    line, carried = 1, b""
    for block in _blocks(source, text, digest):
        data = carried + block
        cut = _safe_cut(data, text.dialect)
        if cut == 0:
            carried = _carried(source, data)
            continue
        run, carried = data[:cut], data[cut:]
        count = run.count(b"\n")
        kept, skipped = _below(run, header_end - line + 1)
        line += count
        if kept:
            yield kept, line - count + skipped
    rest = carried.count(b"\n") + (carried[-1:] not in (b"", b"\n"))
    digest.lines = line - 1 + rest
    kept, skipped = _below(carried, header_end - line + 1)
    if kept:
        yield kept, line + skipped


def _carried(source: Source, data: bytes) -> bytes:
    if len(data) > MOST_CARRIED:
        msg = f"{source.name}: satu baris lebih dari {MOST_CARRIED >> 20} MiB; "
        raise InputRefused(msg + "ini bukan tabel teks. Minta berkas CSV atau XLSX.")
    return data


def _below(run: bytes, skip: int) -> tuple[bytes, int]:
    """Drop the first `skip` lines; return the rest and how many were dropped."""
    at = dropped = 0
    while dropped < skip and at < len(run):
        end = run.find(b"\n", at)
        at = len(run) if end < 0 else end + 1
        dropped += 1
    return (run[at:] if at else run), dropped


def _blocks(source: Source, text: Text, digest: Digest) -> Iterator[bytes]:
    """Read the file once: hash the bytes as they are, hand on UTF-8 with \\n ends."""
    hasher = hashlib.sha256()
    with explained(source.name), source.path.open("rb") as file:
        hasher.update(file.read(text.mark))
        tee = _Hashed(file, hasher)
        for block in blocks(tee, text.encoding, RUN_BYTES):  # type: ignore[arg-type]
            yield block if text.ending == b"\n" else block.replace(b"\r", b"\n")
    digest.sha256 = hasher.hexdigest()


class _Hashed:
    """A file whose bytes are hashed as they are read."""

    def __init__(self, file: object, hasher: object) -> None:
        self._file = file
        self._hasher = hasher

    def read(self, size: int) -> bytes:
        block: bytes = self._file.read(size)  # type: ignore[attr-defined]
        self._hasher.update(block)  # type: ignore[attr-defined]
        return block


def _safe_cut(data: bytes, dialect: Dialect) -> int:
    """Find where to cut so that no record over several lines is cut in two."""
    cut = data.rfind(b"\n") + 1
    if cut == 0 or data.find(b'"', max(0, cut - (1 << 16)), cut) < 0:
        return cut
    starts = [cut]
    for _ in range(MOST_JOINED_LINES + 1):
        previous = data.rfind(b"\n", 0, starts[-1] - 1) + 1
        starts.append(previous)
        if previous == 0:
            break
    starts.reverse()
    texts = [
        data[begin : end - 1].decode("utf-8", "replace").removesuffix("\r")
        for begin, end in zip(starts, starts[1:], strict=False)
    ]
    return starts[_first_open(texts, dialect)]


def _first_open(texts: list[str], dialect: Dialect) -> int:
    """Return the first line whose record may go on beyond the last one given."""
    for at, text in enumerate(texts):
        if not may_continue(text, dialect.separator, dialect.width):
            continue
        later = [line.split(dialect.separator) for line in texts[at + 1 :]]
        if not any(fitted(fields, dialect.width) for fields in later):
            return at
    return len(texts)
