"""Checking the lines of a list: from the tables, through the judge, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.casework.protection.checks.gathering import gather
from naungan.casework.protection.checks.joining import cursor_for
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
LINE: Final = (
    "pk",
    "village_code",
    "nik",
    "nik_written",
    "name",
    "birth_date",
    "sex",
    "second_job",
    "roster",
)
"""The columns of a line in the order of `Person`."""

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
    open_lines = lines.filter(scheme=scheme, state__in=OPEN).order_by("pk")
    rows = list(open_lines.values_list(*LINE, "accepted_reason"))
    asked = [Person(*row[:-1]) for row in rows]
    accepted = {row[0] for row in rows if row[-1]}
    rules = Rules(
        scheme.from_month,
        scheme.age_from,
        scheme.age_below,
        scheme.needs_registry,
        scheme.fund,
    )
    gathered = gather(by, scheme, asked)
    found = {
        person.number: judge(rules, person, known) for person, known in gathered.people
    }
    states = [
        verdict(found[one.number], accepted=one.number in accepted) for one in asked
    ]
    _write_checks(scheme, asked, found)
    _write_states(states, gathered.people, gathered.publication)
    place(scheme, village_code)
    return Checked(len(asked), states.count("flagged"))


def _write_checks(
    scheme: Scheme, asked: Sequence[Person], found: dict[int, list[Found]]
) -> None:
    with cursor_for(len(asked)) as cursor:
        cursor.execute(
            "DELETE FROM protection_check WHERE entry_id IN "
            "(SELECT unnest(%s::bigint[]))",
            [[one.number for one in asked]],
        )
    Check.objects.bulk_create(
        (
            Check(
                entry_id=one.number,
                scheme_id=scheme.pk,
                institution_id=scheme.institution_id,
                village_code=one.village_code,
                code=what.code,
                weight=what.weight,
                told=what.told,
            )
            for one in asked
            for what in found[one.number]
        ),
        batch_size=AT_A_TIME,
    )


def _write_states(
    states: list[str],
    people: Sequence[tuple[Person, Known]],
    publication: Publication | None,
) -> None:
    rows = [known.standing for _, known in people]
    values: dict[str, Any] = {
        "ids": [person.number for person, _ in people],
        "states": states,
        "persons": [row["person_id"] if row else None for row in rows],
        "covered": [_covered(row, publication) for row in rows],
        "now": clock.stamp(clock.today()),
        "series": publication.region_code if publication else "",
        "run": publication.run if publication else None,
    }
    with cursor_for(len(states)) as cursor:
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
