"""Tiny hand-made work databases for tests of single steps."""

from pathlib import Path

import duckdb

from naungan.engine.identity.name_keys import name_key
from naungan.engine.work import Request, Work


WORKER_COLUMNS = """row_id BIGINT, file_id SMALLINT, row INTEGER, line INTEGER,
    source VARCHAR, nik BIGINT, nik_written VARCHAR, nik_rounded BOOLEAN, name VARCHAR,
    birth_date DATE, birth_year SMALLINT, sex VARCHAR, village_code BIGINT,
    employer_ref VARCHAR, wage BIGINT, segment VARCHAR, category VARCHAR"""
NIK = 1604012003859001


def a_work(out: Path, **request: object) -> Work:
    """Open an empty work database in memory for a run into `out`."""
    request.setdefault("month", 2026 * 12 + 9)
    wanted = Request(out=out, **request)  # type: ignore[arg-type]
    return Work(duckdb.connect(), wanted, out)


def add_inputs(work: Work, *files: tuple[str, str]) -> None:
    """Create `inputs` from pairs of file name and SHA-256."""
    work.con.execute(
        "CREATE OR REPLACE TABLE inputs(file_id SMALLINT, file VARCHAR, sha256 VARCHAR)"
    )
    for place, (file, sha256) in enumerate(files):
        work.con.execute("INSERT INTO inputs VALUES (?, ?, ?)", [place, file, sha256])


def add_workers(work: Work, *rows: dict[str, object]) -> None:
    """Create `worker_rows`, `worker_keys` and `worker_cluster`.

    Each row may set any column, and `cluster`; `row` counts within a file.
    """
    con = work.con
    con.execute(f"CREATE OR REPLACE TABLE worker_rows({WORKER_COLUMNS})")
    con.execute(
        "CREATE OR REPLACE TABLE worker_keys(row_id BIGINT, nik BIGINT, "
        "nik_state VARCHAR, name_key BIGINT, words UTINYINT)"
    )
    con.execute("CREATE OR REPLACE TABLE worker_cluster(row_id BIGINT, cluster BIGINT)")
    for row_id, given in enumerate(rows):
        row = {"file_id": 0, "row": row_id + 1, "source": "desa", **given}
        cluster = row.pop("cluster", row_id)
        row |= {"row_id": row_id, "line": int(str(row["row"])) + 1}
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        con.execute(
            f"INSERT INTO worker_rows({names}) VALUES ({marks})", [*row.values()]
        )
        nik = row.get("nik")
        state = "missing" if nik is None else "valid"
        key = name_key(str(row.get("name") or ""))
        con.execute(
            "INSERT INTO worker_keys VALUES (?, ?, ?, ?, ?)",
            [row_id, nik, state, key or 0, key is not None],
        )
        con.execute("INSERT INTO worker_cluster VALUES (?, ?)", [row_id, cluster])
