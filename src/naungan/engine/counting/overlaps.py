"""Which lists know how many people: each person counted once, under all of theirs."""

import duckdb

from naungan.engine.counting.regions import levels_within, lies_within


def create_overlaps(con: duckdb.DuckDBPyConnection, region: str | None) -> None:
    """Create `overlaps`: lists (joined by +), region_code, level, people."""
    con.execute("""CREATE OR REPLACE TEMP TABLE village_lists AS
        SELECT lists::VARCHAR AS lists, village_code, count(*) AS people FROM covered GROUP BY ALL""")
    parts = " UNION ALL ".join(
        f"""SELECT lists, {level.code("village_code")} AS region_code,
            '{level.name}' AS level, sum(people)::BIGINT AS people
        FROM village_lists GROUP BY ALL"""
        for level in levels_within(region)
    )
    con.execute(f"""CREATE OR REPLACE TABLE "overlaps" AS
        SELECT * FROM ({parts}) WHERE region_code IS NOT NULL
            AND {lies_within("region_code", region)}""")
    con.execute("DROP TABLE village_lists")
