"""Measure how right and how fast linkage is, beside Splink trained its usual way.

    python benchmarks/linkage.py DIR [--splink] [--threads 2]

DIR is an invented world with its truth, as `naungan synth` writes it in
Parquet. Both sides get the same question: of the memberships that no trusted
number links (the residual), which belong to whom? Splink gets the members of the
residual and one row per person; what it is asked to compare is what its own guides
recommend, with u from random pairs and m from expectation maximisation.
"""

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

from naungan.engine.linkage.dedupe import dedupe
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.link import link
from naungan.engine.work import Request, Work


MONTH = 2026 * 12 + 9
IDENTITY = """row_number() OVER () - 1 AS row_id, 0::SMALLINT AS file_id,
    (file_row_number + 1)::INTEGER AS row, (file_row_number + 2)::INTEGER AS line,
    CASE WHEN length(nik) = 16 THEN nik::BIGINT END AS nik,
    CASE WHEN length(nik) <> 16 THEN nik END AS nik_written, false AS nik_rounded,
    name, birth_date, year(birth_date)::SMALLINT AS birth_year, sex"""


def load(con: duckdb.DuckDBPyConnection, world: Path) -> None:
    """Fill worker_rows and member_rows as the readers would, and their truth."""
    month = next(path for path in sorted(world.iterdir()) if path.name[:2] == "20")
    options = "file_row_number = true, filename = true, union_by_name = true"
    for side, pattern in (("worker", "workers-*"), ("member", "members")):
        own = (
            "source, village_code::BIGINT AS village_code"
            if side == "worker"
            else "kpj, npp"
        )
        con.execute(f"""CREATE TABLE {side}_rows AS
            SELECT {IDENTITY}, {own}, parse_filename(filename) AS file FROM (
                FROM read_parquet('{month}/{pattern}.parquet', {options})
                ORDER BY filename, file_row_number)""")
        con.execute(f"""CREATE TABLE {side}_truth AS
            SELECT row_id, true_person FROM {side}_rows
            JOIN read_parquet('{world}/truth/{side}_rows.parquet') t USING (file, row)
            WHERE t.month = '{month.name}'""")
    con.execute("CREATE TABLE inputs (file_id SMALLINT, file VARCHAR, sha256 VARCHAR)")
    con.execute("""CREATE TABLE decision_rows (row_id BIGINT, kind VARCHAR,
        "left" VARCHAR, "right" VARCHAR, "by" VARCHAR, "at" VARCHAR, reason VARCHAR)""")


def run_steps(work: Work) -> dict[str, float]:
    """Run the three steps; return the seconds of each."""
    seconds = {}
    for step in (identify, dedupe, link):
        started = time.perf_counter()
        step(work)
        seconds[step.__name__] = time.perf_counter() - started
        if step is dedupe:
            work.con.execute("""CREATE TABLE person_rows AS
                SELECT cluster AS person_id, row_id FROM worker_cluster""")
    return seconds


def one(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, ...]:
    """Return the only row of a query."""
    (row,) = con.execute(sql).fetchall()
    return tuple(float(value or 0) for value in row)


