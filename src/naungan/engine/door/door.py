"""What every read of a snapshot passes: scope, whose rows, who is hidden, record, mask."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from naungan.engine import parquet
from naungan.engine.door.scope import JOINED_BY, Look, Recorder, Scope
from naungan.engine.rows import Row, as_dicts
from naungan.lib import identity_numbers
from naungan.lib.sql_text import literal


IMPERSONAL = (
    "measures",
    "employers",
    "employer_rows",
    "employer_links",
    "employer_findings",
)
OF_FILES = ("person_rows", "links", "members")
"""Tables whose rows each come from one file: shown to those who may read the file."""
NIK_COLUMNS = ("nik", "member_nik")
MOST_KNOWN = 256
Found = TypeVar("Found")
NOT_SAID = -1  # stands for no value among keys, all of which are larger


@dataclass
class Door:
    """An opened snapshot and the one way in which rows leave it.

    `key` changes whenever another snapshot became current: use it as a cache
    key. Persons whose number is in `hidden` are in no answer about persons; counts
    are those of the run. One connection, one thread and a memory cap: a page that scans
    persons should be slow in tests, not in production.
    """

    folder: Path
    key: str
    manifest: Row
    record: Recorder
    hidden: frozenset[int] = field(default=frozenset(), kw_only=True)
    _con: duckdb.DuckDBPyConnection = field(repr=False)
    _starts: dict[str, list[int]] = field(repr=False, default_factory=dict)
    _known: dict[object, Any] = field(repr=False, default_factory=dict)

    def _look(
        self,
        scope: Scope,
        table: str,
        condition: str,
        values: Sequence[Any],
        *,
        placed: bool = True,
    ) -> list[Row]:
        """Read the rows of a table that lie in the scope."""
        place = scope.condition() if placed else "true"
        rows = self._rows(
            f"SELECT * FROM {table} WHERE {condition} AND {place}", values
        )
        return self._shown(scope, table, rows, values)

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Read rows without asking who looks: for counts and for `_shown`."""
        return as_dicts(self._con.sql(query, params=list(values)))

    def _once(self, key: object, read: Callable[[], Found]) -> Found:
        """Give what was read under a key before: a snapshot never changes.

        Only for what names nobody; the oldest goes when there is too much.
        """
        if key not in self._known:
            while len(self._known) >= MOST_KNOWN:
                self._known.pop(next(iter(self._known)))
            self._known[key] = read()
        found: Found = self._known[key]
        return found

    def _shown(
        self, scope: Scope, table: str, rows: list[Row], keys: Sequence[int | str]
    ) -> list[Row]:
        """Record the look, then give the rows as the scope may see them."""
        if table not in IMPERSONAL:
            seen = Look(
                scope.institution, scope.purpose, table, tuple(keys), scope.sees_nik
            )
            self.record(seen)
        rows = self._without_hidden(table, rows)
        rows = self._of_owners(scope, table, rows)
        if scope.sees_nik:
            return rows
        shown = rows if scope.sees_birth_dates else map(_without_day, rows)
        return [_masked(row) for row in shown]

    def _without_hidden(self, table: str, rows: list[Row]) -> list[Row]:
        """Leave out who is hidden: persons by number, memberships by their links."""
        if not self.hidden or not rows:
            return rows
        if table == "members":
            ids = sorted(self.hidden)
            kpjs = self._column("kpj", f"links WHERE {one_of('person_id', ids)}", ids)
            return [row for row in rows if row["kpj"] not in kpjs]
        return [row for row in rows if row.get("person_id") not in self.hidden]

    def _not_hidden(self) -> str:
        """Return the SQL condition that a row is about nobody who is hidden."""
        if not self.hidden:
            return "true"
        return f"person_id NOT IN ({', '.join(map(str, sorted(self.hidden)))})"

    def _of_owners(self, scope: Scope, table: str, rows: list[Row]) -> list[Row]:
        """Keep what the owners of the files let this scope see, and empty the rest."""
        if scope.codes is None or not rows:
            return rows
        if table in OF_FILES:
            return [
                row for row in rows if self._owner_of.get(row["file"]) in scope.codes
            ]
        if "village_code" not in rows[0] or "person_id" not in rows[0]:
            return rows
        owners = self._owners(rows)
        shown = (
            _emptied(row, self._kept_back(scope, row, owners[row["person_id"]]))
            for row in rows
            if scope.shows_to(owners[row["person_id"]], row["village_code"])
        )
        return list(shown)

    def _kept_back(
        self, scope: Scope, row: Row, codes: frozenset[str]
    ) -> frozenset[str]:
        """Name the columns to empty: of a pair, each side by whose file it stands in."""
        hidden = scope.emptied(codes, row["village_code"])
        if "member_file" not in row:
            return hidden
        owner = self._owner_of.get(row["member_file"]) or ""
        theirs = scope.emptied(frozenset({owner}), row["village_code"])
        return frozenset(
            column
            for column in hidden | theirs
            if column in (theirs if _of_member(column) else hidden)
        )

    def _owners(self, rows: list[Row]) -> dict[int, frozenset[str]]:
        """Say in whose files these persons stand, by their rows or by what they carry."""
        if "owners" in rows[0]:
            return {row["person_id"]: _split(row["owners"]) for row in rows}
        ids = sorted({row["person_id"] for row in rows})
        there = one_of("person_id", ids)
        query = f"""SELECT person_id, file FROM person_rows WHERE {there} UNION
            SELECT person_id, file FROM links WHERE band = 'linked' AND {there}"""
        found: dict[int, set[str]] = {one: set() for one in ids}
        for person_id, file in self._con.sql(query, params=[*ids, *ids]).fetchall():
            found[person_id].add(self._owner_of.get(file) or "")
        return {one: frozenset(codes - {""}) for one, codes in found.items()}

    @cached_property
    def _owner_of(self) -> dict[str, str | None]:
        """Say whose each file of the run is."""
        return {
            one["file"]: one.get("owner") for one in self.manifest.get("inputs", [])
        }

    def _part_with(self, table: str, column: str, *values: int | None) -> str:
        """Return the SQL source of the parts that can hold these values of the key.

        Two parts where the cut lies within one value; None stands first. A look then
        opens one small file instead of planning over thousands of row groups. A
        table that is not cut is its own part.
        """
        if not (self.folder / table).is_dir():
            return table
        if table not in self._starts:
            self._starts[table] = _starts(self._con, self.folder / table, column)
        starts, parts = self._starts[table], set()
        for value in values:
            if value is None:
                parts |= {*range(min(bisect_right(starts, NOT_SAID) + 1, len(starts)))}
                continue
            first = max(bisect_left(starts, value) - 1, 0)
            parts |= {*range(first, max(bisect_right(starts, value), first + 1))}
        files = (f"{part:05d}.parquet" for part in sorted(parts))
        return parquet.source(*(self.folder / table / file for file in files))

    def _column(self, column: str, source: str, values: Sequence[Any]) -> set[Any]:
        """Read the different values of one column."""
        query = f"SELECT DISTINCT {column} FROM {source}"
        return {
            value for (value,) in self._con.sql(query, params=list(values)).fetchall()
        }

    def _ids(
        self, column: str, source: str, condition: str, values: list[Any]
    ) -> list[int]:
        """Read the different numbers of one column, in order."""
        return sorted(self._column(column, f"{source} WHERE {condition}", values))


