"""The status of every person in the month of the run.

All memberships of a person count together: the strongest state decides, and
the programmes of every paid-up membership are held. What a person is owed
follows from segment and employer.
"""

import duckdb

from naungan.engine.coverage import rules
from naungan.engine.coverage.segment_rules import (
    STATE_BODY_CATEGORIES,
    mandatory,
    retired,
)
from naungan.engine.law_values import Law
from naungan.lib import dates, programmes


_PAID = rules.STATES.index("paid")
_ROW_BITS = 36
_MONTH_BITS = 15
_LATEST = (1 << _MONTH_BITS) - 1
_NO_STATE = len(rules.STATES)


def create_coverage(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `coverage`, one row per person.

    Besides the published columns it holds what measures group by: segment and
    category used, village_code, lists, obliged_bits and held_bits, active_months (bit k: covered in the month k
    before the run's), and `rule`, the line of the decision table that decided.
    """
    con.execute(_held_sql())
    con.execute(_work_sql())
    con.execute(
        _coverage_sql(),
        {
            "month": law.month,
            "month_text": dates.month_text(law.month),
            "extract_given": _has_rows(con, "member_rows"),
            "state_body": mandatory(law, "non_asn"),
            "retirement": law.number("participation/ages/jp_retirement"),
        },
    )
    for name in ("held_by_person", "work_of_person"):
        con.execute(f"DROP TABLE {name}")


def _has_rows(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    return con.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None


def _held_sql() -> str:
    """Every person's memberships together.

    `strongest` packs band, state, last month paid and row into one number, so
    that its minimum is the deciding membership by a total order: linked before
    review, stronger state, later paid, earlier row.
    """
    paid = f"band = 'linked' AND state = {_PAID}"
    return f"""CREATE OR REPLACE TEMP TABLE held_by_person AS
        SELECT person_id, min(
                (((band <> 'linked')::BIGINT * 8 + state)
                    << {_MONTH_BITS + _ROW_BITS})
                | (({_LATEST} - coalesce(last_paid, 0))::BIGINT << {_ROW_BITS})
                | member_row) AS strongest,
            coalesce(bit_or(programmes) FILTER ({paid}), 0)::UTINYINT AS paid_programmes,
            coalesce(bit_or(active_months) FILTER (band = 'linked'), 0)::USMALLINT
                AS active_months,
            bool_or(band = 'review') AS reviewed
        FROM links JOIN memberships USING (member_row)
        GROUP BY person_id"""


def _work_sql() -> str:
    """What the employers of a person owe, and where the first of them is."""
    return """CREATE OR REPLACE TEMP TABLE work_of_person AS
        SELECT person_id, bit_or(obliged)::UTINYINT AS obliged,
            arg_min(village_code, employer_id) FILTER (village_code IS NOT NULL)
                AS village_code
        FROM person_employers JOIN employers USING (employer_id)
        JOIN employer_rules ON duty =
            CASE WHEN kind = 'government' THEN 'state_body' ELSE coalesce(scale, '') END
        GROUP BY person_id"""


def _coverage_sql() -> str:
    texts = ", ".join(f"'{programmes.text_of(m)}'" for m in range(programmes.ALL + 1))
    return f"""CREATE OR REPLACE TABLE coverage AS
        WITH people AS ({_people_sql()}),
        ruled AS (SELECT *,
            {rules.case_of(rules.PERSON_RULES, "code")} AS rule FROM people)
        SELECT person_id, $month_text AS month, {_status_of_rule_sql()} AS status,
            ([{texts}])[obliged + 1] AS obliged, ([{texts}])[held + 1] AS held,
            obliged AS obliged_bits, held AS held_bits,
            arrears AS months_in_arrears, funder, rule, segment, category,
            village_code, lists,
            (active_months & ~1::USMALLINT
                | (rule IN ('all_programmes', 'programmes_missing'))::USMALLINT)
                AS active_months
        FROM ruled"""


def _status_of_rule_sql() -> str:
    cases = " ".join(
        f"WHEN '{rule.code}' THEN '{rule.outcome}'" for rule in rules.PERSON_RULES
    )
    return f"CASE rule {cases} END"


def _people_sql() -> str:
    """Each person with what decides: state, programmes owed and held, identity."""
    states = " ".join(
        f"WHEN {place} THEN '{state}'" for place, state in enumerate(rules.STATES)
    )
    silent = ", ".join(str(rules.STATES.index(s)) for s in ("lapsed", "not_started"))
    return f"""SELECT f.*, CASE place {states} END AS state,
            CASE WHEN place = {_PAID} THEN paid_programmes
                WHEN membership_state IN ({silent}) THEN 0
                ELSE coalesce(programmes, 0) END::UTINYINT AS held,
            {_obliged_sql()} AS obliged, $extract_given AS extract_given
        FROM ({_facts_sql()}) f
        JOIN segment_rules r ON r.segment = coalesce(f.segment, '')"""


def _facts_sql() -> str:
    return f"""SELECT p.person_id, p.category, p.lists, p.birth_date, p.birth_year,
            coalesce(p.segment, m.segment, CASE WHEN w.person_id IS NOT NULL
                THEN 'PU' END) AS segment,
            coalesce(p.village_code, w.village_code) AS village_code,
            p.nik IS NOT NULL OR p.birth_year IS NOT NULL AS identifiable,
            h.strongest >> {_MONTH_BITS + _ROW_BITS} AS place, h.paid_programmes,
            coalesce(h.reviewed, false) AS reviewed, w.obliged AS at_work,
            m.state AS membership_state, m.programmes, m.arrears, m.funder,
            coalesce(h.active_months, 0)::USMALLINT AS active_months
        FROM persons p
        LEFT JOIN held_by_person h USING (person_id)
        LEFT JOIN memberships m
            ON m.member_row = h.strongest & ((1::BIGINT << {_ROW_BITS}) - 1)
        LEFT JOIN work_of_person w USING (person_id)"""


def _obliged_sql() -> str:
    """What the segment owes, and to wage earners what their employers owe them.

    The pension programme ends at the age of retirement; where only the year of
    birth is known, the person is taken to have reached it in that year.
    """
    bodies = ", ".join(f"'{category}'" for category in STATE_BODY_CATEGORIES)
    pension = programmes.BITS["JP"]
    return f"""CASE WHEN f.segment = 'PU' AND category IN ({bodies}) THEN $state_body
        WHEN f.segment = 'PU' AND at_work & {pension} > 0
            AND {retired("f", "$month", "$retirement")} THEN at_work - {pension}
        WHEN f.segment = 'PU' AND at_work IS NOT NULL THEN at_work
        ELSE r.obliged END::UTINYINT"""
