"""What the payments file says per payer: which months are settled, which not.

A payer is a membership (KPJ) or an employer registration (NPP). Months are bits
of a BIGINT: bit k is the month k before the month of the run. Several rows about
the same payer and month are parts of one bill when they print the same amount
billed, and separate bills otherwise; an exact repetition counts once.
"""

import duckdb


MONTHS_BACK = 60
"""How many months before the run's a payment is still looked at."""


def gather_payments(con: duckdb.DuckDBPyConnection, month: int) -> int | None:
    """Create `bills` and `payments`; return the last month spoken about, or None.

    `bills` has payer_kind ('kpj' or 'npp'), payer, month, billed, paid and
    is_settled; `payments` one row per payer: settled and unsettled (bits),
    first_month, last_month, last_settled.
    """
    con.execute(_bills_sql(), {"earliest": month - MONTHS_BACK})
    con.execute(_payments_sql(), {"month": month})
    found = con.execute(
        "SELECT max(month) FROM bills WHERE month <= $month", {"month": month}
    ).fetchone()
    last: int | None = found[0] if found else None
    return last


def _bills_sql() -> str:
    """One row per payer and month; the ordinary single row costs no second look."""
    return """CREATE OR REPLACE TEMP TABLE bills AS
        WITH payer_rows AS (
            SELECT CASE WHEN kpj IS NULL THEN 'npp' ELSE 'kpj' END AS payer_kind,
                coalesce(kpj, npp) AS payer, month, coalesce(billed, 0) AS billed,
                coalesce(paid, 0) AS paid, paid_on
            FROM contribution_rows
            WHERE coalesce(kpj, npp) IS NOT NULL AND month > $earliest),
        grouped AS (
            SELECT payer_kind, payer, month, sum(billed)::BIGINT AS billed,
                sum(paid)::BIGINT AS paid, count(*) AS row_count
            FROM payer_rows GROUP BY ALL),
        parted AS (
            SELECT payer_kind, payer, month, sum(DISTINCT billed)::BIGINT AS billed,
                sum(paid)::BIGINT AS paid
            FROM (SELECT DISTINCT * FROM payer_rows SEMI JOIN
                (FROM grouped WHERE row_count > 1) USING (payer_kind, payer, month))
            GROUP BY ALL)
        SELECT *, paid >= billed AS is_settled FROM (
            SELECT * EXCLUDE (row_count) FROM grouped WHERE row_count = 1
            UNION ALL FROM parted)"""


def _payments_sql() -> str:
    bits = """coalesce(bit_or(1::BIGINT << greatest($month - month, 0))
        FILTER ({} AND month <= $month), 0)"""
    return f"""CREATE OR REPLACE TEMP TABLE payments AS
        SELECT payer_kind, payer, {bits.format("is_settled")} AS settled,
            {bits.format("NOT is_settled")} AS unsettled,
            min(month) AS first_month, max(month) AS last_month,
            max(month) FILTER (is_settled) AS last_settled
        FROM bills GROUP BY payer_kind, payer"""
