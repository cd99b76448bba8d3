"""Count the people of the extract themselves, whether any list knows them or not."""

import duckdb

from naungan.engine.counting.regions import LEVELS, NATIONAL


def count_extract(
    con: duckdb.DuckDBPyConnection, region: str | None, months_back: int
) -> None:
    """Create `extract_counts` for the region of the run, which the extract covers.

    The columns are those of `region_counts` that official universes are joined by,
    and `enrolled`: people with a paid-up membership, once per NIK, in all and per
    segment of the membership.
    """
    code = region or NATIONAL
    depth = 0 if code == NATIONAL else code.count(".") + 1
    level = next(one.name for one in LEVELS if len(one.parts) == depth)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE extract_counts AS
        WITH once AS (
            SELECT coalesce(nik, -1 - member_row) AS who, segment,
                bit_or(active_months) AS active_months
            FROM memberships WHERE active_months > 0 GROUP BY ALL),
        counted AS (
            SELECT segment::VARCHAR AS segment, active_months, count(*) AS people FROM once
            WHERE segment IS NOT NULL GROUP BY ALL
            UNION ALL
            SELECT NULL, active_months, count(*) FROM (
                SELECT bit_or(active_months) AS active_months FROM once GROUP BY who)
            GROUP BY ALL)
        SELECT '{level}' AS level, $code AS region_code, CASE WHEN segment IS NULL
                THEN 'total' ELSE 'segment' END AS breakdown, segment,
            NULL::VARCHAR AS category, NULL::VARCHAR AS funder, back,
            sum(people * ((active_months >> back) & 1))::BIGINT AS enrolled
        FROM counted CROSS JOIN (SELECT unnest(range(0, $back + 1))::INTEGER AS back)
        GROUP BY ALL""",
        {"code": code, "back": months_back},
    )
