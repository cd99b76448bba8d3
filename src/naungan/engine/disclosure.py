"""Small counts are hidden here, once, before anything is published.

A count of 1 to 9 people is hidden, and so is one that leaves 1 to 9 people on the
other side. Hiding one cell of a total is not enough, since the rest gives it away.

*Regions.* Among sister regions so many totals are hidden together that what the
shown ones leave over is nobody or ten and more. Where a region is hidden, one
within it is hidden too. So every sum along the tree of regions that has an
unknown has two, and no subtraction yields a hidden count.

*Splits* by segment, category, funder or list. A group is shown for all sister
regions or for none; so many groups are left out that what the shown ones leave
over in each region is nobody or ten and more. Which groups were left out where
is not said, since that alone could give one away. Splits by two groups, of
months in which any count is small, and of the smaller measures are not published.
"""

import duckdb

from naungan.engine.counting.regions import LEVELS, NATIONAL, UNPLACED
from naungan.engine.counting.universes import OWN
from naungan.lib.sql_text import listed


SMALLEST_SHOWN = 10
"""The smallest number of people that is published, besides nobody."""

PEOPLE = "people"
COVERAGE = "coverage"
COUNTS = {
    PEOPLE: ("coverage", ("denominator",)),
    COVERAGE: ("coverage", ("low", "high", "denominator - low", "denominator - high")),
    "in_arrears": ("in_arrears", ("low",)),
    "lapsed": ("lapsed", ("low",)),
    "partial_programmes": ("partial_programmes", ("low",)),
}
"""Families of counts, each hidden on its own: from which measure, which counts.

The gap is coverage seen from the other side.
"""

SPLITS = ("segment", "category", "funder")
_BREAKDOWN = """coalesce(nullif(concat_ws('_',
    CASE WHEN segment IS NOT NULL THEN 'segment' END,
    CASE WHEN category IS NOT NULL THEN 'category' END,
    CASE WHEN funder IS NOT NULL THEN 'funder' END), ''), 'total')"""
_PARENT = f"""CASE WHEN region_code = '{NATIONAL}' THEN NULL
    WHEN region_code = '{UNPLACED}' THEN '{NATIONAL}'
    WHEN contains(region_code, '.') THEN regexp_replace(region_code, '\\.[^.]*$', '')
    ELSE '{NATIONAL}' END"""
_DEPTH = f"""CASE region_code WHEN '{NATIONAL}' THEN 0 WHEN '{UNPLACED}' THEN 1
    ELSE len(string_split(region_code, '.')) END"""
_DEPTHS = tuple(len(level.parts) for level in reversed(LEVELS))


def hide_small_counts(con: duckdb.DuckDBPyConnection) -> None:
    """Hide small counts of `measures`, `overlaps` and `pareto`, in place.

    Hidden totals are NULL and marked `hidden`; splits, lists and large gaps that
    may not be shown are taken out.
    """
    _drop_fine_splits(con)
    _hide_totals(con)
    _drop_small_groups(con)
    _drop_small_histories(con)
    _apply_totals(con)
    _shorten_pareto(con)
    for name in ("totals", "total_counts", "split_counts", "split_groups"):
        con.execute(f"DROP TABLE {name}")


def _drop_fine_splits(con: duckdb.DuckDBPyConnection) -> None:
    kept = listed(("total", *SPLITS))
    con.execute(f"""DELETE FROM measures WHERE {_BREAKDOWN} NOT IN ({kept})
        OR ({_BREAKDOWN} <> 'total' AND measure NOT IN ('{COVERAGE}', 'gap'))
        OR (measure = 'enrolment' AND segment IS NOT NULL)""")
    con.execute(f"""DELETE FROM measures WHERE region_code = '{NATIONAL}'
        AND {_BREAKDOWN} <> 'total'
        AND EXISTS (FROM measures WHERE region_code = '{UNPLACED}')""")


def _hide_totals(con: duckdb.DuckDBPyConnection) -> None:
    """Decide about the totals: from the whole country down, level by level."""
    counts = " UNION ALL ".join(
        f"""SELECT '{family}' AS family, {"''" if family == PEOPLE else "month"} AS month,
            region_code, {place} AS quantity, any_value({count}) AS people
        FROM measures WHERE measure = '{measure}' AND universe = '{OWN}'
            AND {_BREAKDOWN} = 'total' GROUP BY ALL"""
        for family, (measure, listed) in COUNTS.items()
        for place, count in enumerate(listed)
    )
    con.execute(f"""CREATE OR REPLACE TEMP TABLE total_counts AS
        SELECT *, {_PARENT} AS parent FROM ({counts})""")
    con.execute(f"""CREATE OR REPLACE TEMP TABLE totals AS
        SELECT family, month, region_code, parent, {_DEPTH} AS depth,
            sum(people)::BIGINT AS size,
            bool_or(people BETWEEN 1 AND {SMALLEST_SHOWN - 1}) AS hidden
        FROM total_counts GROUP BY ALL""")
    for families in ((PEOPLE,), tuple(name for name in COUNTS if name != PEOPLE)):
        con.execute(f"""UPDATE totals SET hidden = true WHERE family <> '{PEOPLE}'
            AND region_code IN (SELECT region_code FROM totals
                WHERE family = '{PEOPLE}' AND hidden)""")
        named = listed(families)
        for depth in _DEPTHS:
            con.execute(_sisters_sql(named, depth))


