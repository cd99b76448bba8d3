"""Who works for whom according to the lists, and who is enrolled by whom.

`roster` sets the lists' workers of an employer beside their membership there;
`staff` is the extract's members under the employer's registrations. Findings
read these two and never the raw tables.
"""

import duckdb

from naungan.engine.coverage import rules
from naungan.engine.coverage.segment_rules import retired
from naungan.engine.law_values import Law
from naungan.lib.programmes import BITS


ENDED = "ended"
ARREARS_RULES = ("behind", "active_but_unpaid", "unpaid_too_long")
EMPLOYED = ("PU", "JAKON")
"""Segments in which an employer pays."""

_ROW_BITS = 36
_ROW = f"((1::BIGINT << {_ROW_BITS}) - 1)"
_EMPLOYED = ", ".join(f"'{segment}'" for segment in EMPLOYED)


def create_rosters(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `employer_duties`, `staff`, `roster` and `lookalikes`."""
    retirement = law.number("participation/ages/jp_retirement")
    con.execute(_duties_sql())
    con.execute(_staff_sql(), {"month": law.month, "retirement": retirement})
    con.execute(_own_sql())
    con.execute(_roster_sql())
    con.execute(_lookalikes_sql())


def _duties_sql() -> str:
    """Every employer with what it owes its workers and at which rates."""
    return """CREATE OR REPLACE TEMP TABLE employer_duties AS
        SELECT e.employer_id, e.registration, e.declared_workers,
            e.scale IS NOT NULL OR e.kind = 'government' AS scale_known,
            d.obliged AS owed, r.*
        FROM employers e
        JOIN employer_rules d ON d.duty = CASE WHEN e.kind = 'government'
            THEN 'state_body' ELSE coalesce(e.scale, '') END
        JOIN contribution_rates r
            ON r.risk_group = coalesce(e.risk_group, 'very_low')"""


def _staff_sql() -> str:
    """Members under an employer's registrations, wage earners only.

    `is_current` leaves out those whose membership ended or has yet to begin;
    `owed` are the programmes the employer owes this member.
    """
    return f"""CREATE OR REPLACE TEMP TABLE staff AS
        SELECT em.employer_id, m.member_row, m.segment, m.programmes,
            m.reported_wage, m.state, m.rule, m.arrears,
            m.rule NOT IN ('{ENDED}', 'starts_later') AS is_current,
            l.person_id, l.band, given.birth_date, given.name,
            CASE WHEN m.segment = 'JAKON' THEN building.obliged
                WHEN {retired("given", "$month", "$retirement")}
                THEN d.owed & ~{BITS["JP"]}::UTINYINT ELSE d.owed END AS owed
        FROM employer_members em
        JOIN employer_duties d USING (employer_id)
        JOIN memberships m USING (member_row)
        JOIN member_rows given ON given.row_id = member_row
        JOIN (FROM segment_rules WHERE segment = 'JAKON') building ON true
        LEFT JOIN (SELECT member_row, min(person_id) AS person_id, min(band) AS band
            FROM links GROUP BY member_row) l USING (member_row)
        WHERE coalesce(m.segment, 'PU') IN ({_EMPLOYED})"""


def _own_sql() -> str:
    """Each person's strongest membership under each employer, linked or not."""
    return f"""CREATE OR REPLACE TEMP TABLE own_membership AS
        SELECT employer_id, l.person_id,
            min((state::BIGINT << {_ROW_BITS}) | member_row)
                FILTER (l.band = 'linked') & {_ROW} AS own_row,
            bool_or(l.band = 'review') AS awaits_review
        FROM staff s JOIN links l USING (member_row)
        GROUP BY employer_id, l.person_id"""


def _roster_sql() -> str:
    """The lists' workers of every employer, with what is owed for them.

    A wage printed on the rows of several employers is the one of the row that
    names this employer.
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
            CASE WHEN s.person_id IS NULL THEN p.wage ELSE said.wage END AS wage,
            coalesce(d.owed & c.obliged_bits, 0)::UTINYINT AS owed,
            o.own_row, coalesce(o.awaits_review, false) OR c.status = 'possible'
                AS awaits_review,
            c.rule <> 'no_identity' AS identifiable,
            p.nik, p.name, p.birth_date
        FROM person_employers pe
        JOIN employer_duties d USING (employer_id)
        JOIN coverage c USING (person_id)
        JOIN persons p USING (person_id)
        LEFT JOIN own_membership o USING (employer_id, person_id)
        LEFT JOIN several s USING (person_id)
        LEFT JOIN said USING (employer_id, person_id)
        WHERE c.segment IN ({_EMPLOYED})"""


def _lookalikes_sql() -> str:
    """Workers without membership who may be a member nobody was matched to.

    Under the same employer stands an unmatched member of the same birth date or
    the same name: a missed match is likelier than an unreported worker.
    """
    unmatched = "FROM staff WHERE person_id IS NULL AND is_current"
    return f"""CREATE OR REPLACE TEMP TABLE lookalikes AS
        SELECT DISTINCT employer_id, person_id FROM (
            SELECT employer_id, person_id FROM roster SEMI JOIN
                (SELECT employer_id, birth_date {unmatched}) USING
                (employer_id, birth_date) WHERE own_row IS NULL
            UNION ALL
            SELECT employer_id, person_id FROM roster SEMI JOIN
                (SELECT employer_id, name {unmatched}) USING (employer_id, name)
                WHERE own_row IS NULL)"""


assert {rule.code for rule in rules.MEMBERSHIP_RULES} >= {ENDED, *ARREARS_RULES}
