"""Employers with findings, most pressing first, and the workers behind each."""

import duckdb

from naungan.engine.finding import GRADES
from naungan.engine.listing.owners import Owned
from naungan.engine.listing.score import points_columns, total
from naungan.lib.sql_text import listed


def arrange_employers(con: duckdb.DuckDBPyConnection, owners: Owned) -> None:
    """Create `employer_ranking` and the view `employer_workers`."""
    con.execute(_ranking_sql())
    con.execute("""CREATE OR REPLACE TEMP TABLE concerns AS
        SELECT employer_id, person_id, string_agg(DISTINCT code, '+' ORDER BY code) AS codes
        FROM finding_evidence WHERE person_id IS NOT NULL
        GROUP BY employer_id, person_id""")
    con.execute(f"""CREATE OR REPLACE TEMP VIEW employer_workers AS
        SELECT employer_id, person_id, f.codes IS NULL AS is_settled, f.codes, c.status,
            c.village_code, p.nik, p.name, p.birth_date, p.birth_year, p.sex, {owners.column} AS owners
        FROM person_employers JOIN covered c USING (person_id)
        JOIN persons p USING (person_id)
        LEFT JOIN concerns f USING (employer_id, person_id)
        {owners.join}""")


def _ranking_sql() -> str:
    """One line per employer; nobody counts twice whom two findings concern.

    Findings about declared numbers name no workers, so the largest of them counts
    where it is more than the workers named.
    """
    return f"""CREATE OR REPLACE TEMP TABLE employer_ranking AS
        WITH named AS (
            SELECT employer_id, count(DISTINCT coalesce(person_id, -1 - member_row)) AS people
            FROM finding_evidence GROUP BY employer_id),
        found AS (
            SELECT employer_id, string_agg(code, '+' ORDER BY code) AS codes,
                max(people) AS people, sum(monthly_idr)::BIGINT AS monthly_idr,
                max(months_in_arrears) AS months_in_arrears,
                {_highest("severity")} AS severity, {_highest("confidence")} AS confidence
            FROM employer_findings GROUP BY employer_id),
        counted AS (
            SELECT f.* REPLACE (greatest(f.people, coalesce(n.people, 0)) AS people)
            FROM found f LEFT JOIN named n USING (employer_id)),
        weighed AS (SELECT *, {points_columns()} FROM counted)
        SELECT row_number() OVER (ORDER BY ({total()}) DESC, monthly_idr DESC NULLS LAST,
                people DESC, employer_id) AS rank, ({total()})::UTINYINT AS score,
            w.*, e.name, e.scale, e.kind, e.kbli, e.village_code, e.registration
        FROM weighed w JOIN employers e USING (employer_id)"""


def _highest(column: str) -> str:
    """Write the SQL of the highest grade among the findings of an employer."""
    words = f"[{listed(GRADES)}]"
    return f"{words}[max(list_position({words}, {column}))]"
