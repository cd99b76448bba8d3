"""Fifty thousand cases of employers: how long each question of their pages takes.

    ./naungan bench cases --cases 50000

An office of its own is started with invented cases, steps, replies and hand-overs of two
branches, an inspectorate and a prosecutor. Each question is asked as a page asks it: by
the application's role, in a scope, with row-level security.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any


ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
TODAY = date(2026, 11, 2)
MOST = 0.1  # seconds
SHARED = 20  # every so many cases are handed over

CASES = """
INSERT INTO compliance_case (institution_id, number, region_code, village_code, track, series,
    employer_id, npp, nib, name, kind, scale, sector, people, opened_on, opened_at, opened_by_id,
    state, closed_on, closing_reason, closing_text, stage, stage_since, due_on, notified_on,
    visited_on, escalated_on, waits_for, ladder_version, law_version, officer_id, priority)
SELECT %(owner)s, n || '/KASUS', '16.04', '16.04.10.' || (2001 + n %% 40),
    CASE WHEN n %% 3 = 0 THEN 'arrears' ELSE 'registration_and_data' END, '16.04',
    %(first)s + n, lpad(n::text, 8, '0'), '', 'PT Rekaan ' || md5(n::text), 'company', 'small',
    (10000 + n %% 900)::text, n %% 50, day, day, %(user)s, state,
    CASE WHEN state <> 'open' THEN day + 90 END,
    CASE WHEN state = 'settled' THEN 'complied' WHEN state = 'closed' THEN 'gone' ELSE '' END, '',
    CASE WHEN n %% 5 = 0 THEN '' WHEN n %% 3 = 0 THEN 'arrears_letter_1' ELSE 'warning_1' END,
    day + n %% 60, CASE WHEN n %% 5 > 1 THEN day + n %% 60 + 14 END,
    CASE WHEN n %% 5 > 0 THEN day + n %% 60 END, CASE WHEN n %% 7 = 0 THEN day + 20 END,
    CASE WHEN n %% 11 = 0 THEN day + 40 END,
    (ARRAY['us', 'employer', 'employer', 'reply', 'other_institution'])[1 + n %% 5],
    'x', 'x', %(user)s, n %% 7
FROM (SELECT n, %(today)s::date - (n %% 700) AS day,
    CASE WHEN n %% 10 < 7 THEN 'open' WHEN n %% 10 < 9 THEN 'settled' ELSE 'closed' END AS state
    FROM generate_series(1, %(count)s) n) made"""
HANGING = (
    """INSERT INTO compliance_steptaken (institution_id, case_id, step, track, taken_on, ends_on,
        term, decided_at, reason, skipped, law, state, closing_text)
    SELECT institution_id, id, CASE n WHEN 1 THEN 'first_contact' ELSE stage END, track,
        stage_since - 10 + n, due_on, '{}', opened_at, '', '{}', '[]', 'standing', ''
    FROM compliance_case, generate_series(1, 2) n WHERE stage <> ''""",
    """INSERT INTO compliance_casefinding (institution_id, case_id, code, run, month, how, people,
        monthly_idr, severity, sentence, row, evidence, law, sha256, added_at)
    SELECT institution_id, id, 'partial_workers', 1, 24320, 'run', people, people * 100000,
        'high', 'Rekaan', '{}', '{}', '[]', md5(id::text), opened_at FROM compliance_case""",
    """INSERT INTO compliance_reply (institution_id, case_id, received_on, received_at, text, via,
        sender_name, state, consideration)
    SELECT institution_id, id, opened_on + 9, opened_at, 'Rekaan', 'link', '',
        CASE WHEN waits_for = 'reply' THEN 'in' ELSE 'considered' END, ''
    FROM compliance_case WHERE id %% 4 = 0 OR waits_for = 'reply'""",
    """INSERT INTO compliance_participation (case_id, institution_id, owner_id, since)
    SELECT id, %(inspector)s, institution_id, opened_on FROM compliance_case
    WHERE id %% %(shared)s = 0""",
    """INSERT INTO compliance_handover (institution_id, to_id, case_id, kind, sent_on, sent_by_id,
        message, state, reason)
    SELECT institution_id, %(inspector)s, id, 'report', opened_on, %(user)s, '',
        CASE WHEN id %% 40 = 0 THEN 'sent' ELSE 'accepted' END, '' FROM compliance_case
    WHERE id %% %(shared)s = 0""",
    "ANALYZE",
)


def main() -> None:
    """Make the cases, ask every question some times, print each with its median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    with started() as owner_url:
        scopes = furnished(options.cases, owner_url)
        for name, scope in scopes.items():
            for question, ask in questions(scope).items():
                report(name, question, timed(scope, ask, options.rounds))
        if options.explain:
            explain(scopes["examiner"], questions(scopes["examiner"]))


def started() -> Any:
    """Start an office's database of its own; give the address of the tables' owner."""
    import contextlib
    import os

    from tests import office_database as office

    @contextlib.contextmanager
    def running() -> Any:
        from naungan.office import postgres, roles, schema

        postgres.SETTINGS["fsync"] = "off"
        cluster = office._cluster()  # noqa: SLF001 (the tests' own server)
        cluster.start()
        roles.ensure(cluster)
        named = os.environ.pop("DATABASE_URL")
        schema.bring_up(office.OFFICE.environment(owner=True))
        os.environ["DATABASE_URL"] = named
        try:
            yield office.owner_url()
        finally:
            office._remove()  # noqa: SLF001

    return running()


