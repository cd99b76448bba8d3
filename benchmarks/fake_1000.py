"""Group the 1,000 rows of fake_1000, 251 invented people of up to seven rows, beside Splink.

    ./naungan bench fake-1000 FILE

FILE is fake_1000.csv as Splink publishes it. Nothing of the engine is fitted to it: a name
and a birth date are what they are here, the city stands where a village would, and the
e-mail address, turned into digits, where a number would; so two addresses are equal or not,
where Splink compares their letters. Pairs of rows count, not rows. The last lines tell
how far an oracle gets: whoever joins every pair of one person that has something in
common, and no other; a city alone, which one pair of strangers in thirty shares, does not count.
"""

import argparse
import time
from pathlib import Path

import duckdb
import numpy as np
from linkage import MONTH
from peer_splink import dedupe_fake_1000

from naungan.engine.linkage.clusters import smallest_connected
from naungan.engine.linkage.dedupe import dedupe
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.residual import WORKER
from naungan.engine.work import Request, Work


CERTAIN = 1000.0  # bits: more than any pair that is weighed
THRESHOLDS = [half / 2 for half in range(-20, 61)]  # bits
# One number for each address, no two of them one slip of the pen apart: written as numbers
# issued abroad are, 99 · four digits · a date that says nothing · 9 · three digits.
NUMBER = "9900000101019000 + (1000 + address_number) * 10000000000 + address_number"
# A city in place of a regency, with one village.
PLACE = "CASE WHEN city IS NOT NULL THEN city_number * 1000000 + 1001 END"
SAME_WORD = "list_has_any([a.first_name, a.surname], [b.first_name, b.surname])"
ALIKE_WORD = " OR ".join(
    f"jaro_winkler_similarity(a.{one}, b.{other}) >= 0.85"
    for one in ("first_name", "surname")
    for other in ("first_name", "surname")
)
SLIP_OF_DATE = "damerau_levenshtein(a.dob::VARCHAR, b.dob::VARCHAR) <= 1"
COMMON = {
    "a word, the date or the e-mail": (SAME_WORD, "a.dob = b.dob", "a.email = b.email"),
    "even one of these alike": (
        ALIKE_WORD,
        SLIP_OF_DATE,
        "damerau_levenshtein(a.email, b.email) <= 2",
    ),
}


