"""How good the files are that a sender sent, file by file."""

import duckdb


_WORKERS = "worker_rows JOIN (SELECT row_id, nik_state FROM worker_keys) USING (row_id)"
_WORKER_COUNTS = {
    "nik_missing": "nik_state = 'missing'",
    "nik_impossible": "nik_state = 'impossible'",
    "nik_inconsistent": "nik_state = 'inconsistent'",
    "nik_shared": "nik_state = 'shared'",
    "nik_rounded": "nik_rounded",
    "birth_date_missing": "birth_date IS NULL",
    "village_missing": "village_code IS NULL",
    "wage_missing": "wage IS NULL",
}
_MEMBER_COUNTS = {
    "nik_missing": "nik IS NULL",
    "nik_rounded": "nik_rounded",
    "birth_date_missing": "birth_date IS NULL",
    "start_month_missing": "start_month IS NULL",
    "paid_through_missing": "paid_through IS NULL",
    "funder_missing": "funder IS NULL",
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
            {_rows_sql(_WORKERS, _WORKER_COUNTS)}
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
    """Count all conditions in one pass over the rows, then one row per condition."""
    columns = ", ".join(f"count(*) FILTER ({when})" for when in counts.values())
    names = ", ".join(f"'{name}'" for name in counts)
    return f"""SELECT file_id, unnest([{names}]) AS measure, unnest(counts) AS numerator,
            denominator
        FROM (SELECT file_id, [{columns}] AS counts, count(*) AS denominator
            FROM {source} GROUP BY file_id)"""


def _repeated_sql() -> str:
    """Rows of a worker file whose person stood in the same file before."""
    return """SELECT file_id, 'repeated_people', coalesce(repeated, 0), accepted
        FROM inputs LEFT JOIN (
            SELECT file_id, count(*) - count(DISTINCT person_id) AS repeated
            FROM worker_rows JOIN person_rows USING (row_id)
            SEMI JOIN (SELECT person_id FROM person_rows
                GROUP BY person_id HAVING count(*) > 1) USING (person_id)
            GROUP BY file_id) USING (file_id)
        WHERE kind = 'workers'"""


def _warned_sql() -> str:
    return """SELECT file_id, 'rows_with_warning', count(DISTINCT w.row), any_value(accepted)
        FROM inputs JOIN warnings w USING (file) GROUP BY file_id"""
