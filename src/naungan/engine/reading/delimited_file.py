"""A delimited text file into the tables."""

import duckdb
import pyarrow as pa

from naungan.engine.format import Format
from naungan.engine.reading.absorb import Lines, absorb, record_aside
from naungan.engine.reading.account import Account
from naungan.engine.reading.conversion import Cell
from naungan.engine.reading.delimited import Digest, Text, batches, look
from naungan.engine.reading.heading import Heading, check_heading
from naungan.engine.reading.memory import Memory
from naungan.engine.reading.pieces import Piece
from naungan.engine.reading.source import Source
from naungan.engine.reading.value import Setting
from naungan.lib.errors import InputRefused


SEPARATOR_NAMES = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak"}


def read_delimited(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    account: Account,
    setting: Setting,
    memory: Memory,
) -> tuple[str, int, dict[str, object]]:
    """Read the file; return its hash, its lines, and its mapping."""
    form = account.form
    text = look(source, form, memory.known(form.kind))
    if text is None:
        raise no_header(source, form)
    understand(text.heading, form, source, memory)
    account.headers = text.heading.mapping()
    record_aside(con, account, text.above)
    account.line = len(text.above)
    digest = Digest()
    for piece in batches(source, text, digest):
        _absorb_piece(con, piece, account, setting, text, source)
    mapping = described(text.heading)
    mapping["_encoding"] = text.encoding
    mapping["_separator"] = SEPARATOR_NAMES[text.dialect.separator]
    return digest.sha256, digest.lines, mapping


def _absorb_piece(
    con: duckdb.DuckDBPyConnection,
    piece: Piece,
    account: Account,
    setting: Setting,
    text: Text,
    source: Source,
) -> None:
    cells = create_view(con, piece.table, text.heading, account.form)
    lines = Lines(account.line, piece.count, piece.aside, piece.broken)
    stem = source.path.stem.replace("'", "''")
    defaults = {"source": f"'{stem}'"} if account.form.kind == "workers" else {}
    absorb(con, cells, account, lines, setting, defaults)
    con.unregister("batch")


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
        name: Cell(form.column(name), "VARCHAR", heading.headers[at])
        for name, at in heading.columns.items()
    }


def understand(heading: Heading, form: Format, source: Source, memory: Memory) -> None:
    """Remember a layout; refuse one that lacks what every row needs."""
    present = set(heading.columns)
    missing = [
        name
        for need in form.required
        if not need.met_by(present)
        for name in need.groups[0]
    ]
    memory.remember(form.kind, heading, missing)
    check_heading(heading, form, source.name)


def described(heading: Heading) -> dict[str, object]:
    """Lay the mapping out for `inputs`: ours to theirs, and what nobody takes."""
    mapping: dict[str, object] = dict(heading.mapping())
    if heading.unmapped:
        mapping["_unmapped"] = heading.unmapped
    return mapping


def no_header(source: Source, form: Format) -> InputRefused:
    """Say that no row of the file names its columns."""
    wanted = "; ".join(need.text() for need in form.required)
    msg = (
        f"{source.name}: baris judul kolom tidak ditemukan pada 60 baris pertama. "
        f"{form.title} perlu kolom: {wanted}."
    )
    return InputRefused(msg)
