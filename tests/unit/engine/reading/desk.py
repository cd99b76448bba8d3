"""A desk where invented files are read: what went in, and what became of every line."""

import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naungan.engine.formats import all_formats
from naungan.engine.reading.read import read_inputs
from naungan.engine.work import Request, Work
from naungan.lib.dates import month_index


OCTOBER = month_index(2026, 10)
RECORD = ("line", "row", "column", "value", "code", "message")


@dataclass(frozen=True)
class Desk:
    """The database after reading, with short ways to ask it."""

    con: duckdb.DuckDBPyConnection
    kind: str

    def rows(self, *names):
        """Return these columns of every accepted row, in order; one column bare."""
        wanted = ", ".join(f'"{name}"' for name in names)
        table = all_formats()[self.kind].table
        found = self.con.execute(f"SELECT {wanted} FROM {table} ORDER BY row_id")
        rows = found.fetchall()
        return [row[0] for row in rows] if len(names) == 1 else rows

    @property
    def account(self):
        """Return (lines, accepted, rejected, set aside) over all files."""
        [found] = self.con.execute(
            "SELECT sum(lines)::INT, sum(accepted)::INT, sum(rejected)::INT, "
            "sum(set_aside)::INT FROM inputs"
        ).fetchall()
        return found

    @property
    def mapping(self):
        """Return the mapping of the first file."""
        [(text,)] = self.con.execute(
            "SELECT mapping FROM inputs WHERE file_id = 0"
        ).fetchall()
        return json.loads(text)

    @property
    def aside(self):
        """Return {line: why}."""
        found = self.con.execute("SELECT line, why FROM set_aside ORDER BY line")
        return dict(found.fetchall())

    def records(self, table, *names):
        """Return these columns of `rejected` or `warnings`, by line and column."""
        wanted = ", ".join(f'"{name}"' for name in names or RECORD)
        return self.con.execute(
            f'SELECT {wanted} FROM {table} ORDER BY file, line, "column", code'
        ).fetchall()


def read(folder, kind, *files, region=None, out=None, mapping=None):
    """Read files, given as paths or as (name, bytes or text), and return the desk.

    `mapping` says for all of them which header each column is read from.
    """
    paths = tuple(_path(folder, file) for file in files)
    chosen = {kind: paths[0] if kind == "decisions" else paths}
    request = Request(
        month=OCTOBER,
        out=out or folder / "out",
        region=region,
        mappings=dict.fromkeys(paths, mapping) if mapping else {},
        **chosen,
    )
    con = duckdb.connect()
    con.execute("SET threads = 2")
    read_inputs(Work(con, request, folder))
    desk = Desk(con, kind)
    prove(desk)
    return desk


def _path(folder, file):
    if isinstance(file, Path):
        return file
    name, content = file
    data = content.encode() if isinstance(content, str) else content
    path = folder / name
    path.write_bytes(data)
    return path


def prove(desk):
    """Check again, from the tables alone, that every line is accounted for."""
    con, table = desk.con, all_formats()[desk.kind].table
    accounts = con.execute(
        "SELECT file_id, file, lines, accepted, rejected, set_aside FROM inputs"
    ).fetchall()
    for file_id, file, lines, accepted, rejected, aside in accounts:
        seen = _lines(con, f"{table} WHERE file_id = {file_id}")
        refused = _lines(con, "rejected WHERE file = ?", file)
        left = _lines(con, "set_aside WHERE file = ?", file)
        assert (accepted, rejected, aside) == (len(seen), len(refused), len(left))
        assert sorted(seen + refused + left) == list(range(1, lines + 1))
        numbered = con.execute(
            f"SELECT line, row FROM {table} WHERE file_id = {file_id} UNION ALL "
            "SELECT line, row FROM rejected WHERE file = ? ORDER BY line",
            [file],
        ).fetchall()
        assert [row for _, row in numbered] == list(range(1, len(numbered) + 1))
    ids = con.execute(f"SELECT row_id FROM {table} ORDER BY file_id, row").fetchall()
    assert ids == [(at,) for at in range(len(ids))]


def _lines(con, source, *parameters):
    found = con.execute(f"SELECT line FROM {source}", list(parameters)).fetchall()
    return [line for (line,) in found]
