"""Half a million members of schemes: how long each page about them takes.

    ./naungan bench schemes --members 500000

An office of its own is started with invented schemes of many villages, their lists in
every state, bills and payments of six months. Each page is asked for by a signed-in
person, whole: gate, scope, row-level security, questions and template.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from typing import Any

from cases import MOST, started


SCHEME_SIZE = 20_000
EACH = 60
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
AGENCY, CLERK = "agency_head", "village_clerk"
PAGES = (
    ("list of schemes", AGENCY, "/skema"),
    ("one scheme", AGENCY, "/skema/{scheme}"),
    ("villages and tiles", AGENCY, "/skema/{scheme}/desa"),
    ("proposals", AGENCY, "/skema/{scheme}/usulan"),
    ("money", AGENCY, "/skema/{scheme}/uang"),
    ("enrolments", AGENCY, "/skema/{scheme}/pendaftaran"),
    ("who could pay alone", AGENCY, "/skema/{scheme}/mandiri"),
    ("funds over months", AGENCY, "/skema/dana"),
    ("one group over months", AGENCY, "/skema/dana?kelompok=vulnerable"),
    ("budgeted and forgot", AGENCY, "/skema/belum-dibayar"),
    ("what claims brought back", AGENCY, "/klaim/angka"),
    ("ending soon", AGENCY, "/skema/berakhir"),
    ("campaign", AGENCY, "/skema/gerakan/{campaign}"),
    ("a village's list", CLERK, "/daftar-desa/{scheme}/{village}"),
    ("its flagged people", CLERK, "/daftar-desa/{scheme}/{village}?keadaan=flagged"),
)
ENTRIES = """
INSERT INTO protection_entry (scheme_id, institution_id, written_by_id, village_code, roster,
    position, nik, nik_written, name, birth_date, sex, occupation, address, phone, decile, reason,
    second_job, note, state, accepted_reason, added_at, added_by_id, series, kpj, refusal,
    first_month, ended_reason, budget_id, covered_then)
SELECT %(scheme)s, %(owner)s, %(owner)s, village, '', n,
    (160410000000 + to_char(date '1984-01-01' + ((%(first)s + number) / 1000)::int, 'DDMMYY')::bigint)
        * 10000 + 9000 + (%(first)s + number) %% 1000, '',
    'Orang Rekaan', '1984-01-01', 'M', 'buruh tani', '', '', 1 + number %% 10, '', false, '',
    state, '', now(), %(user)s, '', '', '',
    CASE WHEN state IN ('enrolled', 'paid', 'active') THEN %(month)s END, '',
    CASE WHEN state IN ('budgeted', 'enrolled', 'paid', 'active') THEN %(budget)s END,
    number %% 9 = 0
FROM (SELECT ordinality AS place, code AS village
    FROM unnest(%(villages)s::text[]) WITH ORDINALITY given(code, ordinality)) villages,
    LATERAL (SELECT n, (place - 1) * %(each)s + n AS number,
        (ARRAY['valid', 'flagged', 'reserve', 'decided', 'budgeted', 'enrolled', 'paid', 'paid',
            'paid', 'active', 'active', 'active'])[1 + ((place + n) %% 12)::int] AS state
        FROM generate_series(1, %(each)s) n) made
"""
CHECKS = """
INSERT INTO protection_check (entry_id, scheme_id, institution_id, village_code, code, weight, told)
SELECT id, scheme_id, institution_id, village_code, 'nik_form', 'stop', '{}'
FROM protection_entry WHERE state = 'flagged'
"""
BILLS = """
INSERT INTO protection_billing (scheme_id, institution_id, village_code, code, from_month,
    until_month, people, amount_idr, law_version, due_on, made_at, made_by_id, paid_on, reference)
SELECT scheme.id, institution_id, '', '', from_month + n, from_month + n, 1, 16800, 'x',
    '2024-08-15', now(), %(user)s, CASE WHEN n < 4 THEN date '2024-08-01' END, ''
FROM protection_scheme scheme, generate_series(0, 5) n
"""
MONTHS = """
INSERT INTO protection_paidmonth (entry_id, billing_id, scheme_id, institution_id, village_code,
    nik, month, fund, amount_idr, paid_on)
SELECT entry.id, bill.id, entry.scheme_id, entry.institution_id, entry.village_code, entry.nik,
    bill.from_month, scheme.fund, 16800, bill.paid_on
FROM protection_entry entry JOIN protection_billing bill USING (scheme_id)
JOIN protection_scheme scheme ON scheme.id = entry.scheme_id
WHERE entry.state IN ('enrolled', 'paid', 'active')
"""


def main() -> None:
    """Make the schemes, ask for every page some times, print each with its quantiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with started() as owner_url:
        begun = time.perf_counter()
        clients, given = furnished(options.members, owner_url)
        print(f"{options.members} members in {time.perf_counter() - begun:.0f} s")
        settle()
        for name, role, address in PAGES:
            seconds = asked(clients[role], address.format(**given), options.rounds)
            report(name, seconds)