def _sisters_sql(families: str, depth: int) -> str:
    """Hide further sisters until what the shown ones leave over is not small.

    The already hidden come first, then the smallest; a group of sisters is left
    alone when neither one of them nor the region above is hidden.
    """
    group = "family, month, parent"
    return f"""UPDATE totals SET hidden = true FROM (
        WITH sisters AS (
            SELECT t.*, p.hidden AS parent_hidden,
                row_number() OVER (sisters ORDER BY t.hidden DESC, t.size = 0, t.size,
                    t.region_code) AS place,
                count(*) FILTER (t.hidden) OVER sisters AS already
            FROM totals t JOIN totals p ON p.family = t.family
                AND p.month = t.month AND p.region_code = t.parent
            WHERE t.depth = {depth} AND t.family IN ({families})
            WINDOW sisters AS (PARTITION BY t.family, t.month, t.parent)),
        troubled AS (FROM sisters WHERE already > 0 OR parent_hidden),
        left_over AS (
            SELECT {group}, place, sum(people) OVER (PARTITION BY {group}, quantity
                ORDER BY place) AS people
            FROM troubled JOIN total_counts USING (family, month, parent, region_code)),
        safe AS (
            SELECT {group}, place, bool_and(people = 0 OR people >= {SMALLEST_SHOWN})
                AS is_safe FROM left_over GROUP BY ALL),
        wanted AS (
            SELECT {group}, CASE WHEN any_value(parent_hidden)
                    THEN greatest(any_value(already), 1)
                ELSE coalesce(min(place) FILTER (place >= greatest(already, 2)
                    AND is_safe), max(place)) END AS last_place
            FROM troubled JOIN safe USING ({group}, place) GROUP BY {group})
        SELECT family, month, region_code
        FROM troubled JOIN wanted USING ({group}) WHERE place <= last_place) chosen
        WHERE totals.family = chosen.family AND totals.month = chosen.month
            AND totals.region_code = chosen.region_code"""


def _drop_small_groups(con: duckdb.DuckDBPyConnection) -> None:
    """Decide per sister regions which groups of a split they show."""
    group_name = "coalesce(segment, category, funder)"
    counts = " UNION ALL ".join(
        f"""SELECT {_BREAKDOWN} AS breakdown, region_code, {group_name} AS component,
            '{count}' AS quantity, {count} AS people
        FROM measures WHERE measure = '{COVERAGE}' AND universe = '{OWN}'
            AND month = (SELECT max(month) FROM measures)
            AND {_BREAKDOWN} IN ({kinds})"""
        for count, kinds in (
            *((one, "'segment', 'category'") for one in COUNTS[PEOPLE][1]),
            *((one, "'segment', 'category'") for one in COUNTS[COVERAGE][1]),
            *((one, "'funder'") for one in COUNTS[COVERAGE][1][:2]),
        )
    )
    hidden = f"""SELECT region_code FROM totals WHERE hidden AND family IN
        ('{PEOPLE}', '{COVERAGE}') AND month IN ('', (SELECT max(month) FROM measures))"""
    con.execute(f"""CREATE OR REPLACE TEMP TABLE split_counts AS
        SELECT breakdown, coalesce({_PARENT}, '-') AS parent, {_DEPTH} AS depth,
            CASE WHEN region_code IN ({hidden}) THEN '-' ELSE region_code END AS region_code,
            component, quantity, sum(people)::BIGINT AS people
        FROM ({counts} UNION ALL
            SELECT 'lists', region_code, lists, 'people', people FROM "overlaps")
        GROUP BY ALL""")
    con.execute(f"""CREATE OR REPLACE TEMP TABLE split_groups AS
        SELECT breakdown, parent, depth, component, sum(people)::BIGINT AS size,
            bool_or(people BETWEEN 1 AND {SMALLEST_SHOWN - 1} OR parent IN ({hidden}))
                AS hidden
        FROM split_counts GROUP BY ALL""")
    for depth in _DEPTHS:
        con.execute(_inherit_sql(depth))
        con.execute(_groups_sql(depth))
    _apply_groups(con)


def _inherit_sql(depth: int) -> str:
    """A group left out above is left out below."""
    return f"""UPDATE split_groups SET hidden = true FROM (
        SELECT g.breakdown, g.component, r.region_code AS parent FROM split_groups g
        JOIN (SELECT DISTINCT region_code, {_PARENT} AS above FROM measures) r
            ON coalesce(r.above, '-') = g.parent
        WHERE g.hidden) above
        WHERE split_groups.depth = {depth} AND split_groups.parent = above.parent
            AND split_groups.breakdown = above.breakdown
            AND split_groups.component = above.component"""


