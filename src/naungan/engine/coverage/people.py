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
    of_every_scale,
    of_every_segment,
    of_state_body,
    retired,
)
from naungan.engine.coverage.words import programme_set
from naungan.engine.law_values import Law
from naungan.lib import dates, programmes
from naungan.lib.sql_text import listed


_ROW_BITS = 36
_MONTH_BITS = 15
_LATEST = (1 << _MONTH_BITS) - 1
_ROW = f"((1::BIGINT << {_ROW_BITS}) - 1)"


def create_coverage(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `covered`, one row per person, and the view `coverage` of it.

    Besides the published columns `covered` holds what findings and measures need:
    segment used, category, lists, village_code, wage, obliged and held as bits,
    active_months (bit k: covered in the month k before the run's), and `rule`, the
    line of the decision table that decided.
    """
    con.execute(_deciding_sql())
    con.execute(_work_sql())
    con.execute(_covered_sql(), _values(con, law))
    for name in ("deciding", "work_of_person"):
        con.execute(f"DROP TABLE {name}")
    con.execute(_published_sql(law.month))


def _values(con: duckdb.DuckDBPyConnection, law: Law) -> dict[str, int | bool | None]:
    return {
        "month": law.month,
        "extract_given": con.execute("FROM member_rows LIMIT 1").fetchone() is not None,
        "retirement": law.number("participation/ages/jp_retirement"),
        "of_state_body": of_state_body(law),
        "of_pu": of_every_scale(law),
        "of_bpu": mandatory(law, "bpu"),
        "of_jakon": mandatory(law, "jakon"),
        "of_pmi": mandatory(law, "pmi"),
        "of_anyone": of_every_segment(law),
    }


def _deciding_sql() -> str:
    """Every person's memberships together, and the one that decides.

    `strongest` packs review, state, last month paid and row into one number, so
    that its minimum is the deciding membership by a total order: linked before
    review, stronger state, later paid, earlier row.
    """
    columns = "member_row, state, last_paid, programmes, active_months"
    return f"""CREATE OR REPLACE TEMP TABLE deciding AS
        WITH candidates AS (
            SELECT person_id, {columns}, 0 AS in_review FROM memberships
            WHERE person_id IS NOT NULL
            UNION ALL
            SELECT l.person_id, {columns}, 1 FROM memberships
            JOIN (FROM links WHERE band = 'review') l USING (member_row)),
        gathered AS (
            SELECT person_id, min(
                    ((in_review * 8 + enum_code(state))::BIGINT
                        << {_MONTH_BITS + _ROW_BITS})
                    | (({_LATEST} - coalesce(last_paid, 0))::BIGINT << {_ROW_BITS})
                    | member_row) AS strongest,
                bit_or(programmes) FILTER (in_review = 0 AND state = 'paid') AS paid,
                bit_or(active_months) FILTER (in_review = 0) AS active_months,
                bool_or(in_review = 1) AS reviewed
            FROM candidates GROUP BY person_id)
        SELECT g.person_id, g.reviewed, m.segment, m.arrears, m.funder,
            CASE WHEN g.strongest >> {_MONTH_BITS + _ROW_BITS} < 8
                THEN m.state END AS state,
            coalesce(g.active_months, 0) AS active_months,
            CASE WHEN m.state IN ('lapsed', 'not_started') THEN 0
                ELSE coalesce(g.paid, m.programmes, 0) END::UTINYINT AS held
        FROM gathered g JOIN memberships m ON m.member_row = g.strongest & {_ROW}"""


def _work_sql() -> str:
    """What the employers of a person owe, and where the first of them is.

    Where no list names an employer, those count under whose registration the
    person is a current member; where they work is then not said.
    """
    return f"""CREATE OR REPLACE TEMP TABLE work_of_person AS
        WITH jobs AS (
            SELECT person_id, employer_id, true AS is_listed FROM person_employers
            UNION ALL
            SELECT DISTINCT person_id, employer_id, false
            FROM employer_members JOIN memberships USING (member_row)
            ANTI JOIN person_employers USING (person_id)
            WHERE person_id IS NOT NULL AND segment = 'PU'
                AND rule NOT IN ({listed(rules.NOT_CURRENT)}))
        SELECT person_id, bit_or(obliged)::UTINYINT AS obliged,
            arg_min(village_code, employer_id)
                FILTER (is_listed AND village_code IS NOT NULL) AS village_code
        FROM jobs JOIN employers USING (employer_id)
        JOIN employer_rules ON duty =
            CASE WHEN kind = 'government' THEN 'state_body' ELSE coalesce(scale, '') END
        GROUP BY person_id"""


def _covered_sql() -> str:
    judged = rules.rule_sql(rules.PERSON_RULES, "coverage_rule")
    return f"""CREATE OR REPLACE TABLE covered AS
        WITH ruled AS (SELECT *, {judged} AS rule FROM ({_people_sql()}))
        SELECT person_id, {rules.outcome_sql(rules.PERSON_RULES, "coverage_status")}
                AS status, rule, obliged, held, arrears, funder, segment, category,
            lists, village_code, wage, (active_months & ~1::USMALLINT
                | (rule IN ('all_programmes', 'programmes_missing'))::USMALLINT)
                AS active_months
        FROM ruled"""


def _people_sql() -> str:
    """Each person with what decides: state, programmes owed and held, identity."""
    return f"""SELECT *, {_obliged_sql()} AS obliged, $extract_given AS extract_given
        FROM (
            SELECT p.person_id, p.category::category_word AS category, p.birth_date,
                p.birth_year, p.lists::lists_word AS lists, p.wage,
                coalesce(p.segment::segment_word, d.segment,
                    CASE WHEN w.person_id IS NOT NULL THEN 'PU'::segment_word END)
                    AS segment,
                coalesce(p.village_code, w.village_code) AS village_code,
                p.nik IS NOT NULL OR p.birth_year IS NOT NULL AS identifiable,
                d.state, coalesce(d.held, 0)::UTINYINT AS held,
                coalesce(d.reviewed, false) AS reviewed, w.obliged AS at_work,
                d.arrears, d.funder,
                coalesce(d.active_months, 0)::USMALLINT AS active_months
            FROM persons p
            LEFT JOIN deciding d USING (person_id)
            LEFT JOIN work_of_person w USING (person_id)) f"""


def _obliged_sql() -> str:
    """What the segment owes, and to wage earners what their employers owe them.

    The pension programme ends at the age of retirement; where only the year of
    birth is known, the person is taken to have reached it in that year.
    """
    bodies = listed(STATE_BODY_CATEGORIES)
    pension = programmes.BITS["JP"]
    return f"""(CASE segment WHEN 'BPU' THEN $of_bpu WHEN 'JAKON' THEN $of_jakon
        WHEN 'PMI' THEN $of_pmi
        WHEN 'PU' THEN CASE WHEN category IN ({bodies}) THEN $of_state_body
            WHEN at_work IS NULL THEN $of_pu
            WHEN at_work & {pension} > 0 AND {retired("f", "$month", "$retirement")}
                THEN at_work - {pension}
            ELSE at_work END
        ELSE $of_anyone END)::UTINYINT"""


def _published_sql(month: int) -> str:
    """Words stay codes up to the file: a million texts cost more than the rest."""
    text = dates.month_text(month)
    return f"""CREATE OR REPLACE VIEW coverage AS
        SELECT person_id, '{text}'::ENUM ('{text}') AS month, status,
            {programme_set("obliged")} AS obliged, {programme_set("held")} AS held,
            arrears AS months_in_arrears, funder, rule
        FROM covered"""