def settle() -> None:
    """Load what the server loads before its first page, and keep it from the search for garbage."""
    from naungan.config import wsgi

    wsgi.settle()


def asked(client: Any, address: str, rounds: int) -> list[float]:
    """Ask for a page some times, once beforehand to warm it."""
    seconds = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        answer = client.get(address)
        seconds.append(time.perf_counter() - begun)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    return seconds[1:]


def report(name: str, seconds: list[float]) -> None:
    """Print one row."""
    late = statistics.quantiles(seconds, n=20)[-1]
    print(
        f"{name:24} {statistics.median(seconds) * 1000:7.1f} ms  "
        f"p95 {late * 1000:7.1f}{'' if late <= MOST else '  late'}"
    )


def furnished(members: int, owner_url: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Make desks and schemes through the acts, people and money by bulk statements."""
    from django.conf import settings
    from django.db import transaction

    from naungan.casework.accounts import actions, scope
    from naungan.lib import regions

    settings.DEMO = True  # nobody has a phone at hand for a second step
    settings.ALLOWED_HOSTS = ["*"]
    codes = [one.code for one in regions.villages_of("16.04") if one.kind == "desa"]
    villages = codes[: SCHEME_SIZE // EACH]
    with transaction.atomic():
        founder = actions.found_office(
            name="Kantor Rekaan",
            kind="bpjs_branch",
            code="cabang",
            region_code="16.04",
            email="pendiri@contoh.id",
            person="Pendiri",
            password="sandi-rekaan-2026",
            on=_day(),
        )
        scope.enter(scope.of_appointment(founder))
        head, agency = _desk(AGENCY, "dpmd", "dpmd", "16.04")
        _, clerk = _desk(CLERK, "village", "desa", villages[0])
    asked(clerk, "/daftar-desa", 0)  # the program is read whole before it is timed
    made = list(_schemes(head, -(-members // (EACH * len(villages))), villages))
    _fill(head, made, villages, owner_url)
    first, _budget = made[0]
    given = {"scheme": first.pk, "village": villages[0], "campaign": first.campaign_id}
    return {AGENCY: agency, CLERK: clerk}, given


def _day() -> Any:
    from datetime import date

    return date(2024, 7, 1)


def _desk(role: str, kind: str, code: str, region_code: str) -> tuple[Any, Any]:
    """Make a person at a desk, and a client signed in as them."""
    from django.test import Client

    from naungan.casework.accounts import scope
    from naungan.casework.accounts.models import Appointment, Institution, User

    place = Institution.objects.create(
        code=code, kind=kind, name=code, region_code=region_code
    )
    user = User.objects.create_user(f"{code}@contoh.id", "x", name=role)
    held = Appointment.objects.create(
        user=user, institution=place, role=role, from_on=_day()
    )
    client = Client()
    client.force_login(user, BACKEND)
    return scope.of_appointment(held), client


def _schemes(head: Any, count: int, villages: list[str]) -> Iterator[Any]:
    """Make open schemes of several funds with a place for each member."""
    from django.db import transaction

    from naungan.casework.accounts import scope
    from naungan.casework.protection.actions import money, schemes
    from naungan.casework.protection.actions.schemes import SchemePlan
    from naungan.casework.protection.funds import OF_OTHERS
    from naungan.lib.dates import month_index

    with transaction.atomic():
        scope.enter(head)
        campaign = schemes.make_campaign(by=head, name="Gerakan rekaan", year=2024)
        for n in range(count):
            made = schemes.make_scheme(
                by=head,
                campaign=campaign,
                plan=SchemePlan(
                    name=f"Skema rekaan {n}",
                    region_code="16.04",
                    fund=OF_OTHERS[n % len(OF_OTHERS)],
                    package="two",
                    category="vulnerable",
                    policy="at_most",
                    from_month=month_index(2024, 7),
                    until_month=month_index(2024, 12),
                    age_from=18,
                    age_below=65,
                ),
            )
            places = dict.fromkeys(villages, EACH)
            schemes.set_quotas(by=head, scheme=made, people=places)
            schemes.open_scheme(by=head, scheme=made)
            budget = money.set_budget(
                by=head, scheme=made, year=2024, ceiling_idr=10**10
            )
            yield made, budget.pk


def _fill(head: Any, made: list[Any], villages: list[str], owner_url: str) -> None:
    """Lay people, checks, bills and months in the tables; the counts follow by themselves."""
    import psycopg

    with psycopg.connect(owner_url) as owner:
        for place, (one, budget) in enumerate(made):
            given = {
                "scheme": one.pk,
                "owner": head.institution_id,
                "user": head.user_id,
                "first": place * len(villages) * EACH,
                "month": one.from_month,
                "budget": budget,
                "villages": villages,
                "each": EACH,
            }
            owner.execute(ENTRIES, given)
        owner.execute(CHECKS)
        owner.execute(BILLS, {"user": head.user_id})
        owner.execute(MONTHS)
        owner.commit()
        owner.autocommit = True
        owner.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main()
