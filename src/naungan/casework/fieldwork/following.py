"""Assignments that follow their worker when later runs merge or split persons."""

from dataclasses import dataclass

from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import queries
from naungan.casework.fieldwork.models import Assignment
from naungan.casework.fieldwork.states import OPEN
from naungan.casework.intake import workers
from naungan.casework.intake.models import Publication


@dataclass(frozen=True)
class Followed:
    """The assignments of a region by the persons of the newest snapshot.

    `open` are the persons to whom an officer is on the way, `numbers` the numbers
    under which each person of the snapshot was assigned.
    """

    open: frozenset[int]
    numbers: dict[int, tuple[int, ...]]


def followed(scope: Scope, publication: Publication, region_code: str) -> Followed:
    """Follow every assignment of one's institution in a region."""
    given = queries.numbers(scope, publication.region_code, region_code)
    now = workers.heirs(publication, scope, [number for number, _ in given])
    numbers: dict[int, list[int]] = {}
    for number in now:
        for heir in now[number]:
            numbers.setdefault(heir, []).append(number)
    waiting = {heir for number, state in given if state in OPEN for heir in now[number]}
    return Followed(
        frozenset(waiting), {one: tuple(known) for one, known in numbers.items()}
    )


def of_people(
    scope: Scope,
    publication: Publication,
    known: Followed,
    people: list[int],
    *,
    whole: bool = False,
) -> dict[int, list[Assignment]]:
    """Give the assignments of persons of the snapshot, newest first.

    Each has its last visit, or every visit where `whole` is asked for.
    """
    asked = {number for one in people for number in known.numbers.get(one, ())}
    if not asked:
        return {}
    by_number: dict[int, list[Assignment]] = {}
    series = publication.region_code
    for found in queries.of_people(scope, series, asked, whole=whole):
        by_number.setdefault(found.person_id, []).append(found)
    return {
        one: sorted(
            (
                found
                for number in known.numbers.get(one, ())
                for found in by_number.get(number, ())
            ),
            key=lambda found: -found.pk,
        )
        for one in people
    }
