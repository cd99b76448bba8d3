"""Whom the villages of an invented district name for their scheme, known afterwards.

The files of a world say who joined a village scheme later, so the list that a village
drew up before can be told: those who were enrolled, whoever was named and never was,
and the slips that every such list has.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

from naungan.engine.synthetic.memberships import (
    KPJ_FIRST,
    KPJ_SPAN,
    KPJ_STEP,
    SCHEME,
)
from naungan.engine.synthetic.shelf import TRUTH
from naungan.lib import dates, regions


MOST_OF_A_VILLAGE: Final = 60
FEW: Final = 2  # a village with fewer joined nothing: these moved there on paper

NAMED: Final = """
    WITH listed AS (
        SELECT file_row_number + 1 AS row, village_code, nik, name, birth_date, sex,
            category, segment
        FROM read_parquet($lists, file_row_number = true)),
    before AS (
        SELECT true_person, min_by(listed, row) AS written
        FROM read_parquet($list_truth) JOIN listed USING (row)
        WHERE month = $first AND file = 'workers-village.parquet' GROUP BY ALL),
    members AS (
        SELECT true_person, held.*
        FROM (SELECT file_row_number + 1 AS row, parse_path(filename)[-2] AS month, *
            FROM read_parquet($members, filename = true, file_row_number = true)) AS held
        JOIN (SELECT true_person, row, month FROM read_parquet($member_truth)) AS told
            USING (row, month)),
    scheme AS (
        SELECT true_person, min_by(members, kpj) AS joined
        FROM members
        WHERE month = $last AND kpj::BIGINT
            = $kpj_first + (true_person * 3 + $scheme) * $kpj_step % $kpj_span
        GROUP BY ALL),
    held AS (
        SELECT true_person, bool_or(segment <> 'BPU') AS wage,
            max(funder) FILTER (segment = 'BPU') AS funder
        FROM members WHERE month = $first AND status = 'active' GROUP BY ALL),
    people AS (
        SELECT true_person, written, joined, wage, held.funder AS funder,
            mode(written.village_code) OVER (ORDER BY true_person
                ROWS BETWEEN 6 PRECEDING AND 6 FOLLOWING) AS village,
            date_diff('year', coalesce(written.birth_date, joined.birth_date),
                $day::DATE) AS age
        FROM before FULL JOIN scheme USING (true_person)
        LEFT JOIN held USING (true_person)),
    judged AS (
        SELECT *, CASE
            WHEN joined IS NOT NULL THEN 'enrolled'
            WHEN written.segment <> 'BPU' AND wage IS NULL THEN NULL
            WHEN wage THEN 'earns'
            WHEN funder IN ('apbd', 'dbh_sawit', 'dbhcht', 'csr', 'baznas') THEN 'funded'
            WHEN funder IS NOT NULL OR age IS NULL THEN NULL
            WHEN age BETWEEN 66 AND 85 THEN 'old'
            WHEN age NOT BETWEEN 19 AND 63 THEN NULL
            WHEN written.nik IS NULL OR length(written.nik) <> 16 THEN 'slip'
            ELSE 'spare' END AS sort
        FROM people WHERE village IS NOT NULL),
    ranked AS (
        SELECT *, row_number() OVER (PARTITION BY village, sort
                ORDER BY joined.start_month, true_person) AS place,
            count(*) FILTER (sort = 'enrolled') OVER (PARTITION BY village) AS enrolled,
            village::BIGINT % 10_000 % 12 AS lot
        FROM judged WHERE sort IS NOT NULL)
    SELECT village, sort, coalesce(joined.nik, written.nik) AS nik,
        coalesce(joined.name, written.name) AS name,
        coalesce(joined.birth_date, written.birth_date) AS birth_date,
        coalesce(joined.sex, written.sex) AS sex, written.category AS category,
        joined.kpj AS kpj, joined.start_month AS start_month
    FROM ranked
    WHERE CASE sort
        WHEN 'enrolled' THEN enrolled >= $few AND place <= $most
        WHEN 'spare' THEN (enrolled < $few AND place <= $most)
            OR (enrolled >= $most AND lot = 9 AND place <= 2)
        WHEN 'old' THEN place = 1 AND lot IN (0, 5)
        WHEN 'slip' THEN place = 1 AND lot IN (1, 6)
        WHEN 'earns' THEN place = 1 AND lot IN (2, 7)
        ELSE place = 1 AND lot IN (3, 5) END
    ORDER BY village, place, sort, nik, name
"""
"""Who stands on which list: sorts beside `enrolled` are what checks are there for."""


@dataclass(frozen=True)
class Nominee:
    """One line of a village's list, as the village wrote it.

    `sort` is `enrolled` for whoever joined from `start_month` (a month index) under
    `kpj`; `spare` for whoever was named and never enrolled; `old`, `slip`, `earns` and
    `funded` for whoever a check must find: past the age, with a NIK that is none, at
    work for a wage, paid by another fund.
    """

    village_code: str
    sort: str
    nik: str
    name: str
    birth_date: date | None
    sex: str
    category: str
    kpj: str
    start_month: int | None


def nominees(
    files: Path, first: int, begins: int, villages: frozenset[str]
) -> list[Nominee]:
    """Read the lists for a scheme that begins in a month, village by village.

    `files` is the folder of a world written as Parquet, `first` the month in which the
    lists were drawn up; the last one in the folder tells who was enrolled since.
    `villages` (dotted codes) take part.
    """
    last = max(filter(None, (dates.parse_month(one.name) for one in files.iterdir())))
    asked = {
        "lists": str(files / dates.month_text(first) / "workers-village.parquet"),
        "list_truth": str(files / TRUTH / "worker_rows.parquet"),
        "member_truth": str(files / TRUTH / "member_rows.parquet"),
        "members": [
            str(files / dates.month_text(month) / "members.parquet")
            for month in (first, last)
        ],
        "first": dates.month_text(first),
        "last": dates.month_text(last),
        "kpj_first": KPJ_FIRST,
        "kpj_step": KPJ_STEP,
        "kpj_span": KPJ_SPAN,
        "scheme": SCHEME,
        "day": dates.month_start(begins),
        "most": MOST_OF_A_VILLAGE,
        "few": FEW,
    }
    with duckdb.connect() as database:
        rows = database.execute(NAMED, asked).fetchall()
    made = [_nominee(row) for row in rows]
    return [one for one in made if one.village_code in villages]


def _nominee(row: tuple[Any, ...]) -> Nominee:
    village, sort, nik, name, born, sex, category, kpj, start = row
    return Nominee(
        village_code=regions.dotted(int(village)),
        sort=sort,
        nik=nik or "",
        name=name or "",
        birth_date=born,
        sex=sex or "",
        category=category or "",
        kpj=kpj or "",
        start_month=dates.parse_month(start) if start else None,
    )
