"""How good the files are that a sender sent, file by file."""

import duckdb

from naungan.lib.sql_text import listed


_STATES = ("missing", "impossible", "inconsistent", "shared")
_WORKER_COUNTS = {
    "nik_rounded": "count(*) FILTER (nik_rounded)",
    "birth_date_missing": "count(*) - count(birth_date)",
    "village_missing": "count(*) - count(village_code)",
    "wage_missing": "count(*) - count(wage)",
}
_MEMBER_COUNTS = {
    "nik_missing": "count(*) - count(nik)",
    "nik_rounded": "count(*) FILTER (nik_rounded)",
    "birth_date_missing": "count(*) - count(birth_date)",
    "start_month_missing": "count(*) - count(start_month)",
    "paid_through_missing": "count(*) - count(paid_through)",
    "funder_missing": "count(*) - count(funder)",
}
"""What is counted per file, of its accepted rows."""


def create_quality(con: duckdb.DuckDBPyConnection, owners: dict[str, str]) -> None:
    """Create `quality`: file, kind, owner, measure, numerator, denominator, value.

    `owners` names the institution behind a file, where known.
    """
    con.execute("CREATE OR REPLACE TEMP TABLE owners(file VARCHAR, owner VARCHAR)")
    if owners:
        con.executemany("INSERT INTO owners VALUES (?, ?)", sorted(owners.items()))
    con.execute(f"""CREATE OR REPLACE TABLE quality AS
        WITH counted AS (
            {_rows_sql("worker_rows", _WORKER_COUNTS)}
            UNION ALL {_states_sql()}
            UNION ALL {_rows_sql("member_rows", _MEMBER_COUNTS)}
            UNION ALL {_repeated_sql()}
            UNION ALL SELECT file_id, 'rejected', rejected, accepted + rejected FROM inputs
            UNION ALL {_warned_sql()})
        SELECT file, kind, owner, measure, numerator::BIGINT AS numerator,
            denominator::BIGINT AS denominator,
            round(numerator / nullif(denominator, 0), 6) AS value
        FROM counted JOIN inputs USING (file_id) LEFT JOIN owners USING (file)""")
    con.execute("DROP TABLE owners")


def _rows_sql(source: str, counts: dict[str, str]) -> str:
    """Count everything in one pass over the rows, then one row per count."""
    columns = ", ".join(counts.values())
    names = listed(counts)
    return f"""SELECT file_id, unnest([{names}]) AS measure, unnest(counts) AS numerator,
            denominator
        FROM (SELECT file_id, [{columns}] AS counts, count(*) AS denominator
            FROM {source} GROUP BY file_id)"""


def _states_sql() -> str:
    """Most NIK are valid, so only the rows of the others are looked up."""
    states = listed(_STATES)
    return f"""SELECT i.file_id, 'nik_' || state, coalesce(faulty, 0), i.accepted
        FROM inputs i CROSS JOIN (SELECT unnest([{states}]) AS state)
        LEFT JOIN (SELECT file_id, nik_state AS state, count(*) AS faulty
            FROM worker_rows JOIN
                (SELECT row_id, nik_state FROM worker_keys WHERE nik_state <> 'valid') USING (row_id)
            GROUP BY ALL) USING (file_id, state)
        WHERE i.kind = 'workers'"""


def _repeated_sql() -> str:
    """Rows of a worker file whose person stood in the same file before."""
    return """SELECT file_id, 'repeated_people', coalesce(repeated, 0), accepted
        FROM inputs LEFT JOIN (
            SELECT file_id, count(*) - count(DISTINCT cluster) AS repeated
            FROM worker_cluster SEMI JOIN
                (SELECT cluster FROM worker_cluster WHERE row_id <> cluster) USING (cluster)
            JOIN worker_rows USING (row_id)
            GROUP BY file_id) USING (file_id)
        WHERE kind = 'workers'"""


def _warned_sql() -> str:
    return """SELECT file_id, 'rows_with_warning', count(DISTINCT w.row), any_value(accepted)
        FROM inputs JOIN warnings w USING (file) GROUP BY file_id"""
