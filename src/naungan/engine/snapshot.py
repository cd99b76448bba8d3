"""The only door to a snapshot for outer rings: scoped, masked, recorded.

A snapshot holds raw identities outside any database that could guard them, so
the door does: every read takes a `Scope`, which has no default, returns only
rows of its regions, masks NIK unless the scope may see them, and tells the
recorder who looked at whom and why.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from naungan.engine import parquet
from naungan.engine.rows import Row, as_dicts
from naungan.lib import identity_numbers
from naungan.lib.errors import SnapshotRefused
from naungan.lib.sql_text import listed, literal


__all__ = ["EVERYWHERE", "Look", "Recorder", "Row", "Scope", "Snapshot"]

VILLAGE_DIGITS = 10
MEMORY_LIMIT = "512 MiB"
EVERYWHERE = ("",)
OF_PERSON = ("person_rows", "links", "coverage", "person_findings", "person_lineage")
OF_EMPLOYER = (
    "employer_rows",
    "employer_links",
    "employer_findings",
    "employer_people",
    "finding_evidence",
)
IMPERSONAL = ("measures", "employers", "employer_rows", "employer_links")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Who looks, at which regions, and what for.

    `regions` are dotted Kemendagri codes at any level; `EVERYWHERE` is the
    whole country. A scope with `sees_nik` gets NIK unmasked.
    """

    institution: str
    regions: tuple[str, ...]
    purpose: str
    sees_nik: bool = False

    def condition(self, column: str = "village_code") -> str:
        """Return the SQL condition that a 10-digit code lies in the regions."""
        if self.regions == EVERYWHERE:
            return "true"
        return "(" + " OR ".join(_within(r, column) for r in self.regions) + ")"


@dataclass(frozen=True)
class Look:
    """One recorded view: by whom, what for, which table, which keys."""

    institution: str
    purpose: str
    table: str
    keys: tuple[int | str, ...]
    unmasked: bool


Recorder = Callable[[Look], None]


def _within(region: str, column: str) -> str:
    digits = region.replace(".", "")
    if not digits.isdigit() or len(digits) > VILLAGE_DIGITS:
        raise SnapshotRefused(f"Kode wilayah {region!r} tidak dikenal. Contoh: 16.04.")
    span = 10 ** (VILLAGE_DIGITS - len(digits))
    low = int(digits) * span
    return f"{column} BETWEEN {low} AND {low + span - 1}"