def _starts(con: duckdb.DuckDBPyConnection, folder: Path, column: str) -> list[int]:
    """Return the first value of every part, NOT_SAID where a part has none."""
    query = f"""SELECT coalesce(min(TRY_CAST(stats_min_value AS BIGINT)), {NOT_SAID})
        FROM parquet_metadata({literal(parquet.parts_of(folder))})
        WHERE path_in_schema = {literal(column)} GROUP BY file_name ORDER BY file_name"""
    return [row[0] for row in con.sql(query).fetchall()]


def one_of(column: str, values: Sequence[Any]) -> str:
    """Return the SQL condition that a column has one of these values, as marks."""
    marks = ", ".join("?" for _ in values)
    return f"{column} IN ({marks})" if values else "false"


def _of_member(column: str) -> bool:
    return column == "kpj" or column.startswith("member_")


def _split(owners: str | None) -> frozenset[str]:
    return frozenset(owners.split(JOINED_BY)) if owners else frozenset()


def _emptied(row: Row, columns: frozenset[str]) -> Row:
    return {name: None if name in columns else value for name, value in row.items()}


def _without_day(row: Row) -> Row:
    """Keep of a date of birth its year."""
    born = row.get("birth_date")
    if born is None:
        return row
    return row | {"birth_date": None, "birth_year": born.year}


def _masked(row: Row) -> Row:
    """Hide what identifies beyond the purpose: NIK, also as it was written."""
    hidden = dict(row)
    for name in NIK_COLUMNS:
        if isinstance(hidden.get(name), int):
            hidden[name] = identity_numbers.mask(hidden[name])
        written = f"{name}_written"
        if hidden.get(written):
            hidden[written] = "•" * len(hidden[written])
    return hidden