def dedupe_quality(con: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    """Return precision and recall over pairs of worker rows."""
    pairs = "SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM t GROUP BY"
    both, said, true = one(
        con,
        f"""WITH t AS (FROM worker_cluster JOIN worker_truth USING (row_id))
        SELECT ({pairs} cluster, true_person)), ({pairs} cluster)),
            ({pairs} true_person))""",
    )
    return both / said, both / true


def judged(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[float, bool]]:
    """Return (weight, is right) of every proposed link of the residual, best first."""
    return con.execute(f"""
        SELECT weight, EXISTS (FROM person_rows p JOIN worker_truth w USING (row_id)
            WHERE p.person_id = l.person_id AND w.true_person = m.true_person)
        FROM {table} l JOIN member_truth m ON m.row_id = l.member_row
        ORDER BY weight DESC, member_row""").fetchall()


def best_f1(found: Iterable[tuple[float, bool]], wanted: float) -> tuple[float, ...]:
    """Return the best F1 over all thresholds, with its precision and recall."""
    right, best = 0, (0.0, 0.0, 0.0)
    for said, (_, is_right) in enumerate(found, start=1):
        right += is_right
        best = max(best, (2 * right / (said + wanted), right / said, right / wanted))
    return best


def residual_size(con: duckdb.DuckDBPyConnection) -> float:
    """Count the memberships of listed people that no trusted number links."""
    con.execute("""CREATE OR REPLACE TABLE asked AS SELECT row_id FROM member_rows
        WHERE row_id NOT IN (SELECT member_row FROM links WHERE method = 'nik')""")
    return one(
        con,
        """SELECT count(*) FROM asked JOIN member_truth USING (row_id)
        WHERE true_person IN (SELECT true_person FROM worker_truth)""",
    )[0]


def report_naungan(con: duckdb.DuckDBPyConnection, seconds: dict[str, float]) -> None:
    """Print the quality of every part."""
    wanted = residual_size(con)
    precision, recall = dedupe_quality(con)
    print(f"{'rows of one person':<28}P {precision:.4f}  R {recall:.4f}")
    for name, condition in (
        ("exact, guarded number", "method = 'nik'"),
        ("accepted by weight", "method <> 'nik' AND band = 'linked'"),
    ):
        con.execute(f"CREATE OR REPLACE TABLE part AS FROM links WHERE {condition}")
        found = judged(con, "part")
        right = sum(is_right for _, is_right in found)
        recall = f"  R {right / wanted:.4f}" if "weight" in name else ""
        print(f"{name:<28}P {right / max(len(found), 1):.5f}{recall}")
    con.execute("CREATE OR REPLACE TABLE part AS FROM links WHERE method <> 'nik'")
    f1 = best_f1(judged(con, "part"), wanted)
    took = sum(seconds.values())
    print(
        f"{'residual, best F1':<28}{f1[0]:.4f}  (P {f1[1]:.4f}, R {f1[2]:.4f}), {wanted:.0f} true"
    )
    print(f"{'seconds, all three steps':<28}{took:.2f}  {seconds}")


def splink_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Make the_members (the residual) and the_persons (one row per person)."""
    shape = """row_id AS unique_id, upper(name) AS name, sex,
        birth_date::VARCHAR AS birth_date, printf('%016d', nik) AS nik,
        nik // 10000 AS nik_head, nik % 10000000000 AS nik_tail"""
    con.execute(f"""CREATE OR REPLACE TABLE the_members AS
        SELECT {shape}, (nik // 1000000000000)::VARCHAR AS regency
        FROM member_rows WHERE row_id IN (FROM asked)""")
    con.execute(f"""CREATE OR REPLACE TABLE the_persons AS
        SELECT {shape}, (village_code // 1000000)::VARCHAR AS regency
        FROM worker_rows WHERE row_id IN (SELECT person_id FROM person_rows)""")


def splink_settings() -> SettingsCreator:
    """Compare what its guides compare, blocked as narrowly as our own keys."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.NameComparison("name").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.DamerauLevenshteinAtThresholds("nik", [1, 2]),
            cl.ExactMatch("sex"),
            cl.ExactMatch("regency"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("name", "birth_date"),
            block_on("birth_date", "substr(name, 1, 3)"),
            block_on("birth_date", "right(name, 3)"),
            block_on("name", "regency", "substr(birth_date, 1, 4)"),
            block_on("nik_head"),
            block_on("nik_tail", "substr(name, 1, 3)"),
        ],
    )


def splink_links(con: duckdb.DuckDBPyConnection) -> float:
    """Let Splink answer for the residual; fill splink_links, return its seconds."""
    splink_tables(con)
    started = time.perf_counter()
    api = DuckDBAPI(con)
    tables = [
        api.register(
            con.table(f"the_{name}").to_arrow_table(), dataset_display_name=name
        )
        for name in ("members", "persons")
    ]
    linker = Linker(tables, splink_settings(), log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name", "birth_date"), block_on("nik")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (block_on("birth_date", "sex"), block_on("name", "regency")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_weight=-10)
    side = (
        "CASE WHEN source_dataset_l = 'members' THEN unique_id_{} ELSE unique_id_{} END"
    )
    con.execute(f"""CREATE OR REPLACE TABLE splink_links AS
        SELECT {side.format("l", "r")} AS member_row,
               {side.format("r", "l")} AS person_id, match_weight AS weight
        FROM {predicted.physical_name}
        QUALIFY row_number() OVER (PARTITION BY member_row
            ORDER BY match_weight DESC, person_id) = 1""")
    return time.perf_counter() - started


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("world", type=Path)
    parser.add_argument("--splink", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    con = duckdb.connect(config={"threads": chosen.threads})
    load(con, chosen.world)
    spent = time.process_time()
    seconds = run_steps(
        Work(con, Request(month=MONTH, out=Path("unused")), Path("unused"))
    )
    spent = time.process_time() - spent
    report_naungan(con, seconds)
    print(f"{'seconds of processor':<28}{spent:.2f}")
    if chosen.splink:
        its_spent = time.process_time()
        took = splink_links(con)
        its_spent = time.process_time() - its_spent
        f1 = best_f1(judged(con, "splink_links"), residual_size(con))
        ratio = took / sum(seconds.values())
        print(f"{'Splink, best F1':<28}{f1[0]:.4f}  (P {f1[1]:.4f}, R {f1[2]:.4f})")
        print(f"{'Splink, seconds':<28}{took:.2f}  ({ratio:.1f} times ours)")
        ratio = its_spent / spent
        print(f"{'Splink, of processor':<28}{its_spent:.2f}  ({ratio:.1f} times ours)")


if __name__ == "__main__":
    main()
