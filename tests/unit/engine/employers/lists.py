"""Tiny invented lists of employers, as the reader leaves them."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from naungan.engine.employers.match import find_employers, place_people
from naungan.engine.work import Request, Work


PLACE = 'row_id BIGINT, file_id SMALLINT, "row" INTEGER, line INTEGER'
COLUMNS = {
    "employer_in_rows": f"""{PLACE}, employer_ref VARCHAR, nib VARCHAR, npp VARCHAR,
        npwp VARCHAR, name VARCHAR, kbli VARCHAR, kbli_version VARCHAR, scale VARCHAR,
        risk_group VARCHAR, declared_workers INTEGER, village_code BIGINT, kind VARCHAR""",
    "member_rows": f"{PLACE}, kpj VARCHAR, npp VARCHAR, name VARCHAR",
    "contribution_rows": f"{PLACE}, npp VARCHAR, kpj VARCHAR",
    "worker_rows": f"{PLACE}, name VARCHAR, employer_ref VARCHAR",
    "decision_rows": f"""{PLACE}, kind VARCHAR, "left" VARCHAR, "right" VARCHAR,
        "by" VARCHAR, "at" VARCHAR, reason VARCHAR""",
}
TABLES = {
    "oss": "employer_in_rows",
    "bpjs": "employer_in_rows",
    "tax": "employer_in_rows",
    "members": "member_rows",
    "payments": "contribution_rows",
    "workers": "worker_rows",
    "decisions": "decision_rows",
}
Row = dict[str, object]
VILLAGE = 1604102053


def sha(name: str) -> str:
    """Return the made-up hash of a list: the same whatever order lists come in."""
    return f"{sum(map(ord, name)):04x}" * 16


def a_work(out: Path, threads: int = 2, **lists: Sequence[Row]) -> Work:
    """Open a work database that holds these lists, in the order given."""
    con = duckdb.connect(config={"threads": threads})
    con.execute("CREATE TABLE inputs(file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    for table, columns in COLUMNS.items():
        con.execute(f"CREATE TABLE {table}({columns})")
    seen = dict.fromkeys(COLUMNS, 0)
    for file_id, (name, rows) in enumerate(lists.items()):
        con.execute("INSERT INTO inputs VALUES (?, ?, ?)", [file_id, name, sha(name)])
        for number, given in enumerate(rows, 1):
            table = TABLES[name]
            _insert(con, table, file_id, number, seen[table], given)
            seen[table] += 1
    con.execute(
        "CREATE TABLE person_rows AS SELECT row_id + 100 AS person_id, row_id FROM worker_rows"
    )
    return Work(con, Request(month=0, out=out), out)


def _insert(
    con: duckdb.DuckDBPyConnection,
    table: str,
    file_id: int,
    number: int,
    row_id: int,
    given: Row,
) -> None:
    place = {"row_id": row_id, "file_id": file_id, "row": number, "line": number + 1}
    row: Row = {**place, **given}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    con.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", [*row.values()])


def grouped(work: Work) -> set[frozenset[str]]:
    """Return which rows are one employer, each row as "list:row"."""
    found = work.con.sql("""
        SELECT list(file || ':' || "row") FROM employer_rows
        JOIN employer_in_rows USING (row_id) JOIN inputs USING (file_id)
        GROUP BY employer_id""").fetchall()
    return {frozenset(rows) for (rows,) in found}


def registration(work: Work, name: str) -> tuple[object, ...]:
    """Return registration, registered_npp and review_npp of the employer of a name."""
    found = work.con.execute(
        """SELECT registration, registered_npp, review_npp FROM employers
        WHERE name = ?""",
        [name],
    ).fetchall()
    assert len(found) == 1, f"{name}: {len(found)} employers"
    return tuple(found[0])


def match_employers(work: Work, previous: Path | None = None) -> None:
    """Take both steps of employers one after the other."""
    find_employers(work, previous)
    place_people(work)
