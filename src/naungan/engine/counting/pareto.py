"""The few villages and employers in which most of the gap lies."""

import duckdb

from naungan.engine.counting.regions import LEVELS, Level, levels_within, lies_within
from naungan.engine.coverage.rules import COVERED
from naungan.lib.sql_text import listed


SHARE_PERCENT = 80
"""How much of the gap the list is to make up; a habit of planning, not law."""

_REGENCY = next(level for level in LEVELS if level.name == "regency")
_VILLAGE = LEVELS[0]


def create_pareto(con: duckdb.DuckDBPyConnection, region: str | None) -> None:
    """Create `pareto`: the largest gaps first, until 80 percent is reached.

    kind ('village' or 'employer'), level and region_code of the scope (every
    regency, and the region of the run or the whole country), key (dotted code or
    employer_id), rank, people not covered, of_people (the scope's gap in that
    kind), cumulative_share.
    """
    covered = listed(COVERED)
    con.execute(f"""CREATE OR REPLACE TEMP TABLE gaps AS
        SELECT 'village' AS kind, village_code AS key, village_code,
            sum(people - covered_0)::BIGINT AS people
        FROM village_cells WHERE village_code IS NOT NULL GROUP BY ALL
        UNION ALL
        SELECT 'employer', employer_id, any_value(e.village_code), count(*)
        FROM person_employers JOIN covered c USING (person_id)
        JOIN employers e USING (employer_id)
        WHERE status NOT IN ({covered}) GROUP BY employer_id""")
    con.execute(f"CREATE OR REPLACE TABLE pareto AS {_ranked_sql(region)}")
    con.execute("DROP TABLE gaps")


def _scopes(region: str | None) -> tuple[Level, ...]:
    widest = levels_within(region)[-1]
    return (_REGENCY,) if widest.divisor == _REGENCY.divisor else (_REGENCY, widest)


def _ranked_sql(region: str | None) -> str:
    """Rank by numbers; only the rows that stay get their codes in words."""
    scopes = " UNION ALL ".join(
        f"""SELECT *, '{level.name}' AS level,
            {f"village_code // {level.divisor}" if level.parts else "0"} AS scope,
            {level.code("village_code")} AS region_code
        FROM gaps WHERE people > 0 AND {lies_within(level.code("village_code"), region)}
            {"AND village_code IS NOT NULL" if level.parts else ""}"""
        for level in _scopes(region)
    )
    return f"""WITH scoped AS ({scopes}),
        ranked AS (
            SELECT *, row_number() OVER largest AS rank,
                sum(people) OVER largest AS reached,
                sum(people) OVER (PARTITION BY kind, level, scope) AS of_people
            FROM scoped
            WINDOW largest AS (PARTITION BY kind, level, scope
                ORDER BY people DESC, key ROWS UNBOUNDED PRECEDING))
        SELECT kind, level, region_code,
            CASE kind WHEN 'village' THEN {_VILLAGE.code("key")}
                ELSE key::VARCHAR END AS key,
            rank, people, of_people::BIGINT AS of_people,
            round(reached / of_people, 6) AS cumulative_share
        FROM ranked
        WHERE (reached - people) * 100 < of_people * {SHARE_PERCENT}"""
