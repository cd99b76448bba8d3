"""Small tables of workers and members, written as short as the point allows."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from naungan.engine.linkage.dedupe import dedupe
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.link import link
from naungan.engine.work import Request, Work


MONTH = 2026 * 12 + 9
WORKER_SHA, MEMBER_SHA = "a1b2c3d4" * 8, "d4c3b2a1" * 8
SHARED = """row_id BIGINT, file_id SMALLINT, row INTEGER, line INTEGER, nik BIGINT,
    nik_written VARCHAR, nik_rounded BOOLEAN, name VARCHAR, birth_date DATE,
    birth_year SMALLINT, sex VARCHAR"""


def _identity(row_id, given, file_id):
    born = given.get("born")
    born_on = date.fromisoformat(born) if isinstance(born, str) else None
    nik = given.get("nik")
    written = given.get("nik_written", nik if isinstance(nik, str) else None)
    year = born_on.year if born_on else born
    number = nik if isinstance(nik, int) else None
    rounded = given.get("nik_rounded", False)
    rows = (row_id, file_id, row_id + 1, row_id + 2)
    return (
        *rows, number, written, rounded, given["name"], born_on, year, given.get("sex"),
    )  # fmt: skip


def work_with(workers, members, decisions=(), threads=2):
    """Return a run in progress over the given rows, as the readers would leave it."""
    con = duckdb.connect(config={"threads": threads})
    con.execute(f"""CREATE TABLE worker_rows ({SHARED}, source VARCHAR,
        village_code BIGINT, employer_ref VARCHAR, wage BIGINT, segment VARCHAR,
        category VARCHAR)""")
    con.execute(f"CREATE TABLE member_rows ({SHARED}, kpj VARCHAR, npp VARCHAR)")
    con.execute("""CREATE TABLE decision_rows (row_id BIGINT, kind VARCHAR,
        "left" VARCHAR, "right" VARCHAR, "by" VARCHAR, "at" VARCHAR, reason VARCHAR)""")
    con.execute("CREATE TABLE inputs (file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    con.execute(
        "INSERT INTO inputs VALUES (0, 'w.csv', ?), (1, 'm.csv', ?)",
        [WORKER_SHA, MEMBER_SHA],
    )
    rows = []
    for row_id, worker in enumerate(workers):
        said = (worker.get("list", "village"), worker.get("village"), None, None)
        rows.append((*_identity(row_id, worker, 0), *said, "BPU", None))
    _insert(con, "worker_rows", rows)
    rows = []
    for row_id, member in enumerate(members):
        kpj = member.get("kpj", f"K{row_id}")
        rows.append((*_identity(row_id, member, 1), kpj, None))
    _insert(con, "member_rows", rows)
    _employ(con, workers, members)
    for row_id, (kind, left, right) in enumerate(decisions):
        at = f"2026-10-{row_id + 1:02d}"
        _insert(con, "decision_rows", [(row_id, kind, left, right, "Ani", at, "uji")])
    return Work(con, Request(month=MONTH, out=Path("unused")), Path("unused"))


def _employ(con, workers, members):
    """Say whom rows work for, as the matching of employers would."""
    for table, row, given in (
        ("worker_employers", "row_id", workers),
        ("employer_members", "member_row", members),
    ):
        con.execute(f"CREATE TABLE {table} ({row} BIGINT, employer_id BIGINT)")
        known = [(at, one.get("employer")) for at, one in enumerate(given)]
        _insert(con, table, [pair for pair in known if pair[1] is not None])


def _insert(con, table, rows):
    if not rows:
        return
    columns = [list(column) for column in zip(*rows, strict=True)]
    names = [f"c{place}" for place in range(len(columns))]
    con.register("arriving", pa.table(columns, names=names))
    con.execute(f"INSERT INTO {table} SELECT * FROM arriving")
    con.unregister("arriving")


def linked(workers, members, decisions=(), threads=2):
    """Run the three steps; return the work with persons numbered by cluster."""
    work = work_with(workers, members, decisions, threads)
    identify(work)
    dedupe(work)
    work.con.execute("""CREATE TABLE person_rows AS
        SELECT cluster AS person_id, row_id FROM worker_cluster""")
    work.con.execute("""CREATE TABLE person_lineage AS
        SELECT 0 AS person_id, 9000 AS previous_id, 'merge' AS kind, 1 AS run""")
    link(work)
    return work


def bands(work):
    """Return {member row: (person, band, method)}."""
    found = work.con.execute("""SELECT member_row, person_id, band, method FROM links
        ORDER BY member_row""").fetchall()
    return {row: tuple(rest) for row, *rest in found}


def clusters(work):
    """Return the cluster of each worker row, in row order."""
    found = work.con.execute("SELECT cluster FROM worker_cluster ORDER BY row_id")
    return [cluster for (cluster,) in found.fetchall()]


def crowd(count, seed=0, district=160401):
    """Invent people who have nothing to do with the point, so that odds are real."""
    first = ("Slamet", "Sutrisno", "Bambang", "Hartono", "Rusman", "Darwin", "Yusman")
    last = ("Wibowo", "Santoso", "Nugroho", "Raharjo", "Firdaus", "Iskandar", "Marzuki")
    people = []
    for number in range(count):
        at = number * 7919 + seed * 104729
        born = date.fromordinal(date(1965, 1, 1).toordinal() + at % 14000)
        day = born.day * 10000 + born.month * 100 + born.year % 100
        nik = (district + at % 20) * 10**10 + day * 10**4 + 9000 + at % 997
        people.append(
            {
                "name": f"{first[at % 7]} {last[at // 7 % 7]}{chr(97 + at % 23)}",
                "born": born.isoformat(),
                "nik": nik,
                "sex": "M",
                "village": (district + at % 20) * 10000 + 2001 + at % 9,
            }
        )
    return people
