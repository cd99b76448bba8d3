"""Verdicts on their way into the next run, in the words of the decisions file."""

from collections.abc import Iterator
from typing import Final

from naungan.casework.intake.running.decisions import Decision
from naungan.casework.review.kinds import KINDS, PERSON
from naungan.casework.review.models import Verdict
from naungan.casework.review.queries import held


NUMBERED: Final = {PERSON: "orang"}
"""How the engine is told of a person by number; employers are named by their rows."""


def decided(region_code: str) -> Iterator[Decision]:
    """Give what holds in a region, one line for each name of the left end.

    Who decided and why stay in the office: the file says the number of the verdict,
    not the officer's name nor the note.
    """
    for verdict in held(region_code):
        if not KINDS[verdict.kind].told:
            continue
        for left in _names(verdict):
            yield Decision(
                kind=verdict.kind,
                left=left,
                right=verdict.partner,
                by=f"petugas {verdict.decided_by_id}",
                at=verdict.decided_at.isoformat(timespec="seconds"),
                reason=f"putusan {verdict.pk}",
            )


def _names(verdict: Verdict) -> Iterator[str]:
    """Name the left end by its number and by every row that was looked at."""
    if verdict.subject in NUMBERED:
        yield f"{NUMBERED[verdict.subject]}:{verdict.number}"
    yield from sorted(verdict.sources)
