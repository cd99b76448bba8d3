"""The door to a file that came in, for pages: what it is and which columns it has."""

import tempfile
from collections.abc import Mapping as Table, Sequence
from pathlib import Path

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import files
from naungan.casework.intake.models import Batch, Mapping
from naungan.engine.reading import preview
from naungan.engine.reading.preview import (
    HeaderColumn,
    Headers,
    Kind,
    Lines,
    Target,
)
from naungan.engine.reading.templates import write_template


__all__ = [
    "HeaderColumn",
    "Headers",
    "Kind",
    "Lines",
    "Target",
    "headers",
    "kind_of",
    "lines_of",
    "missing",
    "table_of",
    "template",
]


def kind_of(path: Path, *, name: str) -> Kind:
    """Tell which kind of file this is, how surely, and why; raises InputRefused."""
    return preview.kind_of(path, name=name)


def lines_of(content: bytes, kind: str, *, name: str, most: int) -> Lines:
    """Read every line of a small file as texts under our columns; nothing is kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "daftar"
        path.write_bytes(content)
        return preview.lines_of(path, kind, name=name, most=most)


def table_of(
    content: bytes,
    heads: Table[str, Sequence[str]],
    needed: Sequence[str | tuple[str, ...]],
    *,
    name: str,
    most: int,
) -> Lines:
    """Read every line of a small table by the heads of its columns; nothing is kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel"
        path.write_bytes(content)
        return preview.table_of(path, heads, needed, name=name, most=most)


def headers(scope: Scope, batch: Batch, *, sheet: str | None = None) -> Headers:
    """Give the headers of a batch with masked samples and a mapping to begin with.

    What the institution said last of the same headers comes before any guess.
    """
    said = Mapping.objects.filter(
        institution_id=scope.institution_id, kind=batch.series.kind
    )
    return preview.headers(
        files.file_of(batch),
        batch.series.kind,
        name=batch.name,
        sheet=sheet,
        remembered=dict(said.values_list("fingerprint", "mapping")),
    )


def missing(batch: Batch, heard: Headers, mapping: dict[str, str]) -> tuple[str, ...]:
    """Say what a kind of file needs and this mapping of its headers does not give."""
    again = preview.headers(
        files.file_of(batch),
        batch.series.kind,
        name=batch.name,
        sheet=heard.sheet,
        remembered={heard.fingerprint: mapping},
    )
    return again.missing


def template(kind: str) -> bytes:
    """Give the workbook that shows how a kind of file may be written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "templat.xlsx"
        write_template(kind, path)
        return path.read_bytes()
