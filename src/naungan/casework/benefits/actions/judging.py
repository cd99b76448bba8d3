"""Judging everybody protected: whose claim would be refused if it happened today."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.db import connection, transaction

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.benefits.models import Risk, RiskCount
from naungan.casework.benefits.risks import Signature, codes_of, is_refused
from naungan.casework.intake import door
from naungan.casework.protection.access import MANAGING
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.packages import PACKAGES
from naungan.law.book import enacted
from naungan.law.due import newest_overdue
from naungan.law.reader import reader_of
from naungan.lib.dates import month_of


AGE: Final = "participation/ages/bpu_registration_below"
SIGNATURES: Final = """
    SELECT DISTINCT state, first_month, months, last_paid, over_age
    FROM benefits_facts(%(scheme)s, %(first)s, %(due)s, %(age)s, %(on)s)
"""
INSERT: Final = """
    INSERT INTO benefits_risk (entry_id, scheme_id, institution_id, village_code,
        codes, is_refused, unpaid_months, judged_on)
    SELECT facts.entry_id, %(scheme)s, %(institution)s, facts.village_code,
        string_to_array(judged.codes, ','), judged.refused, judged.unpaid, %(on)s
    FROM benefits_facts(%(scheme)s, %(first)s, %(due)s, %(age)s, %(on)s) facts
    JOIN unnest(%(state)s::text[], %(first_month)s::int[], %(months)s::int[],
        %(last_paid)s::int[], %(over_age)s::bool[], %(codes)s::text[],
        %(refused)s::bool[], %(unpaid)s::int[])
        AS judged(state, first_month, months, last_paid, over_age, codes, refused, unpaid)
    ON facts.state = judged.state AND facts.first_month = judged.first_month
        AND facts.months = judged.months AND facts.over_age = judged.over_age
        AND facts.last_paid IS NOT DISTINCT FROM judged.last_paid
    WHERE NOT EXISTS (SELECT 1 FROM protection_entry entry
        WHERE entry.id = facts.entry_id AND entry.died_on IS NOT NULL)
"""


COUNT: Final = """
    INSERT INTO benefits_riskcount
        (scheme_id, institution_id, village_code, code, people, judged_on)
    SELECT scheme_id, institution_id, village_code, code, count(*), judged_on
    FROM benefits_risk, unnest(codes || ARRAY[CASE WHEN is_refused
        THEN 'refused' ELSE 'others' END]::varchar[]) AS code
    WHERE scheme_id = %(scheme)s
    GROUP BY scheme_id, institution_id, village_code, code, judged_on
"""


def judge_all(*, today: date) -> int:
    """Judge every scheme that runs, owner by owner; give how many people have a risk."""
    owners = list(Institution.objects.filter(kind__in=MANAGING).order_by("pk"))
    return sum(_judge_of(owner, today) for owner in owners)


def _judge_of(owner: Institution, today: date) -> int:
    with transaction.atomic():
        scope.tell(None, owner.pk, every=False)
        month = month_of(today)
        running = Scheme.objects.filter(institution=owner, state="open")
        begun = list(running.filter(from_month__lte=month).values_list("pk", flat=True))
        for model in (Risk, RiskCount):
            model.objects.filter(institution=owner).exclude(scheme__in=begun).delete()
        return sum(judge(one, today=today) for one in running)


def judge(scheme: Scheme, *, today: date) -> int:
    """Judge everybody of a scheme anew, at the desk of its owner; give how many.

    A scheme that has not begun protects nobody yet, and nobody is missing from it. One
    that is over and was not renewed protects nobody any more. Whoever died is judged
    no more: their claim says how it went.
    """
    month = month_of(today)
    for model in (Risk, RiskCount):
        model.objects.filter(scheme=scheme).delete()
    if month < scheme.from_month:
        return 0
    asked = _asked(scheme, today)
    with connection.cursor() as cursor:
        cursor.execute(SIGNATURES, asked)
        found = [Signature(*row) for row in cursor.fetchall()]
        judged = _judged(scheme, found, asked["due"], today)
        if not judged["state"]:
            return 0
        cursor.execute(INSERT, {**asked, **judged})
        many = int(cursor.rowcount)
        cursor.execute(COUNT, asked)
    return many


def _asked(scheme: Scheme, today: date) -> dict[str, Any]:
    reader = reader_of(enacted())
    segment = PACKAGES[scheme.package].segment
    limit = reader.find(AGE, today, int) if segment == "BPU" else None
    overdue = newest_overdue(segment, "JKK", today, reader)
    return {
        "scheme": scheme.pk,
        "institution": scheme.institution_id,
        "first": scheme.from_month,
        "due": min(overdue, scheme.until_month),
        "age": limit.value if limit else None,
        "on": today,
    }


def _judged(
    scheme: Scheme, found: Sequence[Signature], due_until: int, today: date
) -> dict[str, list[Any]]:
    """Ask the law once for everybody alike; whoever would be paid in full is left out."""
    publication = door.newest(scheme.region_code)
    seen_until = publication.month if publication else None
    columns: dict[str, list[Any]] = {
        name: [] for name in (*Signature.__annotations__, "codes", "refused", "unpaid")
    }
    for one in found:
        codes, unpaid = codes_of(one, scheme, due_until, seen_until, today)
        if not codes:
            continue
        told = {**vars(one), "codes": ",".join(codes), "unpaid": unpaid}
        for name, value in {**told, "refused": is_refused(codes)}.items():
            columns[name].append(value)
    return columns
