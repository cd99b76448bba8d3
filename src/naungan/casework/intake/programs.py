"""What programs ask of a published snapshot beside what pages ask."""

from dataclasses import dataclass
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.explain.employer import explain_employer
from naungan.engine.explain.explanation import Explanation
from naungan.engine.snapshot import Row, Sought


EMPLOYERS: Final = "api_findings"
ONE: Final = "api_employer"
WORKERS: Final = "api_uncovered"
REVIEW: Final = "api_review"


@dataclass(frozen=True)
class EmployerAnswer:
    """One employer with its place in the order, its findings and why they hold."""

    row: Row
    ranked: Row | None
    findings: list[Row]
    explained: Explanation


def sources(publication: Publication, scope: Scope) -> list[Row]:
    """Name every file that a publication was made of: kind, hash, lines; not its name."""
    found: list[Row] = door.opened(publication, scope).manifest["inputs"]
    return [
        {name: one[name] for name in ("kind", "sha256", "lines", "accepted")}
        for one in found
    ]


def employers(
    publication: Publication,
    scope: Scope,
    *,
    finding: str | None,
    region_code: str,
    limit: int,
    offset: int,
) -> list[Row]:
    """Read employers with findings, the most pressing first."""
    sought = Sought(code=finding, region=region_code)
    reach = door.figures(scope, EMPLOYERS)
    return door.opened(publication, scope).employers_found(
        reach, sought, limit=limit, offset=offset
    )


def employer(
    publication: Publication, scope: Scope, number: int
) -> EmployerAnswer | None:
    """Read one employer of the scope; None where it is not in it."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, ONE)
    row = snapshot.employer(reach, number)
    if row is None:
        return None
    named = scope.may("see_persons")
    return EmployerAnswer(
        row=row,
        ranked=snapshot.employer_ranked(reach, number),
        findings=snapshot.of_employer(reach, "employer_findings", number),
        explained=explain_employer(snapshot, reach, row, name_people=named),
    )


def review_counts(
    publication: Publication, scope: Scope, region_code: str
) -> tuple[int, int]:
    """Count the pairs of persons, and of employers, that await review in a region."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, REVIEW)
    return (
        snapshot.review_count(reach, region_code),
        snapshot.employer_pair_count(reach, region_code),
    )
