"""A delimited text file into the tables."""

import duckdb

from naungan.engine.reading.absorb import absorb
from naungan.engine.reading.account import Account
from naungan.engine.reading.layout import (
    check_given,
    create_view,
    defaults_for,
    described,
    no_header,
    understand,
)
from naungan.engine.reading.memory import Memory
from naungan.engine.reading.record import Lines, record_aside
from naungan.engine.reading.source import Source
from naungan.engine.reading.text.delimited import Digest, Text, batches, look
from naungan.engine.reading.text.pieces import Piece
from naungan.engine.reading.value import Setting


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
    check_given(form, source)
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
    lines = Lines(
        account.line, piece.count, piece.aside, piece.broken, text.dialect.separator
    )
    defaults = defaults_for(account.form, source)
    absorb(con, cells, account, lines, setting, defaults)
    con.unregister("batch")