@dataclass
class Snapshot:
    """A published snapshot, opened read-only.

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

    @classmethod
    def open(cls, directory: Path, record: Recorder) -> "Snapshot":
        """Open `DIR/current`, or DIR itself where it is one run's folder."""
        current = directory / "current"
        folder = (current if current.exists() else directory).resolve()
        manifest = folder / "manifest.json"
        if not manifest.exists():
            raise SnapshotRefused(
                f"Tidak ada potret di {directory}. "
                f"Jalankan dulu: naungan run --out {directory} …"
            )
        content = json.loads(manifest.read_text(encoding="utf-8"))
        return cls(folder, folder.name, content, record, _views(folder))

    def person(self, scope: Scope, person_id: int) -> Row | None:
        """Return one person, or None where there is none in the scope."""
        found = self._look(scope, "persons", "person_id = ?", [person_id])
        return found[0] if found else None

    def persons_by_nik(self, scope: Scope, nik: int) -> list[Row]:
        """Return the persons who carry this NIK; several where it is shared."""
        ids = self._ids(
            "person_id", self._part_with("nik_index", nik), "nik = ?", [nik]
        )
        return self._look(scope, "persons", _one_of("person_id", ids), ids)

    def persons_by_kpj(self, scope: Scope, kpj: str) -> list[Row]:
        """Return the persons linked, or perhaps linked, to a membership."""
        ids = self._ids("person_id", "links", "kpj = ?", [kpj])
        return self._look(scope, "persons", _one_of("person_id", ids), ids)

    def members_by_nik(self, scope: Scope, nik: int) -> list[Row]:
        """Return the memberships under a NIK, by one keyed look-up.

        A membership lies in the scope where a person linked to it or its employer
        does. The record names what was found by KPJ: a log of looks is no list of
        NIK.
        """
        place = self._part_with("members", nik)
        query = f"SELECT * FROM {place} WHERE nik = ?"
        rows = as_dicts(self._con.sql(query, params=[nik]))
        if rows and scope.regions != EVERYWHERE:
            kpjs = self._linked_inside(scope, [row["kpj"] for row in rows])
            npps = self._registered_inside(scope, [row.get("npp") for row in rows])
            rows = [r for r in rows if r["kpj"] in kpjs or r.get("npp") in npps]
        return self._shown(scope, "members", rows, [row["kpj"] for row in rows])

    def of_person(self, scope: Scope, table: str, person_id: int) -> list[Row]:
        """Return the rows of a person in a table keyed by person_id.

        Returns nothing where the person is outside the scope.
        """
        if table not in OF_PERSON or self.person(scope, person_id) is None:
            return []
        return self._look(scope, table, "person_id = ?", [person_id], placed=False)

    def memberships(self, scope: Scope, person_id: int) -> list[Row]:
        """Return the links of a person with the member rows they lead to."""
        links = self.of_person(scope, "links", person_id)
        kpjs = [link["kpj"] for link in links]
        members = self._look(scope, "members", _one_of("kpj", kpjs), kpjs, placed=False)
        by_kpj = {member["kpj"]: member for member in members}
        return [{**by_kpj.get(link["kpj"], {}), **link} for link in links]

    def employer(self, scope: Scope, employer_id: int) -> Row | None:
        """Return one employer, or None where there is none in the scope."""
        found = self._look(scope, "employers", "employer_id = ?", [employer_id])
        return found[0] if found else None

    def employers_by_code(self, scope: Scope, code: str) -> list[Row]:
        """Return the employers known by a NIB, NPP, NPWP or list reference."""
        known = "? IN (nib, npp, npwp, employer_ref, registered_npp)"
        return self._look(scope, "employers", known, [code])

    def employers_found(
        self, scope: Scope, code: str | None, limit: int, offset: int
    ) -> list[Row]:
        """Return employers with findings, those with most rupiah and people first.

        `codes` lists their findings, `all` how many employers there are in all. A
        code keeps the employers that have this finding.
        """
        having = "list_contains(codes, ?)" if code else "true"
        query = f"""SELECT e.employer_id, e.name, e.scale, e.village_code, f.codes,
                f.people, f.monthly_idr, count(*) OVER () AS "all"
            FROM (SELECT employer_id, list(code ORDER BY code) AS codes,
                    max(people) AS people, sum(monthly_idr)::BIGINT AS monthly_idr
                FROM employer_findings GROUP BY employer_id HAVING {having}) f
            JOIN employers e USING (employer_id) WHERE {scope.condition("e.village_code")}
            ORDER BY f.monthly_idr DESC NULLS LAST, f.people DESC, e.employer_id
            LIMIT {int(limit)} OFFSET {int(offset)}"""
        return as_dicts(self._con.sql(query, params=[code] if code else []))

    def of_employer(self, scope: Scope, table: str, employer_id: int) -> list[Row]:
        """Return the rows of an employer in a table keyed by employer_id."""
        if table not in OF_EMPLOYER or self.employer(scope, employer_id) is None:
            return []
        return self._look(scope, table, "employer_id = ?", [employer_id], placed=False)

    def measures(self, scope: Scope, region_code: str) -> list[Row]:
        """Return the published figures of one region."""
        _within(region_code, "region")
        return self._look(
            scope, "measures", "region_code = ?", [region_code], placed=False
        )

    def measures_inside(self, scope: Scope, region_code: str, level: str) -> list[Row]:
        """Return whole-population figures of every region of a level inside a region.

        Figures are about no person: any scope may ask for any region.
        """
        condition = """level = ? AND starts_with(region_code, ?)
            AND segment IS NULL AND category IS NULL AND funder IS NULL"""
        inside = f"{region_code}." if region_code else ""
        return self._look(scope, "measures", condition, [level, inside], placed=False)

    def inputs(self, scope: Scope) -> list[Row]:
        """Return the account of every file in the scope; no personal data.

        A file lies in the scope where the scope's institution sent it, or a row of
        it speaks of a person or an employer there; official totals always do.
        """
        return as_dicts(self._con.sql(f"FROM inputs WHERE {self._files_inside(scope)}"))

    def words_on_files(self, scope: Scope) -> list[Row]:
        """Return of each file with warnings how many, and those on the whole file."""
        query = f"""SELECT file, count(*) FILTER (line > 0) AS rows,
                list(message ORDER BY row) FILTER (line = 0) AS messages
            FROM warnings WHERE {self._files_inside(scope)} GROUP BY file ORDER BY file"""
        return as_dicts(self._con.sql(query))

    def _files_inside(self, scope: Scope) -> str:
        """Return the SQL condition that a file lies in the scope."""
        if scope.regions == EVERYWHERE:
            return "true"
        own = [
            one["file"]
            for one in self.manifest.get("inputs", [])
            if one["kind"] == "universe" or one.get("owner") == scope.institution
        ]
        named = f"file IN ({listed(own)}) OR " if own else ""
        people = f"SELECT person_id FROM persons WHERE {scope.condition()}"
        firms = f"SELECT employer_id FROM employers WHERE {scope.condition()}"
        return f"""({named}file IN (
            SELECT file FROM person_rows WHERE person_id IN ({people})
            UNION SELECT file FROM links WHERE person_id IN ({people})
            UNION SELECT file FROM employer_rows WHERE employer_id IN ({firms})))"""

    def _linked_inside(self, scope: Scope, kpjs: list[str]) -> set[str]:
        """Return which of these memberships a person in the scope is linked to."""
        query = f"""SELECT kpj FROM links SEMI JOIN
            (FROM persons WHERE {scope.condition()}) USING (person_id)
            WHERE {_one_of("kpj", kpjs)}"""
        return {kpj for (kpj,) in self._con.sql(query, params=kpjs).fetchall()}

    def _registered_inside(
        self, scope: Scope, written: list[str | None]
    ) -> set[str | None]:
        """Return which of these registrations belong to an employer in the scope."""
        npps = [npp for npp in written if npp is not None]
        query = f"""SELECT npp FROM (
                SELECT employer_id, npp FROM employer_links WHERE band = 'linked'
                UNION SELECT employer_id, registered_npp FROM employers)
            SEMI JOIN (FROM employers WHERE {scope.condition()}) USING (employer_id)
            WHERE {_one_of("npp", npps)}"""
        return {npp for (npp,) in self._con.sql(query, params=npps).fetchall()}

    def people_by_status(self, scope: Scope) -> dict[str, int]:
        """Return how many persons in the scope have each coverage status."""
        return self._counted(scope, "coverage", "status", "persons", "person_id")

    def employers_by_finding(self, scope: Scope) -> dict[str, int]:
        """Return how many employers in the scope have each finding."""
        return self._counted(
            scope, "employer_findings", "code", "employers", "employer_id"
        )

    def _counted(
        self, scope: Scope, table: str, group: str, placed: str, key: str
    ) -> dict[str, int]:
        """Count rows by a column, where `placed` puts their key in the scope."""
        inside = "true"
        if scope.regions != EVERYWHERE:
            inside = f"{key} IN (SELECT {key} FROM {placed} WHERE {scope.condition()})"
        query = f"""SELECT {group}, count(*) FROM {table} WHERE {inside}
            GROUP BY ALL ORDER BY 2 DESC, 1"""
        return dict(self._con.sql(query).fetchall())

    def parameters(self, prefix: str) -> list[Row]:
        """Return the rules of law at or under a path, as this run read them.

        A path that ends in "/" or "_" stands for all that begin so.
        """
        under = prefix if prefix.endswith(("/", "_")) else f"{prefix}/"
        query = """SELECT * FROM parameters WHERE path = ? OR starts_with(path, ?)
            ORDER BY path, from_month"""
        return as_dicts(self._con.sql(query, params=[prefix, under]))

    def bases(self) -> list[Row]:
        """Return the articles that findings rest on, in order."""
        return as_dicts(self._con.sql("FROM legal_bases ORDER BY ALL"))

    def _part_with(self, table: str, nik: int) -> str:
        """Return the SQL source of the part that can hold a NIK.

        Two parts where the cut lies within one NIK. A look then opens one
        small file instead of planning over thousands of row groups.
        """
        if table not in self._starts:
            self._starts[table] = _starts(self._con, self.folder / table)
        starts = self._starts[table]
        first = max(bisect_left(starts, nik) - 1, 0)
        last = max(bisect_right(starts, nik) - 1, 0)
        parts = (f"{n:05d}.parquet" for n in range(first, last + 1))
        return parquet.source(*(self.folder / table / part for part in parts))

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
        query = f"SELECT * FROM {table} WHERE {condition} AND {place}"
        rows = as_dicts(self._con.sql(query, params=list(values)))
        return self._shown(scope, table, rows, values)

    def _shown(
        self, scope: Scope, table: str, rows: list[Row], keys: Sequence[int | str]
    ) -> list[Row]:
        """Record the look, then give the rows as the scope may see them."""
        if table not in IMPERSONAL:
            self.record(
                Look(
                    scope.institution, scope.purpose, table, tuple(keys), scope.sees_nik
                )
            )
        rows = self._without_hidden(table, rows)
        return rows if scope.sees_nik else [_masked(row) for row in rows]

    def _without_hidden(self, table: str, rows: list[Row]) -> list[Row]:
        """Leave out who is hidden: persons by number, memberships by their links."""
        if not self.hidden or not rows:
            return rows
        if table == "members":
            ids = sorted(self.hidden)
            query = f"SELECT kpj FROM links WHERE {_one_of('person_id', ids)}"
            kpjs = {kpj for (kpj,) in self._con.sql(query, params=ids).fetchall()}
            return [row for row in rows if row["kpj"] not in kpjs]
        return [row for row in rows if row.get("person_id") not in self.hidden]

    def _ids(
        self, column: str, source: str, condition: str, values: list[Any]
    ) -> list[int]:
        query = f"SELECT DISTINCT {column} FROM {source} WHERE {condition} ORDER BY 1"
        return [row[0] for row in self._con.sql(query, params=values).fetchall()]


