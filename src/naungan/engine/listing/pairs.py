"""The matches that await review, each with both sides in full.

They are few, one in some hundred people, so a row may be wide: a page that lays two
records side by side then reads one row.
"""

import duckdb

from naungan.engine.listing.owners import Owned


PERSON = (
    "name",
    "nik",
    "nik_state",
    "birth_date",
    "birth_year",
    "sex",
    "employer_ref",
    "wage",
    "segment",
    "category",
    "lists",
)
MEMBER = (
    "name",
    "nik",
    "nik_written",
    "birth_date",
    "birth_year",
    "sex",
    "npp",
    "segment",
    "programmes",
    "reported_wage",
    "start_month",
    "paid_through",
    "status",
    "funder",
    "row",
    "line",
)
EVIDENCE = ("nik", "name", "birth", "sex", "place", "employer")
EMPLOYER = ("name", "nib", "npwp", "scale", "kind", "kbli", "village_code")


def arrange_pairs(con: duckdb.DuckDBPyConnection, owners: Owned) -> None:
    """Create `review_pairs`; `effect` tells whether the person's status hangs on it."""
    con.execute(_people_sql(owners))


def arrange_employer_pairs(con: duckdb.DuckDBPyConnection) -> None:
    """Create `employer_pairs`, an employer beside the first of the number it may have."""
    con.execute(_employers_sql())


def _people_sql(owners: Owned) -> str:
    person = ", ".join(f"p.{name}" for name in PERSON)
    member = ", ".join(f"m.{name} AS member_{name}" for name in MEMBER)
    levels = ", ".join(
        [f"{name}_level" for name in EVIDENCE]
        + [f"{name}_weight" for name in (*EVIDENCE, "rivals")]
    )
    return f"""CREATE OR REPLACE TEMP TABLE review_pairs AS
        SELECT c.village_code, l.person_id, l.kpj, (c.status = 'possible')::UTINYINT AS effect,
            l.weight, l.prior, l.method, {levels}, c.status, {person}, {member},
            file AS member_file, {owners.column} AS owners
        FROM (FROM links WHERE band = 'review') l
        LEFT JOIN review_evidence USING (person_id, member_row)
        JOIN covered c USING (person_id) JOIN persons p USING (person_id)
        JOIN member_rows m ON m.row_id = l.member_row JOIN inputs i USING (file_id)
        {owners.join}"""


def _employers_sql() -> str:
    one = ", ".join(f"e.{name}" for name in EMPLOYER)
    other = ", ".join(f"r.{name} AS registered_{name}" for name in EMPLOYER)
    return f"""CREATE OR REPLACE TEMP TABLE employer_pairs AS
        WITH registered AS (
            SELECT npp, min(employer_id) AS employer_id FROM employers
            WHERE npp IS NOT NULL GROUP BY npp)
        SELECT l.employer_id, l.npp, l.weight, l.method, {one},
            r.employer_id AS registered_id, {other}
        FROM (FROM employer_links WHERE band = 'review') l
        JOIN employers e USING (employer_id)
        LEFT JOIN registered n ON n.npp = l.npp
        LEFT JOIN employers r ON r.employer_id = n.employer_id"""
