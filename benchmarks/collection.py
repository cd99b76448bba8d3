"""Ten thousand debts on fifty thousand cases: how long each question about money takes.

    ./naungan bench collection --cases 50000

The office is that of `cases`; every fifth case has a debt of six months and two
programmes, two payments that are allocated and counted as recovered, and some have
instalments, workers gained and a mandate. Each question is asked by the application's
role, in a scope, with row-level security: seconds of a page are those of its database.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any


sys.path.insert(0, str(Path(__file__).resolve().parent))
import cases


YEAR = (date(2026, 1, 1), date(2026, 12, 31))
OWING = (
    "SELECT id, institution_id, opened_on, people FROM compliance_case WHERE id % 5 = 0"
)
MONEY = (
    f"""INSERT INTO collection_debt (case_id, institution_id, counted_on, source, question,
        confidence, law_version, labour_intensive, principal_idr, workers, made_by_id, made_at,
        state)
    SELECT id, institution_id, opened_on, 'typed', '{{}}', 'x', 'x', false,
        120000 * (1 + id % 900), people, %(user)s, opened_on, 'standing' FROM ({OWING}) c""",
    """INSERT INTO collection_debtline (case_id, institution_id, debt_id, month, programme,
        employer_idr, worker_idr, due_on)
    SELECT case_id, institution_id, id, 24300 + n / 2, (ARRAY['JKK', 'JKM'])[1 + n % 2],
        10000 * (principal_idr / 120000), 0, counted_on
    FROM collection_debt, generate_series(0, 11) n""",
    """INSERT INTO collection_payment (case_id, institution_id, paid_on, amount_idr, reference,
        source, state, surplus_idr, recorded_by_id, recorded_at, void_reason)
    SELECT case_id, institution_id, counted_on + 30 * n, 30000, 'R' || case_id || '-' || n,
        'entered', 'standing', 0, %(user)s, counted_on, ''
    FROM collection_debt, generate_series(1, 2) n""",
    """INSERT INTO collection_allocation (case_id, institution_id, payment_id, line_id, kind,
        amount_idr)
    SELECT p.case_id, p.institution_id, p.id, l.id, 'contribution', 5000
    FROM collection_payment p JOIN collection_debtline l USING (case_id)
    WHERE (l.month < 24303) = (p.reference LIKE '%%-1')""",
    """INSERT INTO collection_recovery (case_id, institution_id, payment_id, step_id, paid_on,
        contribution_idr, fine_idr)
    SELECT p.case_id, p.institution_id, p.id, (SELECT max(s.id) FROM compliance_steptaken s
        WHERE s.case_id = p.case_id AND s.taken_on < p.paid_on), p.paid_on, 30000, 0
    FROM collection_payment p""",
    """INSERT INTO collection_instalmentplan (case_id, institution_id, signed_on, agreement,
        paid_before_idr, state, law_version, made_by_id, made_at)
    SELECT case_id, institution_id, counted_on + 3, '', 0,
        CASE WHEN case_id % 50 = 0 THEN 'broken' ELSE 'running' END, 'x', %(user)s, counted_on
    FROM collection_debt WHERE case_id % 10 = 0""",
    """INSERT INTO collection_instalment (case_id, institution_id, plan_id, number, due_on,
        amount_idr, reopens_on)
    SELECT case_id, institution_id, id, n, signed_on + 30 * n, 20000, signed_on + 30 * n + 7
    FROM collection_instalmentplan, generate_series(1, 6) n""",
    """INSERT INTO collection_workergained (case_id, institution_id, series, person_id, gain,
        run, seen_on)
    SELECT case_id, institution_id, '16.04', id * 10 + n,
        CASE n WHEN 1 THEN 'reactivated' ELSE 'registered' END, 2, counted_on + 60
    FROM collection_debt, generate_series(1, 3) n""",
    """INSERT INTO compliance_skk (institution_id, to_id, case_id, number, kind, category,
        issued_on, issued_by_id, principal_idr, fine_idr, state, registered_number, reason,
        recorded_at)
    SELECT institution_id, %(inspector)s, id, 'S' || id, 'non_litigation', 'MENUNGGAK',
        opened_on, %(user)s, 1000, 10, 'issued', '', '', opened_on
    FROM compliance_case WHERE id % 50 = 0""",
    "ANALYZE",
)


def main() -> None:
    """Make the cases and their money, ask every question, print each with its median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    with cases.started() as owner_url:
        scopes = cases.furnished(options.cases, owner_url)
        owing(owner_url, scopes["examiner"], scopes["inspector"])
        for name, scope in scopes.items():
            asked = questions(scope)
            for question, ask in asked.items():
                cases.report(name, question, cases.timed(scope, ask, options.rounds))
            if options.explain:
                cases.explain(scope, asked)


def owing(owner_url: str, examiner: Any, inspector: Any) -> None:
    """Lay the money of every fifth case in the tables, as their owner."""
    import psycopg

    given = {"user": examiner.user_id, "inspector": inspector.institution_id}
    with psycopg.connect(owner_url) as owner:
        for text in MONEY:
            owner.execute(text.replace("% ", "%% "), given)


def questions(scope: Any) -> dict[str, Callable[[], Any]]:
    """Name what pages ask."""
    from naungan.casework.collection import queries
    from naungan.casework.collection.reports import evaluation
    from naungan.casework.compliance import queries as of_cases

    def page(found: Callable[[], Any]) -> Callable[[], Any]:
        return lambda: list(found()[: queries.PER_PAGE])

    return {
        "stock": lambda: queries.stock(scope),
        "debts, first page": page(lambda: queries.debts(scope)),
        "debts, how many": lambda: queries.debts(scope).count(),
        "brought by steps": lambda: queries.brought(scope, *YEAR),
        "recoveries, first page": page(lambda: queries.recoveries(scope, *YEAR)),
        "recoveries, how many": lambda: queries.recoveries(scope, *YEAR).count(),
        "mandates": lambda: list(queries.mandates(scope, *YEAR)),
        "funnel": lambda: of_cases.funnel(scope, *YEAR),
        "ageing": lambda: of_cases.ageing(scope, cases.TODAY),
        "evaluation": lambda: evaluation.evaluated(scope, *YEAR),
    }


if __name__ == "__main__":
    main()
