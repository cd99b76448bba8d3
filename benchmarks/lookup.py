"""One NIK among millions of members in a snapshot: how long a look takes.

    ./naungan bench lookup --members 60000000

Writes a member table of that size in the snapshot's own form, then asks for
random NIK, present and absent, through the door that pages use.
"""

import argparse
import json
import random
import statistics
import time
from pathlib import Path

import duckdb

from naungan.engine.snapshot import EVERYWHERE, Look, Scope, Snapshot
from naungan.engine.store import write_table
from naungan.engine.tables.members import TABLE


LOOKS = 2_000
STEP = 163
FIRST = 1_101_010_101_509_000


def main() -> None:
    """Make the table once, look, print the percentiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=60_000_000)
    parser.add_argument("--scratch", type=Path, default=Path("/var/tmp/naungan-bench"))
    options = parser.parse_args()
    folder = options.scratch / f"lookup-{options.members}"
    if not (folder / "manifest.json").exists():
        _make(folder, options.members)
    looks: list[Look] = []
    snapshot = Snapshot.open(folder, looks.append)
    scope = Scope(institution="ukur", regions=EVERYWHERE, purpose="ukur", sees_nik=True)
    chance = random.Random(1)
    wanted = [FIRST + STEP * chance.randrange(options.members) for _ in range(LOOKS)]
    seconds = [_look(snapshot, scope, nik) for nik in wanted]
    cuts = statistics.quantiles(seconds[10:], n=100)
    print(f"{options.members} members, {LOOKS} looks through the door")
    print(f"p50 {cuts[49] * 1e3:.2f} ms   p99 {cuts[98] * 1e3:.2f} ms")
    print(f"recorded looks: {len(looks)}")


def _look(snapshot: Snapshot, scope: Scope, nik: int) -> float:
    started = time.perf_counter()
    found = snapshot.members_by_nik(scope, nik)
    taken = time.perf_counter() - started
    if len(found) != 1:
        raise SystemExit(f"NIK {nik} was found {len(found)} times")
    return taken


def _make(folder: Path, members: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.execute("CREATE TABLE inputs AS SELECT 0::SMALLINT AS file_id, 'a' AS file")
    con.execute(
        f"""CREATE VIEW member_rows AS SELECT range AS row_id, 0::SMALLINT AS file_id,
            range::INTEGER AS row, range::INTEGER AS line,
            ({FIRST} + {STEP} * range)::BIGINT AS nik, NULL::VARCHAR AS nik_written,
            (26000000000 + range)::VARCHAR AS kpj, 'ORANG ' || range % 9973 AS name,
            DATE '1960-01-01' + (range % 15000)::INTEGER AS birth_date,
            (1960 + range % 40)::SMALLINT AS birth_year,
            CASE WHEN range % 2 = 0 THEN 'M' ELSE 'F' END AS sex,
            (range % 100000)::VARCHAR AS npp, 'PU' AS segment,
            15::UTINYINT AS programmes, 3000000::BIGINT AS reported_wage,
            24300 AS start_month, 24321 AS paid_through, 'active' AS status,
            'employer' AS funder FROM range({members})"""
    )
    write_table(con, TABLE, folder)
    (folder / "manifest.json").write_text(json.dumps({"month": "2026-10"}))


if __name__ == "__main__":
    main()