def load(con: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Fill fake, the rows of workers, no members, and the pairs that are one person."""
    con.execute(f"CREATE TABLE fake AS FROM read_csv('{file}', header = true)")
    con.execute(f"""CREATE TABLE worker_rows AS
        SELECT unique_id::BIGINT AS row_id, 0::SMALLINT AS file_id,
            (unique_id + 1)::INTEGER AS row, (unique_id + 2)::INTEGER AS line,
            CASE WHEN email IS NOT NULL THEN {NUMBER} END AS nik,
            NULL::VARCHAR AS nik_written, false AS nik_rounded,
            concat_ws(' ', first_name, surname) AS name, dob AS birth_date,
            year(dob)::SMALLINT AS birth_year, NULL::VARCHAR AS sex, 'fake' AS source,
            ({PLACE})::BIGINT AS village_code
        FROM (SELECT *, dense_rank() OVER (ORDER BY email) AS address_number,
                  1000 + dense_rank() OVER (ORDER BY city) AS city_number FROM fake)
        ORDER BY row_id""")
    con.execute("""CREATE TABLE member_rows AS
        SELECT * EXCLUDE (source, village_code), '' AS kpj, '' AS npp
        FROM worker_rows WHERE false""")
    con.execute("CREATE TABLE inputs (file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    con.execute("""CREATE TABLE decision_rows (row_id BIGINT, kind VARCHAR,
        "left" VARCHAR, "right" VARCHAR, "by" VARCHAR, "at" VARCHAR, reason VARCHAR)""")
    con.execute("""CREATE TABLE truth AS SELECT a.unique_id AS l, b.unique_id AS r
        FROM fake a JOIN fake b ON a.cluster = b.cluster AND a.unique_id < b.unique_id""")


def run(con: duckdb.DuckDBPyConnection) -> float:
    """Group the rows; keep every weighed pair in our_pairs; return the seconds."""
    work = Work(con, Request(month=MONTH, out=Path("unused")), Path("unused"))
    started = time.perf_counter()
    identify(work)
    dedupe(work)
    spent = time.perf_counter() - started
    con.execute(f"""CREATE TABLE our_pairs AS
        SELECT left_row AS l, right_row AS r, weight / 1000 AS weight
        FROM scored_pairs WHERE side = {WORKER}
        UNION ALL SELECT left_row, right_row, {CERTAIN} FROM number_pairs WHERE agrees""")
    return spent


def judged(con: duckdb.DuckDBPyConnection, groups: str) -> tuple[float, float, float]:
    """Return F1, precision and recall over pairs of a table (row_id, grp)."""
    ((said, right, true),) = con.execute(f"""
        WITH said AS (SELECT a.row_id AS l, b.row_id AS r FROM {groups} a
            JOIN {groups} b ON a.grp = b.grp AND a.row_id < b.row_id)
        SELECT count(*), (SELECT count(*) FROM said SEMI JOIN truth USING (l, r)),
            (SELECT count(*) FROM truth) FROM said""").fetchall()
    return 2 * right / (said + true), right / max(said, 1), right / true


def connected(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, float, float]:
    """Judge the groups that the pairs (l, r) of a query tie together."""
    found = con.execute(sql).fetchnumpy()
    rows, group = smallest_connected(
        found["l"].astype(np.int64), found["r"].astype(np.int64)
    )
    con.register("tried", {"row_id": rows, "grp": group})
    quality = judged(con, "tried")
    con.unregister("tried")
    return quality


def best(con: duckdb.DuckDBPyConnection, pairs: str) -> tuple[float, float, float]:
    """Judge the best threshold, all pairs above it being tied together."""
    return max(
        connected(con, f"SELECT l, r FROM {pairs} WHERE weight >= {threshold}")
        for threshold in THRESHOLDS
    )


def written(name: str, quality: tuple[float, float, float]) -> str:
    """Write one F1 with its precision and recall."""
    return "{} F1 {:.4f} (P {:.4f}, R {:.4f})".format(name, *quality)


def met(con: duckdb.DuckDBPyConnection, pairs: str) -> int:
    """Count the true pairs that were weighed."""
    ((count,),) = con.execute(f"""SELECT count(*) FROM truth SEMI JOIN (
        SELECT least(l, r) AS l, greatest(l, r) AS r FROM {pairs}) USING (l, r)""").fetchall()
    return int(count)


def report(
    con: duckdb.DuckDBPyConnection, name: str, tables: tuple[str, str], seconds: float
) -> None:
    """Print one side: its accepted groups, its best threshold, its pairs and time."""
    groups, pairs = tables
    print(
        f"{name:<8} {written('accepted', judged(con, groups))}  "
        f"{written('best', best(con, pairs))}  {met(con, pairs)} true pairs weighed  "
        f"{seconds:.1f} s"
    )


def report_ceiling(con: duckdb.DuckDBPyConnection) -> None:
    """Print how many true pairs have nothing in common, and the best F1 without them."""
    for name, conditions in COMMON.items():
        con.execute(f"""CREATE OR REPLACE TEMP TABLE sharing AS
            SELECT a.unique_id AS l, b.unique_id AS r, a.cluster = b.cluster AS same
            FROM fake a JOIN fake b ON a.unique_id < b.unique_id
            WHERE coalesce({" OR ".join(conditions)}, false)""")
        ((true, sharing, strangers),) = con.execute("""
            SELECT (SELECT count(*) FROM truth), count(*) FILTER (same),
                count(*) FILTER (NOT same) FROM sharing""").fetchall()
        quality = connected(con, "SELECT l, r FROM sharing WHERE same")
        print(
            f"{true - sharing} of {true} true pairs do not share {name}, "
            f"{strangers} pairs of strangers do; {written('ceiling', quality)}"
        )


def main() -> None:
    """Measure both in turn, then how far an oracle gets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    con = duckdb.connect()
    load(con, parser.parse_args().file)
    seconds = run(con)
    con.execute("""CREATE TABLE our_groups AS
        SELECT row_id, cluster AS grp FROM worker_cluster""")
    report(con, "Naungan", ("our_groups", "our_pairs"), seconds)
    seconds = dedupe_fake_1000(con)
    report(con, "Splink", ("splink_groups", "splink_pairs"), seconds)
    report_ceiling(con)


if __name__ == "__main__":
    main()
