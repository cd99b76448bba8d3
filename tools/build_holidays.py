"""Build src/naungan/lib/holidays.csv from the PyPI package `holidays` (MIT).

Run: python tools/build_holidays.py [FILE]. The package follows the yearly joint
decree of three ministers (national holidays, cuti bersama) and election days.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from holidays import country_holidays


FIRST_YEAR, LAST_YEAR = 2015, 2027
KINDS = {"public": "national", "government": "joint_leave"}
TARGET = Path(__file__).parents[1] / "src/naungan/lib/holidays.csv"


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield date, name and kind in order of date; a national day wins over leave."""
    found: dict[str, tuple[str, str]] = {}
    for category in ("government", "public"):
        table = country_holidays(
            "ID",
            years=range(FIRST_YEAR, LAST_YEAR + 1),
            categories=(category,),
            language="id",
        )
        for day, name in table.items():
            # The package misspells the word for a substitute day.
            found[day.isoformat()] = (
                name.replace("Pegangti", "Pengganti"),
                KINDS[category],
            )
    for day_text in sorted(found):
        yield (day_text, *found[day_text])


def main() -> None:
    """Write the table to the given file, or to its place in the package."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("date", "name", "kind"))
        writer.writerows(rows())


if __name__ == "__main__":
    main()
