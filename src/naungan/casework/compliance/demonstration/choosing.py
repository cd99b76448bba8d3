"""Which employers of a district are pursued: known afterwards, so each story is true.

The findings of the first publication are followed through the later ones; who
registered meanwhile, who did so on paper only, and who never did is then no guess.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import employers, frozen
from naungan.casework.intake.frozen import FoundNow
from naungan.casework.intake.models import Publication


UNREGISTERED: Final = "unregistered_employer"
PAPER: Final = frozenset({"partial_workers", "underreported_wage"})
"""What is found about an employer that registered only part of what it owes."""
MOST: Final = 20_000
COURSES: Final = ("second", "third", "paper", "still")


def publications_of(newest: Publication) -> list[Publication]:
    """Give the last publication of each invented month of a region, oldest first."""
    known = Publication.objects.filter(region_code=newest.region_code, invented=True)
    by_month = {one.month: one for one in known.order_by("run")}
    return [by_month[month] for month in sorted(by_month)]


def of_kind(
    publication: Publication, by: Scope, code: str, kinds: Iterable[str] = ("company",)
) -> list[int]:
    """Give the numbers of employers with a finding, those of most people first."""
    rows = employers.found(
        publication,
        by,
        employers.Sought(code=code),
        order="people",
        limit=MOST,
        offset=0,
    )
    wanted = frozenset(kinds)
    return [row["employer_id"] for row in rows if row["kind"] in wanted]


def by_course(
    publications: Sequence[Publication], numbers: Sequence[int]
) -> dict[str, list[int]]:
    """Sort employers without a registration by what became of them, keeping the order."""
    later = [frozen.findings_now(one, numbers) for one in publications[1:]]
    found: dict[str, list[int]] = {course: [] for course in COURSES}
    for number in numbers:
        found[course_of([one.get(number, {}) for one in later])].append(number)
    return found


def course_of(later: Sequence[dict[str, FoundNow]]) -> str:
    """Say what became of one employer by its findings in the later publications."""
    missing = [UNREGISTERED in one for one in later]
    if not later or missing[-1]:
        return "still"
    if PAPER & set(later[-1]):
        return "paper"
    return "second" if not any(missing) else "third"
