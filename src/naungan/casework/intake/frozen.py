"""What a case keeps of a snapshot: an employer, its findings and what they rest on.

Evidence is given as counts, and numbers of persons and memberships; nobody is named.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Look, Row, Scope as Reach, Snapshot


CASE_OPENED: Final = "case_opened"
PUBLISHED: Final = "findings"


@dataclass(frozen=True)
class Frozen:
    """An employer with its findings; `evidence` holds counts and numbers by code."""

    employer: Row
    findings: list[Row]
    evidence: dict[str, dict[str, Any]]


def employer(publication: Publication, scope: Scope, number: int) -> Frozen | None:
    """Read an employer of the scope as a case keeps it; None where it is not there."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, CASE_OPENED)
    with door.looking_together(snapshot, scope):
        found = snapshot.employer(reach, number)
        if found is None:
            return None
        evidence = snapshot.of_employer(reach, "finding_evidence", number)
        findings = snapshot.of_employer(reach, "employer_findings", number)
    return Frozen(found, findings, _evidence(evidence))


def _evidence(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    codes = Counter(row["code"] for row in rows)
    return {
        code: {
            "rows": count,
            "persons": sorted(
                {r["person_id"] for r in rows if r["code"] == code and r["person_id"]}
            ),
            "kpjs": sorted({r["kpj"] for r in rows if r["code"] == code and r["kpj"]}),
        }
        for code, count in codes.items()
    }


@dataclass(frozen=True)
class FoundNow:
    """What a publication says of an employer under one code."""

    employer_id: int
    people: int
    monthly_idr: int


def findings_now(
    publication: Publication, numbers: Sequence[int]
) -> dict[int, dict[str, FoundNow]]:
    """Read what is found now about employers by the numbers they had once.

    The office itself asks, for all its cases at once; it looks at no person.
    """
    snapshot = Snapshot.open(door.place(publication), _nobody)
    reach = Reach(institution="", regions=EVERYWHERE, purpose=PUBLISHED, owners=())
    found: dict[int, dict[str, FoundNow]] = {}
    for row in snapshot.findings_of(reach, sorted(set(numbers))):
        now = FoundNow(row["employer_id"], row["people"] or 0, row["monthly_idr"] or 0)
        found.setdefault(row["asked"], {})[row["code"]] = now
    return found


def _nobody(_look: Look) -> None:
    """Refuse a look at a person: this door is for findings alone."""
    raise AssertionError("findings were read with a person")
