"""What a file's header means for the tables: the view `cells`, and what is said of it."""

from pathlib import Path

import duckdb
import pyarrow as pa

from naungan.engine.format import Format
from naungan.engine.reading.conversion import Cell
from naungan.engine.reading.heading import Heading, check_heading, seen
from naungan.engine.reading.memory import Memory
from naungan.engine.reading.source import Source
from naungan.lib import identity_numbers
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


def create_view(
    con: duckdb.DuckDBPyConnection, table: pa.Table, heading: Heading, form: Format
) -> dict[str, Cell]:
    """Name the columns of a batch as ours in the view `cells`."""
    con.register("batch", table)
    own = [f"nullif(h{at}, '') AS \"{name}\"" for name, at in heading.columns.items()]
    raw = ", ".join(name for name in table.column_names if name != "line")
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW cells AS SELECT line, {', '.join(own)}, "
        f"[{raw}] AS raw FROM batch"
    )
    return {
        name: Cell(
            form.column(name), "VARCHAR", heading.headers[at] or heading.labels[at]
        )
        for name, at in heading.columns.items()
    }


def understand(heading: Heading, form: Format, source: Source, memory: Memory) -> None:
    """Remember a layout; refuse one that lacks what every row needs.

    What a person chose for one file is not remembered for others.
    """
    if heading.chosen:
        _check_found(heading, form, source)
        check_heading(heading, form, source.name)
        return
    present = set(heading.columns)
    missing = [
        name
        for need in form.required
        if not need.met_by(present)
        for name in need.groups[0]
    ]
    memory.remember(form.kind, heading, missing)
    check_heading(heading, form, source.name)


def check_given(form: Format, source: Source) -> None:
    """Refuse a chosen mapping that names a column no such file has."""
    ours = {column.name for column in form.columns}
    for name in sorted(set(source.given or ()) - ours):
        msg = (
            f"{source.name}: “{name}” bukan kolom {form.title}. "
            f"Pilih di antara: {', '.join(column.name for column in form.columns)}."
        )
        raise InputRefused(msg)


def _check_found(heading: Heading, form: Format, source: Source) -> None:
    for name, label in (source.given or {}).items():
        if name not in heading.columns:
            raise header_missing(source, form, name, label, seen(heading))


def header_missing(
    source: Source, form: Format, name: str, label: str, said: str
) -> InputRefused:
    """Say that a header which a person chose is not in the file."""
    msg = (
        f"{source.name}: judul “{label}” untuk kolom {name} ({form.title}) tidak ada "
        f"dalam berkas ini. {said} Pilih ulang padanan judulnya."
    )
    return InputRefused(msg)


def described(heading: Heading) -> dict[str, object]:
    """Lay the mapping out for `inputs`: ours to theirs, and what nobody takes."""
    mapping: dict[str, object] = dict(heading.mapping())
    if heading.unmapped:
        mapping["_unmapped"] = heading.unmapped
    mapping["_headers"] = list(heading.headers)
    return mapping


def no_header(source: Source, form: Format) -> InputRefused:
    """Say that no row of the file names its columns."""
    if source.given:
        msg = (
            f"{source.name}: tidak satu pun judul yang dipilih ada dalam 60 baris "
            f"pertama ({', '.join(source.given.values())}). Pilih ulang padanan judulnya."
        )
        return InputRefused(msg)
    wanted = "; ".join(form.said(need) for need in form.required)
    msg = (
        f"{source.name}: baris judul kolom tidak ditemukan pada 60 baris pertama. "
        f"{form.title} perlu kolom: {wanted}."
    )
    return InputRefused(msg)


def defaults_for(form: Format, source: Source) -> dict[str, str]:
    """Give SQL for what a file need not say: its own name as the source."""
    if form.kind != "workers":
        return {}
    stem = Path(source.name).stem
    return {"source": literal(identity_numbers.mask_within(stem))}
