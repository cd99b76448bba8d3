"""A whole file of questions answered: rows in, answers and refusals out.

Columns are named as the fields of a question; other columns are carried along.
Every row comes out once, answered in one file or refused with its reason in another.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naungan.engine.law_bulk.answering import answer_rows
from naungan.engine.law_bulk.assuming import rows_by_assumption
from naungan.engine.law_bulk.rows import ending_of, open_rows
from naungan.engine.law_bulk.writing import rejected_path, write
from naungan.engine.work import Tell, silent
from naungan.law.book import Book, enacted
from naungan.law.kinds import kind as kind_of
from naungan.law.reader import reader_of
from naungan.lib.errors import InputRefused


@dataclass(frozen=True)
class Counts:
    """How many rows came in, were answered and were refused, and where they are.

    `assumed` counts the answered rows by what was taken of a field they left out.
    """

    rows: int
    answered: int
    rejected: int
    out: Path
    rejected_out: Path | None
    carried: tuple[str, ...]
    assumed: dict[str, int]


def answer_file(
    kind: str, source: Path, out: Path, book: Book | None = None, tell: Tell = silent
) -> Counts:
    """Answer every row of a CSV or Parquet file and write CSV or Parquet.

    Rows that the law refuses go beside `out`, `<name>_ditolak.<ending>`, with their
    reason. Raises InputRefused for a file that cannot be read or written, and
    LawRefused for an unknown kind.
    """
    asked = kind_of(kind)
    ending_of(out)  # said before the work, not after it
    if source.resolve() in (out.resolve(), rejected_path(out).resolve()):
        raise InputRefused(f"{out} adalah berkas masukan; beri nama lain pada hasil.")
    reader = reader_of(book or enacted())
    tell("Membaca baris", None)
    with (
        tempfile.TemporaryDirectory(prefix="naungan-") as folder,
        duckdb.connect(config={"temp_directory": folder}) as con,
    ):
        rows = open_rows(con, source, asked.FIELDS, Path(folder))
        columns, singles = answer_rows(con, kind, rows, reader, Path(folder), tell)
        tell("Menulis hasil", None)
        answered, rejected = write(con, rows, columns, singles, out)
        assumed = rows_by_assumption(con)
    return Counts(
        rows=answered + rejected,
        answered=answered,
        rejected=rejected,
        out=out,
        rejected_out=rejected_path(out) if rejected else None,
        carried=rows.carried,
        assumed=assumed,
    )
