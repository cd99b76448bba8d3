"""A regency's list of vulnerable workers: how long the snapshot takes to judge it whole.

    ./naungan bench village_lists --snapshot DIR --people 21600

Half of the NIK asked for stand in the snapshot, half stand nowhere, as in a list that
villages wrote by hand. What the office does beside (checks of each line, one row a
person written back) is bounded by a test of the suite.
"""

import argparse
import json
import random
import statistics
import time
from pathlib import Path

from naungan.engine.snapshot import EVERYWHERE, Look, Scope, Snapshot


TIMES = 5
ABSENT = 9_999_999_999 * 10**6  # no area has these numbers


def main() -> None:
    """Ask for the whole list a few times and print the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshot", type=Path, required=True)
    parser.add_argument("--people", type=int, default=21_600)
    options = parser.parse_args()
    looks: list[Look] = []
    snapshot = Snapshot.open(options.snapshot, looks.append)
    niks = _asked(snapshot, options.people)
    scope = Scope(institution="ukur", regions=EVERYWHERE, purpose="ukur")
    seconds = []
    for _ in range(TIMES):
        began = time.perf_counter()
        told = snapshot.standing_of(scope, niks)
        seconds.append(time.perf_counter() - began)
    found = sum(row["person_id"] is not None for row in told.values())
    print(
        json.dumps(
            {
                "people": len(niks),
                "known": found,
                "first_seconds": round(seconds[0], 2),
                "median_seconds": round(statistics.median(seconds), 2),
            }
        )
    )


def _asked(snapshot: Snapshot, people: int) -> list[int]:
    chance = random.Random(1)
    query = "SELECT nik FROM nik_index ORDER BY nik"
    known = [nik for (nik,) in snapshot._con.sql(query).fetchall()]  # noqa: SLF001
    some = chance.sample(known, min(people // 2, len(known)))
    asked = some + [ABSENT + n for n in range(people - len(some))]
    chance.shuffle(asked)
    return asked


if __name__ == "__main__":
    main()
