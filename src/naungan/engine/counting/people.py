"""Count every person once: into cells per village, then into regions.

`village_cells` has one row per village and combination of groups, whatever the number
of people, so everything after it is small. `region_counts` holds, per region and
breakdown, the counts that measures are made of.
"""

from dataclasses import dataclass

import duckdb

from naungan.engine.counting.regions import (
    LEVELS,
    UNPLACED,
    Level,
    levels_within,
    lies_within,
)
from naungan.engine.coverage.memberships import MONTHS_SHOWN
from naungan.lib.sql_text import listed


@dataclass(frozen=True)
class Breakdown:
    """One way to split the people of a region, and where its history is kept.

    Small regions keep the history of the total only: the full cube of 83,000
    villages by month and group would outgrow what anybody reads.
    """

    name: str
    groups: tuple[str, ...]
    levels: tuple[str, ...]
    history_levels: tuple[str, ...]


_ALL = tuple(level.name for level in LEVELS)
_LARGE = ("regency", "province", "national")
BREAKDOWNS = (
    Breakdown("total", (), _ALL, _ALL),
    Breakdown("segment", ("segment",), _ALL, _LARGE),
    Breakdown("category", ("category",), _ALL, _LARGE),
    Breakdown("funder", ("funder",), _ALL, _LARGE),
    Breakdown("segment_category", ("segment", "category"), _LARGE, ()),
    Breakdown("segment_funder", ("segment", "funder"), _LARGE, ()),
)
GROUPS = ("segment", "category", "funder")
COUNTED = {
    "people": "true",
    "possible": "status = 'possible'",
    "partial_programmes": "status = 'partial_programmes'",
    "in_arrears": "status = 'in_arrears'",
    "lapsed": "status = 'lapsed'",
    "unknown": "status = 'unknown'",
}
"""What is counted for the month of the run besides who is covered."""

UNSAID = "unknown"
UNPLACED_LEVEL = "unplaced"
_MONTHS = tuple(f"covered_{back}" for back in range(MONTHS_SHOWN))


def count_people(
    con: duckdb.DuckDBPyConnection, region: str | None, months_back: int
) -> None:
    """Create `village_cells` and `region_counts` up to `months_back` months before.

    `region_counts`: level, region_code, breakdown, segment, category, funder (NULL
    where not split), back (months before the run's), covered, and the counts of
    `COUNTED`, which all speak about the run's month.
    """
    create_group_words(con)
    con.execute(_cells_sql())
    con.execute(_empty_sql())
    con.execute(_unplaced_sql(), {"back": months_back})
    for level in LEVELS:
        if level is not LEVELS[0]:
            con.execute(_climb_sql(level))
        if level in levels_within(region):
            _count_level(con, level, region, months_back)
    con.execute("DROP TABLE level_cells")


def _count_level(
    con: duckdb.DuckDBPyConnection, level: Level, region: str | None, months_back: int
) -> None:
    for breakdown in BREAKDOWNS:
        if level.name in breakdown.levels:
            query = _counts_sql(level, breakdown, region)
            con.execute(query, {"back": months_back} if "$back" in query else None)


def create_group_words(con: duckdb.DuckDBPyConnection) -> None:
    """Create the type `group_word`: what people are split by, a byte each, in order."""
    known = ", ".join(f"enum_range(NULL::{name}_word)::VARCHAR[]" for name in GROUPS)
    found = con.execute(f"SELECT flatten([{known}])").fetchall()[0][0]
    words = listed(sorted({*found, UNSAID}))
    con.execute(f"CREATE OR REPLACE TYPE group_word AS ENUM ({words})")


def _cells_sql() -> str:
    """Group twice: most people share few combinations of status and months."""
    counts = ", ".join(
        f"coalesce(sum(people) FILTER ({when}), 0)::INTEGER AS {name}"
        for name, when in COUNTED.items()
    )
    months = ", ".join(
        f"sum(people * ((active_months >> {back}) & 1))::INTEGER AS {name}"
        for back, name in enumerate(_MONTHS)
    )
    return f"""CREATE OR REPLACE TEMP TABLE village_cells AS
        SELECT village_code,
            coalesce(segment::VARCHAR, '{UNSAID}')::group_word AS segment,
            coalesce(category::VARCHAR, '{UNSAID}')::group_word AS category,
            funder::VARCHAR::group_word AS funder, {counts}, {months}
        FROM (SELECT village_code, segment, category, funder, status, active_months,
                count(*) AS people FROM covered GROUP BY ALL)
        GROUP BY ALL"""


