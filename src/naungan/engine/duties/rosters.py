"""Who works for whom according to the lists, and who is enrolled by whom.

`roster` sets the lists' workers of an employer beside their membership there;
`staff` is the extract's members under the employer's registrations. Findings
read these two and never the raw tables.
"""

import duckdb

from naungan.engine.coverage import rules
from naungan.lib.programmes import BITS
from naungan.lib.sql_text import listed


ENDED = "ended"
ARREARS_RULES = ("behind", "active_but_unpaid", "unpaid_too_long")
EMPLOYED = ("PU", "JAKON")
"""Segments in which an employer pays."""

_ROW_BITS = 36
_ROW = f"((1::BIGINT << {_ROW_BITS}) - 1)"
_EMPLOYED = listed(EMPLOYED)


def create_rosters(con: duckdb.DuckDBPyConnection) -> None:
    """Create `employer_duties`, `staff`, `roster` and `lookalikes`."""
    con.execute(_duties_sql())
    con.execute(_staff_sql())
    con.execute(_own_sql())
    con.execute(_roster_sql())
    con.execute(_lookalikes_sql())
    con.execute("DROP TABLE own_membership")


def drop_rosters(con: duckdb.DuckDBPyConnection) -> None:
    """Let go of what only findings read."""
    for name in ("employer_duties", "staff", "roster", "lookalikes"):
        con.execute(f"DROP TABLE {name}")


def _duties_sql() -> str:
    """Every employer with what it owes its workers and at which rates."""
    return """CREATE OR REPLACE TEMP TABLE employer_duties AS
        SELECT e.employer_id, e.registration, e.declared_workers,
            e.scale IS NOT NULL OR coalesce(e.kind = 'government', false) AS scale_known,
            d.obliged AS owed, building.obliged AS owed_jakon, r.*
        FROM employers e
        JOIN employer_rules d ON d.duty = CASE WHEN e.kind = 'government'
            THEN 'state_body' ELSE coalesce(e.scale, '') END
        JOIN employer_rules building ON building.duty = 'JAKON'
        JOIN contribution_rates r
            ON r.risk_group = coalesce(e.risk_group, 'very_low')"""


def _staff_sql() -> str:
    """Members under an employer's registrations, wage earners only.

    `is_current` leaves out those whose membership ended or has yet to begin;
    `owed` are the programmes the employer owes this member.
    """
    return f"""CREATE OR REPLACE TEMP TABLE staff AS
        SELECT em.employer_id, m.member_row, m.person_id, m.segment, m.programmes,
            m.reported_wage, m.state, m.rule, m.arrears,
            m.rule NOT IN ('{ENDED}', 'starts_later') AS is_current,
            CASE WHEN m.segment = 'JAKON' THEN d.owed_jakon
                WHEN m.is_retired THEN d.owed & ~{BITS["JP"]}::UTINYINT
                ELSE d.owed END AS owed
        FROM employer_members em
        JOIN employer_duties d USING (employer_id)
        JOIN memberships m USING (member_row)
        WHERE m.segment IS NULL OR m.segment IN ({_EMPLOYED})"""


def _own_sql() -> str:
    """Each person's strongest membership under each employer, linked or not."""
    return f"""CREATE OR REPLACE TEMP TABLE own_membership AS
        SELECT employer_id, person_id,
            min((enum_code(state)::BIGINT << {_ROW_BITS}) | member_row)
                FILTER (NOT in_review) & {_ROW} AS own_row,
            bool_or(in_review) AS awaits_review
        FROM (SELECT employer_id, person_id, state, member_row, false AS in_review
                FROM staff WHERE person_id IS NOT NULL
            UNION ALL
            SELECT employer_id, l.person_id, state, member_row, true
                FROM staff JOIN (FROM links WHERE band = 'review') l USING (member_row))
        GROUP BY employer_id, person_id"""


def _roster_sql() -> str:
    """The lists' workers of every employer, with what is owed for them.

    A person on the lists of several employers has at each the wage of the rows
    that name this employer.
    """
    return f"""CREATE OR REPLACE TEMP TABLE roster AS
        WITH several AS (
            SELECT person_id FROM person_employers GROUP BY ALL HAVING count(*) > 1),
        said AS (
            SELECT pe.employer_id, pe.person_id, max(w.wage) AS wage
            FROM several JOIN person_employers pe USING (person_id)
            JOIN employers e USING (employer_id)
            JOIN person_rows USING (person_id) JOIN worker_rows w USING (row_id)
            WHERE w.employer_ref IN (e.employer_ref, e.nib, e.npp)
            GROUP BY ALL)
        SELECT pe.employer_id, pe.person_id, c.segment, c.status,
            CASE WHEN s.person_id IS NULL THEN c.wage ELSE said.wage END AS wage,
            coalesce(d.owed & c.obliged, 0)::UTINYINT AS owed,
            o.own_row, coalesce(o.awaits_review, false) OR c.status = 'possible'
                AS awaits_review,
            c.rule NOT IN ('no_identity', 'no_extract') AS identifiable
        FROM person_employers pe
        JOIN employer_duties d USING (employer_id)
        JOIN covered c USING (person_id)
        LEFT JOIN own_membership o USING (employer_id, person_id)
        LEFT JOIN several s USING (person_id)
        LEFT JOIN said USING (employer_id, person_id)
        WHERE c.segment IN ({_EMPLOYED})"""


def _lookalikes_sql() -> str:
    """Workers without membership who may be a member nobody was matched to.

    Under the same employer stands an unmatched member of the same birth date or
    the same name: a missed match is likelier than an unreported worker.
    """
    return """CREATE OR REPLACE TEMP TABLE lookalikes AS
        WITH workers AS (
            SELECT employer_id, person_id, birth_date, name
            FROM roster JOIN persons USING (person_id) WHERE own_row IS NULL),
        members AS (
            SELECT employer_id, birth_date, name FROM staff
            JOIN member_rows ON row_id = member_row ANTI JOIN links USING (member_row)
            WHERE is_current)
        SELECT employer_id, person_id FROM workers
            SEMI JOIN members USING (employer_id, birth_date)
        UNION
        SELECT employer_id, person_id FROM workers
            SEMI JOIN members USING (employer_id, name)"""


assert {rule.code for rule in rules.MEMBERSHIP_RULES} >= {ENDED, *ARREARS_RULES}