def _views(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a connection that can read this folder and nothing else."""
    con = duckdb.connect(config={"threads": "1", "memory_limit": MEMORY_LIMIT})
    con.execute("SET parquet_metadata_cache = true")
    con.execute(f"SET allowed_directories = [{literal(folder)}]")
    con.execute("SET enable_external_access = false")
    parquet.make_views(con, folder)
    return con


def _starts(con: duckdb.DuckDBPyConnection, folder: Path) -> list[int]:
    """Return the first NIK of every part, -1 where a part has none."""
    query = f"""SELECT coalesce(min(TRY_CAST(stats_min_value AS BIGINT)), -1)
        FROM parquet_metadata({literal(parquet.parts_of(folder))})
        WHERE path_in_schema = 'nik' GROUP BY file_name ORDER BY file_name"""
    return [row[0] for row in con.sql(query).fetchall()]


def _one_of(column: str, values: Sequence[Any]) -> str:
    marks = ", ".join("?" for _ in values)
    return f"{column} IN ({marks})" if values else "false"


def _masked(row: Row) -> Row:
    """Hide what identifies beyond the purpose: NIK, also as it was written."""
    hidden = dict(row)
    if isinstance(hidden.get("nik"), int):
        hidden["nik"] = identity_numbers.mask_beside_birth_date(hidden["nik"])
    if hidden.get("nik_written"):
        hidden["nik_written"] = "•" * len(hidden["nik_written"])
    return hidden