def furnished(count: int, owner_url: str) -> dict[str, Any]:
    """Make institutions, people and cases; give the scopes that ask."""
    from django.db import transaction

    from naungan.casework.accounts import actions, scope
    from naungan.casework.accounts.models import Appointment, Institution, User

    with transaction.atomic():
        founder = scope.of_appointment(
            actions.found_office(
                name="Cabang Rekaan",
                kind="bpjs_branch",
                code="cabang",
                region_code="16.04",
                email="pendiri@contoh.id",
                person="Pendiri",
                password="sandi-rekaan-2026",
                on=TODAY,
            )
        )
        scope.enter(founder)

        def working(role: str, kind: str, code: str) -> Any:
            place, _ = Institution.objects.get_or_create(
                code=code, defaults={"kind": kind, "name": code, "region_code": "16.04"}
            )
            user = User.objects.create_user(f"{code}.{role}@contoh.id", "x", name=role)
            held = Appointment.objects.create(
                user=user, institution=place, role=role, from_on=TODAY
            )
            return scope.of_appointment(held)

        examiner = working("examiner", "bpjs_branch", "cabang")
        inspector = working("inspector", "inspectorate", "pengawas")
        other = working("examiner", "bpjs_branch", "cabang-lain")
    filled(count, owner_url, examiner, other, inspector)
    return {"examiner": examiner, "inspector": inspector}


def filled(
    count: int, owner_url: str, examiner: Any, other: Any, inspector: Any
) -> None:
    """Lay the cases of two branches in the tables, with what hangs on them."""
    import psycopg

    hanging = {
        "inspector": inspector.institution_id,
        "user": examiner.user_id,
        "shared": SHARED,
    }
    with psycopg.connect(owner_url) as owner:
        half = count // 2
        for who, first in ((examiner, 0), (other, half)):
            given = {"owner": who.institution_id, "user": who.user_id, "first": first}
            size = count - half if first else half
            owner.execute(CASES, {**given, "count": size, "today": TODAY})
        for text in HANGING:
            owner.execute(text, hanging)


def questions(scope: Any) -> dict[str, Callable[[], Any]]:
    """Name what pages ask."""
    from naungan.casework.compliance import queries
    from naungan.casework.compliance.queries import Sought

    year = timedelta(days=365)

    def page(**sought: Any) -> Callable[[], Any]:
        return lambda: queries.listed(scope, Sought(**sought), TODAY)

    def one() -> Any:
        case = queries.case(scope, queries.cases(scope).order_by("pk")[7].pk)
        whole = queries.of_case(case)
        return queries.proposals(scope, case, TODAY, whole=whole)

    return {
        "list, open": page(),
        "list, all": page(state=""),
        "list, second page": lambda: queries.listed(
            scope, Sought(), TODAY, after="3:20000"
        ),
        "list, by name": page(text="ab12"),
        "list, by NPP": page(text="00000777"),
        "list, past their term": page(due="over"),
        "list, one village": page(region="16.04.10.2003"),
        "my day": lambda: queries.my_day(scope, TODAY),
        "funnel of a year": lambda: queries.funnel(scope, TODAY - year, TODAY),
        "ageing": lambda: queries.ageing(scope, TODAY),
        "one case whole": one,
        "cases of an employer": lambda: queries.open_of_employer(scope, "16.04", 777),
    }


def timed(scope: Any, ask: Callable[[], Any], rounds: int) -> tuple[float, float, int]:
    """Ask some times in a scope; give median and worst seconds and the statements."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    from naungan.casework.accounts.scope import enter

    seconds = []
    for _ in range(rounds + 1):
        with transaction.atomic():
            enter(scope)
            begun = time.perf_counter()
            ask()
            seconds.append(time.perf_counter() - begun)
    with transaction.atomic():
        enter(scope)
        with CaptureQueriesContext(connection) as asked:
            ask()
    return statistics.median(seconds[1:]), max(seconds[1:]), len(asked)


def report(name: str, question: str, found: tuple[float, float, int]) -> None:
    """Print one row."""
    median, worst, statements = found
    late = "" if median <= MOST else "  late"
    print(
        f"{name:10} {question:24} {median * 1000:7.1f} ms  worst {worst * 1000:7.1f}  "
        f"{statements:2} statements{late}"
    )


def explain(scope: Any, asked_of: dict[str, Callable[[], Any]]) -> None:
    """Print the plans of the statements behind each question."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    from naungan.casework.accounts.scope import enter

    for question, ask in asked_of.items():
        with transaction.atomic():
            enter(scope)
            with CaptureQueriesContext(connection) as asked:
                ask()
            for one in asked.captured_queries:
                with connection.cursor() as cursor:
                    cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + one["sql"])
                    print(f"-- {question}: {one['sql'][:300]}")
                    print("\n".join(row[0] for row in cursor.fetchall()))


if __name__ == "__main__":
    main()
