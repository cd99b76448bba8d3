"""The official universes: which count of workers holds for which month.

A count holds from its month on (from January where only the year is given) until
the same source prints a newer one for the same region and segment. Sources are
never mixed; months before the first count of a source have no universe of it.
"""

import duckdb


OWN = "daftar Naungan"
"""The name of our own universe: everybody on the reconciled lists."""


def create_universes(
    con: duckdb.DuckDBPyConnection, month: int, months_back: int
) -> None:
    """Create `universes`: source, region_code, segment (NULL: all), back, workers."""
    con.execute(
        """CREATE OR REPLACE TEMP TABLE universes AS
        SELECT source, region_code, segment, back,
            arg_max(workers, (holds_from::HUGEINT << 64) + row_id) AS workers
        FROM (SELECT *, coalesce(month, year * 12) AS holds_from FROM universe_rows)
        JOIN (SELECT unnest(range(0, $back + 1))::INTEGER AS back)
            ON holds_from <= $month - back
        WHERE workers > 0
        GROUP BY source, region_code, segment, back""",
        {"month": month, "back": months_back},
    )
