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
        con.execute(_climb_sql(level))
        if level in levels_within(region):
            con.execute(_counts_sql(level, region), {"back": months_back})
    con.execute("DROP TABLE level_cells")


def create_group_words(con: duckdb.DuckDBPyConnection) -> None:
    """Create the type `group_word`: what people are split by, a byte each, in order."""
    known = ", ".join(f"enum_range(NULL::{name}_word)::VARCHAR[]" for name in GROUPS)
    found = con.execute(f"SELECT flatten([{known}])").fetchall()[0][0]
    words = listed(sorted({*found, UNSAID}))
    con.execute(f"CREATE OR REPLACE TYPE group_word AS ENUM ({words})")


def _cells_sql() -> str:
    """Group twice: most people share few combinations of status and months."""
    counts = ", ".join(
        f"coalesce(sum(people) FILTER ({when}), 0)::BIGINT AS {name}"
        for name, when in COUNTED.items()
    )
    months = ", ".join(
        f"sum(people * ((active_months >> {back}) & 1))::BIGINT AS {name}"
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
    return f"""CREATE OR REPLACE TEMP TABLE region_counts(
        level VARCHAR, region_code VARCHAR, breakdown VARCHAR, segment group_word,
        category group_word, funder group_word, back INTEGER, covered BIGINT, {counts})"""


def _sums() -> str:
    return ", ".join(f"sum({name})::BIGINT AS {name}" for name in (*COUNTED, *_MONTHS))


def _climb_sql(level: Level) -> str:
    """Sum the cells of the level below into this level's regions."""
    if level is LEVELS[0]:
        # Villages are the cells themselves: nothing to sum.
        return """CREATE OR REPLACE TEMP TABLE level_cells AS
            SELECT * RENAME (village_code AS code) FROM village_cells
            WHERE village_code IS NOT NULL"""
    if level.parts:
        source, code = (
            "level_cells",
            f"code // {level.divisor // _below(level).divisor}",
        )
    else:
        source, code = "village_cells", "0"
    return f"""CREATE OR REPLACE TEMP TABLE level_cells AS
        SELECT {code} AS code, segment, category, funder, {_sums()}
        FROM {source} GROUP BY ALL"""


def _below(level: Level) -> Level:
    return LEVELS[LEVELS.index(level) - 1]


def _counts_sql(level: Level, region: str | None) -> str:
    """All breakdowns of one level at once, then one row per month kept.

    Only the covered have a funder; what a funder covers is measured against
    everybody of the same region and segment.
    """
    kept = [b for b in BREAKDOWNS if level.name in b.levels]
    sets = ", ".join(f"({', '.join(('code', *b.groups))})" for b in kept)
    names = " ".join(f"WHEN {_mask(b.groups)} THEN '{b.name}'" for b in kept)
    long = listed(b.name for b in kept if level.name in b.history_levels)
    others = ", ".join(name for name in COUNTED if name != "people")
    return f"""INSERT INTO region_counts
        WITH summed AS (
            SELECT code, CASE grouping({", ".join(GROUPS)}) {names} END AS breakdown,
                {", ".join(GROUPS)}, {_sums()}
            FROM level_cells GROUP BY GROUPING SETS ({sets})),
        owned AS (
            SELECT * REPLACE (sum(people) OVER (PARTITION BY code, breakdown, segment,
                CASE WHEN NOT contains(breakdown, 'funder') THEN category END
                )::BIGINT AS people) FROM summed)
        SELECT '{level.name}', {level.code(f"(code * {level.divisor})")} AS region_code,
            breakdown, {", ".join(GROUPS)}, back,
            ([{", ".join(_MONTHS)}])[back + 1] AS covered, people, {others}
        FROM owned, LATERAL (SELECT unnest(range(0,
            CASE WHEN breakdown IN ({long}) THEN $back + 1 ELSE 1 END))::INTEGER AS back)
        WHERE (funder IS NOT NULL OR NOT contains(breakdown, 'funder'))
            AND {lies_within("region_code", region)}"""


def _mask(groups: tuple[str, ...]) -> int:
    """What SQL's grouping() says when only these columns are grouped by."""
    return sum(
        1 << place for place, name in enumerate(reversed(GROUPS)) if name not in groups
    )


def _unplaced_sql() -> str:
    others = ", ".join(COUNTED)
    return f"""INSERT INTO region_counts
        SELECT '{UNPLACED_LEVEL}', '{UNPLACED}', 'total', NULL, NULL, NULL, back,
            ([{", ".join(_MONTHS)}])[back + 1] AS covered, {others}
        FROM (SELECT {_sums()} FROM village_cells WHERE village_code IS NULL
            HAVING count(*) > 0),
            LATERAL (SELECT unnest(range(0, $back + 1))::INTEGER AS back)"""
