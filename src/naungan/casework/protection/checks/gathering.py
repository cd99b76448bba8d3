"""What the office knows of the people on a list: asked once for all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork.models import Visit
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.casework.intake.workers import standing_of
from naungan.casework.protection.checks.joining import cursor_for
from naungan.casework.protection.checks.judging import Known, Person
from naungan.casework.protection.models import Entry, Quota, Scheme
from naungan.casework.protection.states import STANDING


Row = Mapping[str, Any]
FEW: Final = 500
"""Up to so many lines are looked for by name; beyond, the list is read whole."""
DEATHS: Final = {"claimed": "claim", "died": "list"}
"""How the office's own papers name somebody who died, and by which kind of paper."""


@dataclass(frozen=True)
class Gathered:
    """The lines of a list beside what is known of each, and by which snapshot."""

    people: list[tuple[Person, Known]]
    publication: Publication | None


def gather(by: Scope, scheme: Scheme, people: Sequence[Person]) -> Gathered:
    """Ask snapshot, other schemes, this scheme and field work about everybody at once."""
    publication = door.newest(scheme.region_code)
    asked = [one for one in people if one.nik is not None]
    niks = [one.nik for one in asked if one.nik is not None]
    standing: Mapping[int, Row] = {}
    if publication is not None:
        told = standing_of(publication, by, niks, scheme.region_code)
        standing = {asked[place].number: row for place, row in told.items()}
    others = _elsewhere(scheme, asked, niks)
    doubles = _doubles(scheme, asked, niks)
    alike = _alike(scheme, people)
    met = _met_dead(by, publication, standing)
    places = _places(scheme)
    made = []
    for one in people:
        known = Known(
            standing=standing.get(one.number),
            asked=publication is not None and one.nik is not None,
            others=tuple(row for row in others[one.number] if row[1] not in DEATHS),
            duplicate_of=doubles.get(one.number),
            same_as=alike.get(one.number),
            died=_source(one.number in met, {row[1] for row in others[one.number]}),
            has_quota=_has_place(one, places),
        )
        made.append((one, known))
    return Gathered(made, publication)


def _source(is_met: bool, standings: set[str]) -> str:
    """Say who knows of a death: a claim before a list, a list before a visit."""
    known = [code for code, source in DEATHS.items() if code in standings]
    return DEATHS[known[0]] if known else "visit" if is_met else ""


def _elsewhere(
    scheme: Scheme, asked: Sequence[Person], niks: list[int]
) -> dict[int, list[tuple[str, str, int]]]:
    """Ask how other schemes of the office name these NIK, whoever owns them."""
    found: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    with cursor_for(len(niks)) as cursor:
        cursor.execute(
            "SELECT place, fund, standing, months "
            "FROM protection_elsewhere(%s::bigint[], %s, %s, %s) ORDER BY 1, 2, 3",
            [niks, scheme.pk, scheme.from_month, scheme.until_month],
        )
        for place, fund, standing, months in cursor.fetchall():
            found[asked[place].number].append((fund, standing, months))
    return found


def _doubles(
    scheme: Scheme, asked: Sequence[Person], niks: list[int]
) -> dict[int, int]:
    with cursor_for(len(niks)) as cursor:
        cursor.execute(
            "SELECT place, first_entry "
            "FROM protection_doubles(%s::bigint[], %s::bigint[], %s)",
            [niks, [one.number for one in asked], scheme.pk],
        )
        return {asked[place].number: first for place, first in cursor.fetchall()}


def _alike(scheme: Scheme, people: Sequence[Person]) -> dict[int, int]:
    """Find lines with the name and birth date of an earlier one and another NIK."""
    lines = Entry.objects.filter(scheme=scheme, state__in=STANDING)
    if len(people) <= FEW:
        lines = lines.filter(birth_date__in={one.birth_date for one in people})
    first: dict[tuple[object, ...], int] = {}
    found = lines.order_by("pk").values_list("pk", "name", "birth_date")
    for number, name, born in found.iterator():
        first.setdefault((name.casefold(), born), number)
    told = {}
    for one in people:
        other = first.get((one.name.casefold(), one.birth_date))
        if one.name and one.birth_date and other is not None and other < one.number:
            told[one.number] = other
    return told


def _met_dead(
    by: Scope, publication: Publication | None, standing: Mapping[int, Row]
) -> set[int]:
    """Name the lines whose person an officer of one's own found to have died."""
    numbers = {row["person_id"]: line for line, row in standing.items()}
    numbers.pop(None, None)
    if publication is None or not numbers:
        return set()
    visits = Visit.objects.filter(
        institution_id=by.institution_id,
        outcome="died",
        replaced_by=None,
        assignment__series=publication.region_code,
    )
    met = visits.values_list("assignment__person_id", flat=True)
    return {numbers[person_id] for person_id in met if person_id in numbers}


def _places(scheme: Scheme) -> set[tuple[str, str]]:
    """Name the regions and rosters that have places; none where there is no quota."""
    quotas = Quota.objects.filter(scheme=scheme)
    return set(quotas.values_list("village_code", "roster"))


def _has_place(one: Person, places: set[tuple[str, str]]) -> bool:
    """Tell whether somebody's region has places, for all or for their roster."""
    return not places or any(
        (code, roster) in places
        for code in door.lineage(one.village_code)
        for roster in {"", one.roster}
    )
