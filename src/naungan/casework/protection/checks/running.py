"""Checking the lines of a list: from the tables, through the judge, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.casework.protection.checks.gathering import gather
from naungan.casework.protection.checks.judging import (
    Found,
    Known,
    Person,
    Rules,
    judge,
    verdict,
)
from naungan.casework.protection.checks.placing import place
from naungan.casework.protection.models import Check, Entry, Scheme
from naungan.casework.protection.states import OPEN


AT_A_TIME: Final = 5_000
STATUS_COVERED: Final = ("active", "partial_programmes")
UPDATE: Final = """
    UPDATE protection_entry entry
    SET state = told.state, person_id = told.person_id, covered_then = told.covered,
        checked_at = %(now)s, series = %(series)s, run = %(run)s
    FROM (SELECT unnest(%(ids)s::bigint[]) AS id, unnest(%(states)s::text[]) AS state,
        unnest(%(persons)s::bigint[]) AS person_id,
        unnest(%(covered)s::boolean[]) AS covered) told
    WHERE entry.id = told.id
"""


@dataclass(frozen=True)
class Checked:
    """How many lines were checked and how many of them something bars."""

    people: int
    flagged: int


def check(
    by: Scope, scheme: Scheme, lines: QuerySet[Entry], village_code: str = ""
) -> Checked:
    """Check the open lines of a list at once, and share out its places anew.

    Whoever was in the reserve may move up, also where they were not asked about;
    `village_code` is the only village whose places can have changed.
    """
    asked = list(lines.filter(scheme=scheme, state__in=OPEN).order_by("pk"))
    rules = Rules(
        scheme.from_month,
        scheme.age_from,
        scheme.age_below,
        scheme.needs_registry,
        scheme.fund,
    )
    gathered = gather(by, scheme, [_person(one) for one in asked])
    found = {
        person.number: judge(rules, person, known) for person, known in gathered.people
    }
    states = {
        one.pk: verdict(found[one.pk], accepted=bool(one.accepted_reason))
        for one in asked
    }
    known = {person.number: one for person, one in gathered.people}
    _write_checks(scheme, asked, found)
    _write_states(asked, states, known, gathered.publication)
    place(scheme, village_code)
    return Checked(len(asked), sum(one == "flagged" for one in states.values()))


def _person(entry: Entry) -> Person:
    return Person(
        number=entry.pk,
        village_code=entry.village_code,
        nik=entry.nik,
        nik_written=entry.nik_written,
        name=entry.name,
        birth_date=entry.birth_date,
        sex=entry.sex,
        second_job=entry.second_job,
    )


def _write_checks(
    scheme: Scheme, asked: Sequence[Entry], found: dict[int, list[Found]]
) -> None:
    Check.objects.filter(entry_id__in=[one.pk for one in asked]).delete()
    Check.objects.bulk_create(
        (
            Check(
                entry_id=one.pk,
                scheme_id=scheme.pk,
                institution_id=scheme.institution_id,
                village_code=one.village_code,
                code=what.code,
                weight=what.weight,
                told=what.told,
            )
            for one in asked
            for what in found[one.pk]
        ),
        batch_size=AT_A_TIME,
    )


def _write_states(
    asked: Sequence[Entry],
    states: dict[int, str],
    known: dict[int, Known],
    publication: Publication | None,
) -> None:
    rows = [known[one.pk].standing for one in asked]
    values: dict[str, Any] = {
        "ids": [one.pk for one in asked],
        "states": [states[one.pk] for one in asked],
        "persons": [row["person_id"] if row else None for row in rows],
        "covered": [_covered(row, publication) for row in rows],
        "now": timezone.now(),
        "series": publication.region_code if publication else "",
        "run": publication.run if publication else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(UPDATE, values)


def _covered(
    row: Mapping[str, Any] | None, publication: Publication | None
) -> bool | None:
    """Say whether the snapshot counts a person as covered; None where nothing was asked."""
    if publication is None:
        return None
    return row is not None and (
        row["status"] in STATUS_COVERED or row["wage_active"] or row["own_active"]
    )
