"""What pages ask of a published snapshot about persons: lists, one person, a name.

Nothing here scans persons: every question goes by a key or to a table that the run
wrote for it. Each answer was recorded as a look by the snapshot's own door.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.person import explain_whole
from naungan.engine.snapshot import EVERYWHERE, Row, Snapshot, Whole
from naungan.lib.numbers import is_number


LIST: Final = "uncovered_list"
COVERED: Final = ("active", "partial_programmes")
"""The statuses that count as covered."""
UNSAID: Final = "unknown"
CHECKED: Final = "check_list"
NIK_DIGITS: Final = 16
MOST_LINKS: Final = 10
"""How many runs of merging and splitting are followed."""


@dataclass(frozen=True)
class Wanted:
    """Which rows of a list are asked for.

    Without a `status` whoever has some programmes only is left out: they count as
    covered. `among` keeps only these persons, `without` leaves these out.
    """

    status: str | None = None
    category: str | None = None
    segment: str | None = None
    among: Collection[int] | None = None
    without: Collection[int] = ()

    def keeps(self, row: Row) -> bool:
        """Tell whether a row is asked for, as far as the door does not."""
        if self.status is None and row["status"] in COVERED:
            return False
        return row["person_id"] not in self.without

    def keeps_named(self, row: Row) -> bool:
        """Tell whether a person who was looked up by number is asked for."""
        asked = (self.status, self.category, self.segment)
        held = (row["status"], row["category"] or UNSAID, row["segment"] or UNSAID)
        pairs = zip(asked, held, strict=True)
        same = all(one in (None, other) for one, other in pairs)
        return same and self.keeps(row)


@dataclass(frozen=True)
class Listed:
    """One page of a list, and where the next one begins; None at the end."""

    rows: list[Row]
    after: str | None


def uncovered(
    publication: Publication,
    scope: Scope,
    region_code: str,
    wanted: Wanted,
    *,
    limit: int,
    after: str | None = None,
    purpose: str = LIST,
) -> Listed:
    """Read a page of the people of a region who are not protected."""
    if wanted.among is not None:
        return _named(publication, scope, wanted, limit, after, purpose)
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, purpose)
    kept: list[Row] = []
    while len(kept) <= limit:
        asked = limit + 1 - len(kept)
        rows = snapshot.uncovered(
            reach,
            region_code,
            status=wanted.status,
            category=wanted.category,
            segment=wanted.segment,
            after=after,
            limit=asked,
        )
        kept += [row for row in rows if wanted.keeps(row)]
        if len(rows) < asked:
            break
        after = rows[-1]["key"]
    last = kept[limit - 1]["key"] if len(kept) > limit else None
    return Listed(_with_employers(snapshot, kept[:limit]), last)


def _named(
    publication: Publication,
    scope: Scope,
    wanted: Wanted,
    limit: int,
    after: str | None,
    purpose: str,
) -> Listed:
    """Read those of a set of persons who are asked for, in order of their number."""
    from_number = int(after) if after and is_number(after) else -1
    numbers = sorted(one for one in wanted.among or () if one > from_number)
    kept: list[Row] = []
    for start in range(0, len(numbers), limit):
        some = among(publication, scope, numbers[start : start + limit], purpose)
        kept += [row for row in some.values() if wanted.keeps_named(row)]
        if len(kept) > limit:
            break
    kept.sort(key=lambda row: row["person_id"])
    last = str(kept[limit - 1]["person_id"]) if len(kept) > limit else None
    return Listed(kept[:limit], last)


def _with_employers(snapshot: Snapshot, rows: list[Row]) -> list[Row]:
    ids = [row["employer_id"] for row in rows if row.get("employer_id")]
    names = snapshot.employer_names(ids) if ids else {}
    return [{**row, "employer_name": names.get(row["employer_id"])} for row in rows]


def all_uncovered(
    publication: Publication,
    scope: Scope,
    region_code: str,
    wanted: Wanted,
    *,
    at_a_time: int,
    purpose: str = LIST,
) -> Iterator[Row]:
    """Read everybody of a region, page by page; each page is on record."""
    after: str | None = None
    while True:
        page = uncovered(
            publication,
            scope,
            region_code,
            wanted,
            limit=at_a_time,
            after=after,
            purpose=purpose,
        )
        yield from page.rows
        after = page.after
        if after is None:
            return


@dataclass(frozen=True)
class ToMend:
    """What of a village's people its list should say better, a few by name.

    `faults` counts people by state of the NIK, and `twice` those who seem to stand on
    the list twice; `uncovered` are the first who are not protected.
    """

    faults: dict[str, int]
    rows: list[Row]
    uncovered: list[Row]


def to_mend(
    publication: Publication, scope: Scope, village_code: str, *, limit: int
) -> ToMend:
    """Read what is worth mending first on the list of a village."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, "mending")
    with door.looking_together(snapshot, scope):
        rows = snapshot.to_mend(reach, village_code, limit)
        first = snapshot.uncovered(reach, village_code, limit=limit)
    faults = {row["fault"]: row["people"] for row in rows}
    return ToMend(faults, rows, [row for row in first if Wanted().keeps(row)])


