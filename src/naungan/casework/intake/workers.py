"""What pages ask of a published snapshot about persons: lists, one person, a name.

Nothing here scans persons: every question goes by a key or to a table that the run
wrote for it. Each answer was recorded as a look by the snapshot's own door.
"""

from dataclasses import dataclass

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.person import explain_person
from naungan.engine.snapshot import Row


@dataclass(frozen=True)
class PersonPage:
    """One person with everything that their page shows."""

    row: Row
    rows: list[Row]
    coverage: Row | None
    memberships: list[Row]
    findings: list[Row]
    explained: Explanation
    unmasked: bool


def person(
    publication: Publication, scope: Scope, number: int, *, unmasked: str = ""
) -> PersonPage | None:
    """Read one person of the scope; `unmasked` is the reason for which NIK are shown."""
    snapshot = door.opened(publication, scope)
    purpose = f"membuka NIK: {unmasked}" if unmasked else "halaman orang"
    reach = door.reach(scope, purpose, unmasked=bool(unmasked))
    row = snapshot.person(reach, number)
    if row is None:
        return None
    judged = snapshot.of_person(reach, "coverage", number)
    return PersonPage(
        row=row,
        rows=snapshot.of_person(reach, "person_rows", number),
        coverage=judged[0] if judged else None,
        memberships=snapshot.memberships(reach, number),
        findings=snapshot.of_person(reach, "person_findings", number),
        explained=explain_person(snapshot, reach, row),
        unmasked=reach.sees_nik,
    )
