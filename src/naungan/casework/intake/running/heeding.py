"""Which changes of one's files the figures on screen do not heed yet.

A run that was cancelled or failed leaves what was approved out of the figures, and
what was withdrawn in them, until another run is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import OuterRef, Subquery

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import ledger
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import folders
from naungan.casework.intake.states import UNDECIDED
from naungan.lib import regions


CHANGED: Final = ("approved", "withdrawn")


@dataclass(frozen=True)
class Unheeded:
    """A file of which the figures of a region do not know what became of it."""

    batch: Batch
    region_code: str
    awaits_members: bool = False

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the figures still hold it; else they do not hold it yet."""
        return self.batch.state == "withdrawn"


@dataclass(frozen=True)
class Shown:
    """What stands behind the figures of a region: the files, and when they were taken.

    `read` are numbers of batches, as the run noted them, or else hashes of contents;
    what was decided before `since` was in use when the run began.
    """

    region_code: str
    since: datetime | None
    read: frozenset[int | str]

    def heeds(self, batch: Batch) -> bool:
        """Tell whether the figures are as the state of a batch asks."""
        has = batch.pk in self.read or batch.sha256 in self.read
        if batch.state == "withdrawn":
            return not has
        decided, since = batch.decided_at, self.since
        return has or (since is not None and decided is not None and decided <= since)


def unheeded(
    scope: Scope, batches: Iterable[Batch], runs: Iterable[Run] | None = None
) -> list[Unheeded]:
    """Give which of some files changed since the figures, with no run on its way.

    `runs` are the newest ones, where they were asked for already.
    """
    found = [one for one in batches if one.state in CHANGED and not one.removed_at]
    if not found:
        return []
    told = list(ledger.unsettled(scope) if runs is None else runs)
    busy = {one.region_code for one in told if one.state in UNDECIDED}
    last = {one.region_code: one for one in sorted(told, key=lambda one: one.pk)}
    awaiting = {code for code, one in last.items() if one.state == "awaiting"}
    return [
        Unheeded(one, state.region_code, state.region_code in awaiting)
        for state in _shown(scope, found)
        if state.region_code not in busy
        for one in found
        if _is_near(one.series.region_code, state.region_code) and not state.heeds(one)
    ]


def _shown(scope: Scope, batches: Iterable[Batch]) -> list[Shown]:
    """Give what stands behind the newest figures of every region around one's own."""
    made = Run.objects.filter(publication=OuterRef("pk")).exclude(inputs=[])
    newest = (
        Publication.objects.order_by("region_code", "-run")
        .distinct("region_code")
        .annotate(
            read=Subquery(made.values("inputs")[:1]),
            begun_at=Subquery(made.values("started_at")[:1]),
        )
    )
    near = [one for one in newest if _is_near(scope.region_code, one.region_code)]
    known = {one.region_code for one in near}
    asked = {_regency(one.series.region_code) for one in batches} - known - {""}
    known_files = [_of(one, one.read, one.begun_at) for one in near]
    return [
        *(one for one in known_files if one is not None),
        *(Shown(code, None, frozenset()) for code in sorted(asked)),
    ]


def _of(
    publication: Publication, read: list[dict[str, Any]] | None, begun_at: datetime
) -> Shown | None:
    """Say what a publication was made of; None where nothing tells any more."""
    if read is not None:
        numbers = frozenset(one["batch"] for one in read)
        return Shown(publication.region_code, begun_at, numbers)
    hashes = folders.hashes_of(folders.path_of(publication.folder))
    return None if hashes is None else Shown(publication.region_code, None, hashes)


def _is_near(code: str, other: str) -> bool:
    return regions.lies_in(code, other) or regions.lies_in(other, code)


def _regency(code: str) -> str:
    """Give the regency whose run reads a file; "" for what is wider than one."""
    parts = code.split(".")
    few = len(parts) < ledger.REGENCY_PARTS
    return "" if few else ".".join(parts[: ledger.REGENCY_PARTS])
