"""The tables between the steps, made by hand: what coverage and findings read.

A test names only the columns it is about; everything else is NULL. Row ids follow
the order in which rows are given.
"""

from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from naungan.engine import manifest
from naungan.engine.work import Request, Work


MONTH = 2026 * 12 + 9
VILLAGE = 1604012001
COLUMNS = {
    "persons": """person_id BIGINT, cluster BIGINT, nik BIGINT, nik_state VARCHAR,
        name VARCHAR, birth_date DATE, birth_year SMALLINT, sex VARCHAR,
        village_code BIGINT, employer_ref VARCHAR, wage BIGINT, segment VARCHAR,
        category VARCHAR, lists VARCHAR""",
    "person_rows": "person_id BIGINT, row_id BIGINT",
    "worker_rows": """row_id BIGINT, file_id SMALLINT, source VARCHAR, nik BIGINT,
        nik_rounded BOOLEAN, birth_date DATE, village_code BIGINT,
        employer_ref VARCHAR, wage BIGINT""",
    "worker_keys": "row_id BIGINT, nik BIGINT, nik_state VARCHAR",
    "worker_cluster": "row_id BIGINT, cluster BIGINT",
    "links": """person_id BIGINT, member_row BIGINT, kpj VARCHAR, band VARCHAR,
        method VARCHAR, weight FLOAT""",
    "member_rows": """row_id BIGINT, file_id SMALLINT, kpj VARCHAR, nik BIGINT,
        nik_rounded BOOLEAN, name VARCHAR, birth_date DATE, birth_year SMALLINT,
        npp VARCHAR, segment VARCHAR, programmes UTINYINT, reported_wage BIGINT,
        start_month INTEGER, paid_through INTEGER, status VARCHAR, funder VARCHAR""",
    "contribution_rows": """row_id BIGINT, npp VARCHAR, kpj VARCHAR, month INTEGER,
        billed BIGINT, paid BIGINT, paid_on DATE""",
    "employers": """employer_id BIGINT, employer_ref VARCHAR, nib VARCHAR, npp VARCHAR,
        name VARCHAR, scale VARCHAR, risk_group VARCHAR, kind VARCHAR,
        declared_workers INTEGER, village_code BIGINT, registration VARCHAR,
        registered_npp VARCHAR""",
    "employer_links": "employer_id BIGINT, npp VARCHAR, band VARCHAR",
    "person_employers": "person_id BIGINT, employer_id BIGINT",
    "employer_members": "employer_id BIGINT, member_row BIGINT",
    "universe_rows": """row_id BIGINT, region_code VARCHAR, month INTEGER,
        year SMALLINT, workers BIGINT, source VARCHAR, segment VARCHAR""",
    "inputs": """file_id SMALLINT, file VARCHAR, kind VARCHAR, accepted BIGINT,
        rejected BIGINT""",
    "warnings": "file VARCHAR, row INTEGER",
}
NUMBERED = {
    "worker_rows": "row_id",
    "member_rows": "row_id",
    "contribution_rows": "row_id",
    "universe_rows": "row_id",
    "persons": "person_id",
    "employers": "employer_id",
}
DEFAULTS: dict[str, dict[str, object]] = {
    "links": {"band": "linked", "method": "nik"},
    "member_rows": {"programmes": 3, "segment": "BPU", "file_id": 1},
    "persons": {"nik_state": "valid", "village_code": VILLAGE, "lists": "desa"},
    "employers": {"registration": "registered"},
    "employer_links": {"band": "linked"},
}

Rows = list[dict[str, object]]


def work_with(
    *, month: int = MONTH, request: dict[str, object] | None = None, **tables: Rows
) -> Work:
    """Open a work database with these rows, every other table empty."""
    assert tables.keys() <= COLUMNS.keys()
    con = duckdb.connect()
    for name, columns in COLUMNS.items():
        con.execute(f'CREATE TABLE "{name}"({columns})')
        fill(con, name, tables.get(name, []))
    work = Work(con, Request(month=month, out=Path(), **(request or {})), Path())
    for name, law in enacted_law().items():
        con.register("law", law)
        con.execute(f"CREATE TABLE {name} AS FROM law")
        con.unregister("law")
    return work


@cache
def enacted_law() -> dict[str, pa.Table]:
    """Give the law's tables as the pipeline makes them, read once."""
    work = Work(duckdb.connect(), Request(month=MONTH, out=Path()), Path())
    manifest.register_law(work)
    names = ("law_parameters", "law_bases")
    return {name: work.con.sql(f"FROM {name}").to_arrow_table() for name in names}


def fill(con: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Insert rows given as dictionaries."""
    if not rows:
        return
    key, whole = NUMBERED.get(table), []
    for place, given in enumerate(rows):
        number = {} if key is None else {key: place}
        whole.append({**DEFAULTS.get(table, {}), **number, **given})
    names = sorted({name for row in whole for name in row})
    columns = {name: [row.get(name) for row in whole] for name in names}
    con.register("given", pa.table(columns))
    listed = ", ".join(f'"{name}"' for name in names)
    con.execute(f'INSERT INTO "{table}"({listed}) SELECT {listed} FROM given')
    con.unregister("given")


def dicts(work: Work, query: str) -> Rows:
    """Run a query and return its rows as dictionaries."""
    relation = work.con.sql(query)
    return [
        dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()
    ]
