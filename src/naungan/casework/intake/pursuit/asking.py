"""Questions about employers to a published snapshot, answered by counts alone.

Nobody is named: workers alike are counted together, persons known by number are only
told by their status. So no look at a person is recorded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import Row, Sought, Weight


__all__ = ["Found", "Sought", "Targets", "Weight"]
PURPOSE: Final = "findings"
AT_A_TIME: Final = 500


@dataclass(frozen=True)
class Found:
    """An employer of a snapshot with its findings."""

    employer: Row
    findings: list[Row]


def found(publication: Publication, scope: Scope, employer_id: int) -> Found | None:
    """Read an employer and what is found about it; None where it is not in the scope."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    employer = snapshot.employer(reach, employer_id)
    if employer is None:
        return None
    rows = snapshot.of_employer(reach, "employer_findings", employer_id)
    return Found(employer, rows)


def behind(publication: Publication, scope: Scope, employer_id: int) -> list[Row]:
    """Count members in arrears by wage, programmes and last paid month."""
    snapshot = door.opened(publication, scope)
    return snapshot.payroll_behind(door.figures(scope, PURPOSE), employer_id)


def exposed(
    publication: Publication, scope: Scope, employer_id: int, code: str
) -> list[Row]:
    """Count the workers behind a finding by wage and status of coverage."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    return snapshot.exposed_by_wage(reach, employer_id, code)


def statuses(
    publication: Publication, scope: Scope, numbers: Iterable[int]
) -> dict[int, str]:
    """Tell the status of persons by number; who is gone or hidden is left out."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    asked = sorted(set(numbers))
    told: dict[int, str] = {}
    for start in range(0, len(asked), AT_A_TIME):
        told |= snapshot.statuses(reach, asked[start : start + AT_A_TIME])
    return told


@dataclass(frozen=True)
class Targets:
    """Employers in the order of their weighted scores, with how many each weight fits."""

    rows: list[Row]
    counted: Row
    fitting: list[int]


def targets(
    publication: Publication,
    scope: Scope,
    sought: Sought,
    weights: Sequence[Weight],
    *,
    limit: int,
    offset: int = 0,
) -> Targets:
    """Read employers with findings, those first that the office wants to see first."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    rows = snapshot.employers_weighted(
        reach, sought, weights, limit=limit, offset=offset
    )
    return Targets(
        rows,
        snapshot.employers_counted(reach, sought),
        snapshot.employers_fitting(reach, sought, weights),
    )
