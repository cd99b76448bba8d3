"""The first rows of a file of any size, as the readers of a run would see them."""

import contextlib
from dataclasses import dataclass

import duckdb

from naungan.engine.format import Format
from naungan.engine.formats import all_formats
from naungan.engine.reading.columnar import parquet_types
from naungan.engine.reading.container import Container, container_of
from naungan.engine.reading.heading import Heading, Known, Row, find_heading
from naungan.engine.reading.source import Source
from naungan.engine.reading.text.delimited import MOST_COLUMNS, rows_of_head, too_wide
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


KINDS = ("workers", "members", "employers", "contributions", "universe")
SHOWN_ROWS = 100
SUFFIXES = {
    "text": (".csv", ".tsv", ".txt"),
    "xlsx": (".xlsx", ".xlsm"),
    "ods": (".ods",),
    "parquet": (".parquet",),
}
SEPARATOR_NAMES = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak"}


@dataclass(frozen=True)
class Sheet:
    """One way to see the file as rows: a sheet, or a text cut at one separator."""

    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Head:
    """What the first rows of a file show; `sheets` are as many ways to see them."""

    source: Source
    container: Container
    sheets: tuple[Sheet, ...]
    encoding: str = ""

    @property
    def is_book(self) -> bool:
        """Say whether the file has sheets to choose from."""
        return self.container in ("xlsx", "ods")

    def notes(self) -> tuple[str, ...]:
        """Say what else a person should know of the file."""
        suffix = self.source.path.suffix.lower()
        known = [kind for kind, some in SUFFIXES.items() if suffix in some]
        if known and known[0] != self.container:
            what = "teks (CSV)" if self.container == "text" else self.container.upper()
            note = f"Namanya berakhiran {suffix}, tetapi isinya {what}; dibaca sebagai {what}."
            return (note,)
        return ()


def head_of(source: Source) -> Head:
    """Read the first rows; raise `InputRefused` for what is no table at all."""
    container = container_of(source)
    if container == "text":
        encoding, cut = rows_of_head(source)
        sheets = tuple(Sheet(separator, rows) for separator, rows in cut.items())
    elif container == "parquet":
        encoding, sheets = "", (Sheet("", _parquet_rows(source)),)
    else:
        encoding, sheets = "", _book(source, container)
    widest = max((len(cells) for sheet in sheets for _, cells in sheet.rows), default=0)
    if widest > MOST_COLUMNS:
        raise too_wide(source, widest)
    return Head(source, container, sheets, encoding)


def _parquet_rows(source: Source) -> list[Row]:
    with contextlib.closing(duckdb.connect()) as con:
        names = list(parquet_types(con, source))
        query = f"FROM read_parquet({literal(source.path)}) LIMIT {SHOWN_ROWS}"
        found = con.execute(query).fetchall()
    rows = [["" if cell is None else str(cell) for cell in row] for row in found]
    return list(enumerate([names, *rows], start=1))


def _book(source: Source, container: Container) -> tuple[Sheet, ...]:
    # Imported here: most files are no spreadsheets, and this loads slowly.
    from naungan.engine.reading.books.archive import check_limits
    from naungan.engine.reading.books.cut import cut
    from naungan.engine.reading.books.spreadsheet import READERS

    small = cut(source)
    archive = check_limits(source, small)
    found = READERS[container](source, small, archive)
    if not found:
        msg = f"{source.name}: tidak ada lembar yang terlihat; buka semua lembar tersembunyi."
        raise InputRefused(msg)
    return tuple(Sheet(one.name, one.head(SHOWN_ROWS)) for one in found)


@dataclass(frozen=True)
class Found:
    """A header of one kind of file, and in which view of the file it stands."""

    sheet: Sheet
    heading: Heading
    form: Format

    @property
    def is_whole(self) -> bool:
        """Say whether the header has all that every row needs."""
        present = set(self.heading.columns)
        return all(need.met_by(present) for need in self.form.required)


def best_heading(
    head: Head, form: Format, known: Known, sheet: str | None = None
) -> Found | None:
    """Find the header as a run would: in the view that names most of our columns."""
    best: Found | None = None
    for one in head.sheets:
        if sheet is not None and one.name != sheet:
            continue
        heading = find_heading(one.rows, form, known)
        if heading and (
            best is None or len(heading.columns) > len(best.heading.columns)
        ):
            best = Found(one, heading, form)
    return best


def all_headings(head: Head) -> list[Found]:
    """Find the best header of each kind, the one that names most first."""
    found = (best_heading(head, all_formats()[kind], {}) for kind in KINDS)
    some = [one for one in found if one is not None]
    return sorted(some, key=lambda one: (not one.is_whole, -len(one.heading.columns)))
