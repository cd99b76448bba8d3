"""The state of every membership in the month of the run.

One row per row of the extract: how many due months are unpaid, the state that
the first fitting rule gives, and in which of the last twelve months the
membership was paid up.
"""

import duckdb

from naungan.engine.coverage import arrears, rules
from naungan.engine.coverage.segment_rules import retired
from naungan.engine.law_values import Law


MONTHS_SHOWN = 12
"""The run's month and the eleven before it."""


def create_memberships(
    con: duckdb.DuckDBPyConnection, law: Law, file_end: int | None
) -> None:
    """Create `memberships`; `file_end` is the payments file's last month, if any.

    Columns: member_row, person_id (linked, or NULL), nik, kpj, npp, segment, programmes,
    reported_wage, start_month, funder, last_paid (month indices or NULL), arrears
    (months or NULL), state, rule, active_months (bit k: paid up in the month k
    before the run's), has_beginning (known since when), is_retired (past the age at
    which JP ends).
    """
    kinds = con.execute(
        "SELECT DISTINCT payer_kind FROM payments ORDER BY 1"
    ).fetchall()
    values = {
        "month": law.month,
        "retirement": law.number("participation/ages/jp_retirement"),
    }
    if file_end is not None:
        values["file_end"] = file_end
    payers = tuple(kind for (kind,) in kinds) if file_end is not None else ()
    con.execute(_memberships_sql(payers), values)


def _memberships_sql(payers: tuple[str, ...]) -> str:
    with_payments = bool(payers)
    begins = "start_month IS NOT NULL"
    if with_payments:
        begins = f"({begins} OR settled IS NOT NULL)"
    active = arrears.active_months(with_payments=with_payments, months=MONTHS_SHOWN)
    judged = rules.rule_sql(rules.MEMBERSHIP_RULES, "membership_rule")
    return f"""CREATE OR REPLACE TEMP TABLE memberships AS
        WITH given AS ({_given_sql(payers)}),
        counted AS (SELECT *, {arrears.arrears(with_payments=with_payments)} AS arrears,
            {arrears.month_paid(with_payments=with_payments)} AS month_paid FROM given),
        judged AS (SELECT *, {judged} AS rule FROM counted)
        SELECT member_row, person_id, nik, kpj, npp, segment, programmes, reported_wage,
            start_month, coalesce(funder, CASE WHEN segment IN ('PU', 'JAKON')
                THEN 'employer' ELSE 'unknown' END)::funder_word AS funder,
            {arrears.last_paid(with_payments=with_payments)} AS last_paid,
            arrears::INTEGER AS arrears,
            {rules.outcome_sql(rules.MEMBERSHIP_RULES, "membership_state")} AS state,
            rule, {active} AS active_months, {begins} AS has_beginning, is_retired
        FROM judged"""


_SAID_BY_PAYMENTS = {
    "settled": "settled",
    "unsettled": "unsettled",
    "first_month": "first_bill",
    "last_month": "last_bill",
    "last_settled": "last_settled",
}


def _given_sql(payers: tuple[str, ...]) -> str:
    """The facts about each membership; a payment by KPJ goes before one by NPP.

    `payers` names the kinds of payer in the payments file, 'kpj' before 'npp'.
    """
    columns = (
        "".join(
            f", {_first_said(payers, name)} AS {given}"
            for name, given in _SAID_BY_PAYMENTS.items()
        )
        if payers
        else ""
    )
    joins = "\n".join(
        f"LEFT JOIN (FROM payments WHERE payer_kind = '{kind}') by_{kind}"
        f" ON by_{kind}.payer = m.{kind}"
        for kind in payers
    )
    return f"""SELECT row_id AS member_row, l.person_id, m.nik, m.kpj, m.npp,
            m.segment::segment_word AS segment, m.programmes, m.reported_wage,
            m.start_month, m.paid_through, m.status, m.funder,
            {retired("m", "$month", "$retirement")} AS is_retired,
            $month::INTEGER AS month, $month::INTEGER - r.due_offset AS due,
            r.due_offset, r.grace {columns}
        FROM member_rows m JOIN segment_rules r ON r.segment = coalesce(m.segment, '')
        LEFT JOIN (FROM links WHERE band = 'linked') l ON l.member_row = m.row_id
        {joins}"""


def _first_said(payers: tuple[str, ...], name: str) -> str:
    first, *others = payers
    if not others:
        return f"by_{first}.{name}"
    return f"""CASE WHEN by_{first}.payer IS NULL THEN by_{others[0]}.{name}
        ELSE by_{first}.{name} END"""
