"""What pages ask of a published snapshot about employers: ranked, one, why, since when.

Findings are results and need no right to see persons; the workers behind them do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.explain.sentences import sentence
from naungan.engine.snapshot import REASONS, Row, Scope as Reach, Snapshot, Sought
from naungan.lib import dates


LIST: Final = "findings"
WHY: Final = "why_finding"
WORKERS: Final = "employer_workers"
MOST_RUNS: Final = 4
"""How many publications a history looks back at, the newest one too."""
POINTS: Final = {reason.column: reason.most for reason in REASONS}
"""What each reason adds to a score of 100 at most."""

__all__ = ["POINTS", "Sought", "sentence"]


@dataclass(frozen=True)
class Listed:
    """One page of employers with findings, and what there is to filter by.

    `counted` sums those sought; each `by_…` counts them by what the filter of that
    name could be instead.
    """

    rows: list[Row]
    counted: Row
    known: int
    by_finding: dict[str, int]
    by_scale: dict[str, int]
    by_district: dict[int, int]


def listed(
    publication: Publication,
    scope: Scope,
    sought: Sought,
    *,
    order: str,
    limit: int,
    offset: int = 0,
) -> Listed:
    """Read the employers of the scope with findings."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, LIST)
    return Listed(
        snapshot.employers_found(
            reach, sought, order=order, limit=limit, offset=offset
        ),
        snapshot.employers_counted(reach, sought),
        snapshot.employers_known(reach),
        snapshot.employers_by_finding(reach, replace(sought, code=None)),
        snapshot.employers_by_scale(reach, replace(sought, scale=None)),
        snapshot.employers_by_district(reach, replace(sought, region="")),
    )


def by_finding(publication: Publication, scope: Scope) -> dict[str, int]:
    """Count the employers of the scope by finding."""
    snapshot = door.opened(publication, scope)
    return snapshot.employers_by_finding(door.figures(scope, LIST))


def counted(publication: Publication, scope: Scope, sought: Sought) -> Row:
    """Count the employers sought: how many, with how many people and rupiah a month."""
    snapshot = door.opened(publication, scope)
    return snapshot.employers_counted(door.figures(scope, LIST), sought)


def found(
    publication: Publication,
    scope: Scope,
    sought: Sought,
    *,
    order: str,
    limit: int,
    offset: int,
) -> list[Row]:
    """Read some of the employers sought, for a file."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, LIST)
    return snapshot.employers_found(
        reach, sought, order=order, limit=limit, offset=offset
    )


@dataclass(frozen=True)
class Seen:
    """A finding about an employer in one publication; None where it was not there."""

    publication: Publication
    finding: Row | None


@dataclass(frozen=True)
class One:
    """Everything about one employer: who it is, findings, workers, files, history.

    `workers` are named only for whoever may see persons; `counted` says how many there
    are. `history` has the newest publication first, by code of finding.
    """

    employer: Row
    ranked: Row | None
    findings: list[Row]
    counted: Row
    workers: list[Row]
    rows: list[Row]
    links: list[Row]
    history: dict[str, list[Seen]]


def one(
    publication: Publication, scope: Scope, number: int, *, workers: int
) -> One | None:
    """Read one employer with the first `workers`; None where it is not in the scope."""
    reach = door.reach(scope, WORKERS)
    history = _history(publication, scope, number)
    snapshot = door.opened(publication, scope)
    with door.looking_together(snapshot, scope):
        employer = snapshot.employer(reach, number)
        if employer is None:
            return None
        return One(
            employer,
            snapshot.employer_ranked(reach, number),
            snapshot.of_employer(reach, "employer_findings", number),
            snapshot.employer_workers_counted(reach, number),
            _named(snapshot, reach, scope, number, workers),
            snapshot.of_employer(reach, "employer_rows", number),
            snapshot.of_employer(reach, "employer_links", number),
            history,
        )


def _named(
    snapshot: Snapshot, reach: Reach, scope: Scope, number: int, limit: int
) -> list[Row]:
    if not scope.may("see_persons"):
        return []
    return snapshot.employer_workers(reach, number, limit=limit)


def workers_of(
    publication: Publication,
    scope: Scope,
    number: int,
    *,
    after: str | None,
    limit: int,
) -> list[Row]:
    """Read workers of an employer in order, those first whom a finding concerns."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, WORKERS)
    return snapshot.employer_workers(reach, number, after=after, limit=limit)


def employer(publication: Publication, scope: Scope, number: int) -> Row | None:
    """Read who an employer is; None where it is not in the scope."""
    snapshot = door.opened(publication, scope)
    return snapshot.employer(door.reach(scope, WORKERS), number)


def by_codes(
    publication: Publication, scope: Scope, codes: Sequence[str]
) -> dict[str, int | None]:
    """Give the number of each employer by its NIB, NPP or NPWP; None for a strange code."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, LIST)
    found = {code: snapshot.employers_by_code(reach, code) for code in codes}
    return {
        code: rows[0]["employer_id"] if len(rows) == 1 else None
        for code, rows in found.items()
    }


@dataclass(frozen=True)
class Reasons:
    """What one finding rests on.

    `concerned` counts the workers and memberships behind it. `person` is the first of
    the workers with the rows that name them, for whoever may see persons.
    """

    concerned: int
    person: Row | None
    rows: list[Row]
    bases: list[Row]


def reasons(publication: Publication, scope: Scope, number: int, code: str) -> Reasons:
    """Read what a finding about an employer rests on."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, WHY)
    with door.looking_together(snapshot, scope):
        evidence = [
            row
            for row in snapshot.of_employer(reach, "finding_evidence", number)
            if row["code"] == code
        ]
        person: Row | None = None
        rows: list[Row] = []
        if scope.may("see_persons"):
            person, rows = _first_person(snapshot, reach, evidence)
    return Reasons(len(evidence), person, rows, _bases(snapshot, code))


def _first_person(
    snapshot: Snapshot, reach: Reach, evidence: list[Row]
) -> tuple[Row | None, list[Row]]:
    """Look at the first worker whom the scope may see, and at the rows on lists."""
    ids = [row["person_id"] for row in evidence if row["person_id"] is not None]
    return snapshot.person_on_lists(reach, ids[0]) if ids else (None, [])


def _bases(snapshot: Snapshot, code: str) -> list[Row]:
    month = dates.parse_month(snapshot.manifest["month"]) or 0
    return [
        row
        for row in snapshot.bases()
        if row["finding"] == code
        and row["from_month"] <= month
        and (row["to_month"] is None or month <= row["to_month"])
    ]


def _history(
    publication: Publication, scope: Scope, number: int
) -> dict[str, list[Seen]]:
    """Follow each finding back through the newest publications of the region."""
    newest = door.lately(publication, MOST_RUNS)
    found = [(one, _findings_then(one, scope, number)) for one in newest]
    codes = {code for _, findings in found for code in findings}
    return {
        code: [Seen(one, findings.get(code)) for one, findings in found]
        for code in sorted(codes)
    }


def _findings_then(
    publication: Publication, scope: Scope, number: int
) -> dict[str, Row]:
    """Give the findings of an employer in one publication, by code."""
    snapshot = door.opened(publication, scope)
    rows = snapshot.of_employer(door.figures(scope, LIST), "employer_findings", number)
    return {row["code"]: row for row in rows}