def counts(publication: Publication, scope: Scope, region_code: str) -> list[Row]:
    """Count a region's people by status, segment and category; nobody is named."""
    snapshot = door.opened(publication, scope)
    return snapshot.uncovered_counts(door.reach(scope, LIST), region_code)


def how_many(
    publication: Publication, scope: Scope, village_code: str, without: Iterable[int]
) -> int:
    """Count the people of a village who are not protected; nobody is named."""
    snapshot = door.opened(publication, scope)
    return snapshot.uncovered_in(door.reach(scope, LIST), village_code, without)


def among(
    publication: Publication, scope: Scope, numbers: Iterable[int], purpose: str
) -> dict[int, Row]:
    """Read a few persons with their status now, by number; who is gone is left out."""
    asked = sorted(set(numbers))
    if not asked:
        return {}
    snapshot = door.opened(publication, scope)
    rows = snapshot.persons_among(door.reach(scope, purpose), asked)
    return {row["person_id"]: row for row in rows}


def heirs(
    publication: Publication, scope: Scope, numbers: Iterable[int]
) -> dict[int, tuple[int, ...]]:
    """Tell which persons of a snapshot those of earlier runs have become.

    Whoever was merged is the person they were merged into; whoever was split is
    themselves and the person split off.
    """
    asked = sorted(set(numbers))
    links = _links(publication, scope, asked)
    return {one: tuple(sorted(_follow(one, links))) for one in asked}


def _links(
    publication: Publication, scope: Scope, numbers: list[int]
) -> dict[int, list[Row]]:
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, "lineage")
    found: dict[int, list[Row]] = {}
    asked = numbers
    for _ in range(MOST_LINKS):
        if not asked:
            break
        rows = snapshot.successors(reach, asked)
        for row in rows:
            found.setdefault(row["previous_id"], []).append(row)
        asked = sorted({row["person_id"] for row in rows} - found.keys())
    return found


def _follow(number: int, links: dict[int, list[Row]]) -> set[int]:
    now, seen, waiting = set(), set(), [number]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        later = links.get(one, [])
        if all(row["kind"] != "merge" for row in later):
            now.add(one)
        waiting += [row["person_id"] for row in later]
    return now or {number}


@dataclass(frozen=True)
class PersonPage:
    """One person with everything that their page shows."""

    known: Whole
    explained: Explanation
    unmasked: bool


def person(
    publication: Publication, scope: Scope, number: int, *, unmasked: str = ""
) -> PersonPage | None:
    """Read one person of the scope; `unmasked` is what NIK are shown for, if they are."""
    snapshot = door.opened(publication, scope)
    purpose = unmasked or "person_page"
    reach = door.reach(scope, purpose, unmasked=bool(unmasked))
    with door.looking_together(snapshot, scope, "persons"):
        known = snapshot.whole(reach, number)
    if known is None:
        return None
    return PersonPage(known, explain_whole(snapshot, known), reach.sees_nik)


@dataclass(frozen=True)
class Found:
    """What a search found, each list cut at a limit.

    `members` are memberships under a NIK that no list names.
    """

    employers: list[Row]
    persons: list[Row]
    members: list[Row]


def search(
    publication: Publication, scope: Scope, written: str, *, limit: int
) -> Found:
    """Find employers by name or number, and persons by name or NIK, for who may see them.

    A NIK is looked up by one key and stands in no log: the look names the persons.
    """
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, "search")
    digits = written.replace(" ", "").replace(".", "").replace("-", "")
    is_nik = digits.isdecimal() and len(digits) == NIK_DIGITS
    employers: list[Row] = []
    if scope.may("see_employers") and not is_nik:
        employers = snapshot.employers_by_code(reach, written)[:limit]
        employers = employers or snapshot.employers_named(reach, written, limit)
    persons: list[Row] = []
    members: list[Row] = []
    if scope.may("see_persons"):
        persons = (
            snapshot.persons_by_nik(reach, int(digits))[:limit]
            if is_nik
            else snapshot.persons_by_name(reach, written, limit)
        )
        if is_nik and not persons:
            members = snapshot.members_by_nik(reach, int(digits))[:limit]
    return Found(employers, persons, members)


def standing_of(
    publication: Publication, scope: Scope, niks: Sequence[int], region_code: str
) -> dict[int, Row]:
    """Answer for each NIK, by its place among those asked; the look is on record.

    The answer is about the whole region of the list, which may be wider than that of
    whoever asks: a village must learn that somebody stands elsewhere. See the door of
    the snapshot for what a row holds: no identity leaves.
    """
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, CHECKED)
    wide = (region_code,) if region_code else EVERYWHERE
    return snapshot.standing_of(replace(reach, regions=wide), niks)