def _groups_sql(depth: int) -> str:
    """Leave out further groups until what the shown ones leave over is not small."""
    group = "breakdown, parent"
    return f"""UPDATE split_groups SET hidden = true FROM (
        WITH placed AS (
            SELECT *, row_number() OVER (PARTITION BY {group} ORDER BY hidden DESC,
                    size, component) AS place,
                count(*) FILTER (hidden) OVER (PARTITION BY {group}) AS already
            FROM split_groups WHERE depth = {depth}),
        grid AS (
            SELECT p.*, cells.region_code, cells.quantity FROM placed p
            JOIN (SELECT DISTINCT {group}, region_code, quantity FROM split_counts) cells
                USING ({group}) WHERE already > 0),
        left_over AS (
            SELECT {group}, place, already, sum(coalesce(people, 0)) OVER (PARTITION BY
                {group}, region_code, quantity ORDER BY place) AS people
            FROM grid LEFT JOIN split_counts
                USING ({group}, component, region_code, quantity)),
        safe AS (
            SELECT {group}, place, bool_and(people = 0 OR people >= {SMALLEST_SHOWN})
                AS is_safe FROM left_over WHERE place >= already GROUP BY ALL),
        wanted AS (SELECT {group}, min(place) FILTER (is_safe) AS last_place
            FROM safe GROUP BY ALL)
        SELECT {group}, component FROM placed LEFT JOIN wanted USING ({group})
        WHERE already > 0 AND place <= coalesce(last_place, place)) chosen
        WHERE split_groups.breakdown = chosen.breakdown
            AND split_groups.parent = chosen.parent
            AND split_groups.component = chosen.component"""


def _apply_groups(con: duckdb.DuckDBPyConnection) -> None:
    """Take out the groups left out, and every split of a region that is hidden."""
    left_out = "SELECT breakdown, parent, component FROM split_groups WHERE hidden"
    gone = f"""SELECT region_code FROM totals WHERE hidden
        AND family IN ('{PEOPLE}', '{COVERAGE}')
        AND month IN ('', (SELECT max(month) FROM measures))"""
    con.execute(f"""DELETE FROM measures WHERE {_BREAKDOWN} <> 'total'
        AND (({_BREAKDOWN}, coalesce({_PARENT}, '-'),
            coalesce(segment, category, funder)) IN ({left_out})
            OR region_code IN ({gone}))""")
    con.execute(f"""DELETE FROM "overlaps" WHERE region_code IN ({gone})
        OR ('lists', coalesce({_PARENT}, '-'), lists) IN ({left_out})""")


def _drop_small_histories(con: duckdb.DuckDBPyConnection) -> None:
    """Take out the splits of earlier months in which any count is small."""
    small = " OR ".join(
        f"({count}) BETWEEN 1 AND {SMALLEST_SHOWN - 1}"
        for count in COUNTS[COVERAGE][1][:2]
    )
    other = " OR ".join(
        f"({count}) BETWEEN 1 AND {SMALLEST_SHOWN - 1}"
        for count in COUNTS[COVERAGE][1][2:]
    )
    con.execute(f"""DELETE FROM measures WHERE {_BREAKDOWN} <> 'total'
        AND month < (SELECT max(month) FROM measures)
        AND ({_BREAKDOWN}, month) IN (SELECT {_BREAKDOWN}, month FROM measures
            WHERE measure = '{COVERAGE}' AND universe = '{OWN}'
                AND ({small} OR (funder IS NULL AND ({other}))))""")


def _apply_totals(con: duckdb.DuckDBPyConnection) -> None:
    families = " ".join(f"WHEN '{name}' THEN '{name}'" for name in COUNTS)
    con.execute(f"""UPDATE measures SET numerator = NULL, low = NULL, high = NULL,
            value = NULL, hidden = true
        FROM totals t WHERE t.hidden AND t.region_code = measures.region_code
            AND t.month = measures.month AND {_BREAKDOWN} = 'total' AND measure <> 'enrolment'
            AND t.family = CASE measure {families} ELSE '{COVERAGE}' END""")
    con.execute(f"""UPDATE measures SET numerator = NULL, low = NULL, high = NULL,
            value = NULL, hidden = true
        WHERE measure = 'enrolment' AND low BETWEEN 1 AND {SMALLEST_SHOWN - 1}""")
    con.execute(f"""UPDATE measures SET denominator = NULL
        FROM totals t WHERE t.hidden AND t.family = '{PEOPLE}'
            AND universe = '{OWN}' AND t.region_code = measures.region_code""")


def _shorten_pareto(con: duckdb.DuckDBPyConnection) -> None:
    """Keep the large gaps that may be shown, and say what they alone add up to."""
    hidden = f"""SELECT region_code FROM measures
        WHERE measure = 'gap' AND hidden AND {_BREAKDOWN} = 'total'"""
    con.execute(f"""CREATE OR REPLACE TABLE pareto AS
        SELECT * REPLACE (row_number() OVER ranked AS rank,
            round(sum(people) OVER ranked / of_people, 6) AS cumulative_share)
        FROM pareto WHERE people >= {SMALLEST_SHOWN} AND region_code NOT IN ({hidden})
            AND (kind <> 'village' OR key NOT IN ({hidden}))
        WINDOW ranked AS (PARTITION BY kind, level, region_code ORDER BY pareto.rank)""")