def _empty_sql() -> str:
    counts = ", ".join(f"{name} BIGINT" for name in COUNTED)
    levels = listed((UNPLACED_LEVEL, *_ALL))
    breakdowns = listed(breakdown.name for breakdown in BREAKDOWNS)
    return f"""CREATE OR REPLACE TEMP TABLE region_counts(level ENUM ({levels}),
        region_code VARCHAR, breakdown ENUM ({breakdowns}), segment group_word,
        category group_word, funder group_word, back INTEGER, covered BIGINT, {counts})"""


def _sums(months: tuple[str, ...] = _MONTHS) -> str:
    return ", ".join(f"sum({name})::BIGINT AS {name}" for name in (*COUNTED, *months))


def _cells_of(level: Level) -> str:
    """Name the cells that a level's regions are summed from; villages are cells."""
    if level is LEVELS[0]:
        return """(SELECT * RENAME (village_code AS code) FROM village_cells
            WHERE village_code IS NOT NULL)"""
    return "level_cells"


def _climb_sql(level: Level) -> str:
    """Sum the cells of the level below into this level's regions."""
    source, code = "village_cells", "0"
    if level.parts:
        below = _below(level)
        source, code = _cells_of(below), f"code // {level.divisor // below.divisor}"
    return f"""CREATE OR REPLACE TEMP TABLE level_cells AS
        SELECT {code} AS code, segment, category, funder, {_sums()}
        FROM {source} GROUP BY ALL"""


def _below(level: Level) -> Level:
    return LEVELS[LEVELS.index(level) - 1]


def _counts_sql(level: Level, breakdown: Breakdown, region: str | None) -> str:
    """One breakdown of one level, one row per month kept.

    One after the other, since what all take at once outgrows memory in a nation.
    """
    long = level.name in breakdown.history_levels
    months = _MONTHS if long else _MONTHS[:1]
    groups = ", ".join(name if name in breakdown.groups else "NULL" for name in GROUPS)
    others = ", ".join(name for name in COUNTED if name != "people")
    return f"""INSERT INTO region_counts
        WITH summed AS (
            SELECT {", ".join(("code", *breakdown.groups))}, {_sums(months)}
            FROM {_cells_of(level)} GROUP BY {", ".join(("code", *breakdown.groups))})
        SELECT '{level.name}', {level.code(f"(code * {level.divisor})")} AS region_code,
            '{breakdown.name}', {groups}, back,
            ([{", ".join(months)}])[back + 1] AS covered, people, {others}
        FROM ({_owned_sql(level, breakdown)}),
            LATERAL (SELECT unnest(range(0, {"$back + 1" if long else 1}))::INTEGER AS back)
        WHERE {lies_within("region_code", region)}"""


def _owned_sql(level: Level, breakdown: Breakdown) -> str:
    """Only the covered have a funder.

    What a funder covers is measured against everybody of the same region and segment.
    """
    if "funder" not in breakdown.groups:
        return "FROM summed"
    keys = ", ".join(("code", *(g for g in breakdown.groups if g != "funder")))
    return f"""SELECT summed.* REPLACE (everybody.people AS people) FROM summed
        JOIN (SELECT {keys}, sum(people)::BIGINT AS people
            FROM {_cells_of(level)} GROUP BY {keys}) everybody USING ({keys})
        WHERE funder IS NOT NULL"""


def _unplaced_sql() -> str:
    others = ", ".join(COUNTED)
    return f"""INSERT INTO region_counts
        SELECT '{UNPLACED_LEVEL}', '{UNPLACED}', 'total', NULL, NULL, NULL, back,
            ([{", ".join(_MONTHS)}])[back + 1] AS covered, {others}
        FROM (SELECT {_sums()} FROM village_cells WHERE village_code IS NULL
            HAVING count(*) > 0),
            LATERAL (SELECT unnest(range(0, $back + 1))::INTEGER AS back)"""
