"""An invented extract of people who joined last, to be sent to a demonstration.

It names people of an invented district whom no extract knows yet, so that coverage
moves when it is used; its last rows are slips that a dry run must find.
"""

from pathlib import Path
from typing import Final

import duckdb

from naungan.engine.reading.templates import write_template
from naungan.lib import dates


PEOPLE: Final = 2_400  # about one point of the coverage of a regency
KPJ: Final = 98_000_000_000  # far from those that a world gives
SLIPS: Final = (
    {"nik": "16042"},
    {"segment": "pelajar"},
    {"nik": "", "name": ""},
    {"paid_through": "kemarin"},
)
"""What is wrong in each of the last rows: two are refused, two taken with a note."""

UNKNOWN: Final = """
    SELECT nik, min(name) AS name, min(birth_date) AS birth_date, min(sex) AS sex
    FROM read_parquet($lists)
    WHERE segment = 'BPU' AND length(nik) = 16 AND name IS NOT NULL
        AND date_diff('year', birth_date, $day::DATE) BETWEEN 20 AND 60
        AND nik NOT IN (SELECT nik FROM read_parquet($members) WHERE nik IS NOT NULL)
    GROUP BY nik HAVING count(*) = 1
    ORDER BY hash(nik), nik LIMIT $most
"""


def write_newcomers(files: Path, path: Path) -> None:
    """Write the workbook for the newest month of a world's files, written as Parquet."""
    month = max(filter(None, (dates.parse_month(one.name) for one in files.iterdir())))
    sent = files / dates.month_text(month)
    asked = {
        "lists": str(sent / "workers-village.parquet"),
        "members": str(sent / "members.parquet"),
        "day": dates.month_start(month),
        "most": PEOPLE,
    }
    with duckdb.connect() as database:
        found = database.execute(UNKNOWN, asked).fetchall()
    rows = [
        {
            "kpj": str(KPJ + at),
            "nik": nik,
            "name": name,
            "birth_date": f"{born:%d-%m-%Y}",
            "sex": "P" if sex == "F" else "L",
            "segment": "BPU",
            "programmes": "JKK+JKM",
            "reported_wage": "1.000.000",
            "start_month": dates.month_text(month),
            "paid_through": dates.month_text(month),
            "status": "aktif",
            "funder": "mandiri",
        }
        for at, (nik, name, born, sex) in enumerate(found, 1)
    ]
    for row, slip in zip(reversed(rows), SLIPS, strict=False):
        row.update(slip)
    write_template("members", path, rows)
