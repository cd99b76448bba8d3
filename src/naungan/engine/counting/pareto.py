"""The few villages and employers in which most of the gap lies."""

import duckdb

from naungan.engine.counting.regions import LEVELS, lies_within
from naungan.engine.coverage.rules import COVERED


SHARE_PERCENT = 80
"""How much of the gap the list is to make up; a habit of planning, not law."""

_SCOPES = tuple(
    level for level in LEVELS if level.name in ("regency", "province", "national")
)


def create_pareto(con: duckdb.DuckDBPyConnection, region: str | None) -> None:
    """Create `pareto`: the largest gaps first, until 80 percent is reached.

    kind ('village' or 'employer'), level and region_code of the scope, key (dotted
    code or employer_id), rank, people not covered, of (the scope's gap in that
    kind), cumulative_share.
    """
    covered = ", ".join(f"'{status}'" for status in COVERED)
    con.execute(f"""CREATE OR REPLACE TEMP TABLE gaps AS
        SELECT 'village' AS kind, {LEVELS[0].code("village_code")} AS key,
            village_code, sum(people - covered_0)::BIGINT AS people
        FROM village_cells WHERE village_code IS NOT NULL GROUP BY ALL
        UNION ALL
        SELECT 'employer', employer_id::VARCHAR, e.village_code, count(*)
        FROM person_employers JOIN covered c USING (person_id)
        JOIN employers e USING (employer_id)
        WHERE status NOT IN ({covered}) GROUP BY ALL""")
    con.execute(f"CREATE OR REPLACE TABLE pareto AS {_ranked_sql(region)}")
    con.execute("DROP TABLE gaps")


def _ranked_sql(region: str | None) -> str:
    scopes = " UNION ALL ".join(
        f"""SELECT kind, '{level.name}' AS level,
            {level.code("village_code")} AS region_code, key, people FROM gaps
        WHERE people > 0 AND ({level.code("village_code")}) IS NOT NULL"""
        for level in _SCOPES
    )
    return f"""WITH scoped AS (
            SELECT * FROM ({scopes}) WHERE {lies_within("region_code", region)}),
        ranked AS (
            SELECT *, row_number() OVER largest AS rank, sum(people) OVER largest AS reached,
                sum(people) OVER (PARTITION BY kind, region_code) AS of_people
            FROM scoped
            WINDOW largest AS (PARTITION BY kind, region_code
                ORDER BY people DESC, key ROWS UNBOUNDED PRECEDING))
        SELECT kind, level, region_code, key, rank, people, of_people::BIGINT AS of_people,
            round(reached / of_people, 6) AS cumulative_share
        FROM ranked
        WHERE (reached - people) * 100 < of_people * {SHARE_PERCENT}"""
