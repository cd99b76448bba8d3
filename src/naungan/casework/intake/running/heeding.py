"""Which changes of one's files the figures on screen do not heed yet.

A run that was cancelled or failed leaves what was approved out of the figures, and
what was withdrawn in them, until another run is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import ledger
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.states import UNDECIDED
from naungan.lib import regions


CHANGED: Final = Q(state__in=("approved", "withdrawn"), removed_at=None)


@dataclass(frozen=True)
class Unheeded:
    """A file of which the figures of a region do not know what became of it."""

    batch: Batch
    region_code: str

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the figures still hold it; else they do not hold it yet."""
        return self.batch.state == "withdrawn"


@dataclass(frozen=True)
class Shown:
    """What stands behind the figures of a region: since when, and of which files.

    `read` is None where no run noted it; `since` where nothing is shown yet.
    """

    region_code: str
    since: datetime | None
    read: frozenset[int] | None

    def heeds(self, batch: Batch) -> bool:
        """Tell whether the figures are as the state of a batch asks."""
        if batch.state == "withdrawn":
            return not self._has(batch)
        return self._has(batch) or self._is_before(batch.decided_at)

    def _has(self, batch: Batch) -> bool:
        if self.read is not None:
            return batch.pk in self.read
        return self._is_before(batch.decided_at) and not self._is_before(batch.ended_at)

    def _is_before(self, moment: datetime | None) -> bool:
        return None not in (moment, self.since) and moment <= self.since  # type: ignore[operator]


def unheeded(scope: Scope, batch: Batch | None = None) -> list[Unheeded]:
    """Give the changes of one's own files, or of one, that no run has heeded yet.

    Where a run waits, runs or is held, it is on its way.
    """
    asked = ledger.batches(scope).filter(CHANGED)
    found = list(asked if batch is None else asked.filter(pk=batch.pk))
    if not found:
        return []
    open_runs = ledger.runs(scope).filter(state__in=UNDECIDED)
    busy = set(open_runs.values_list("region_code", flat=True))
    return [
        Unheeded(one, state.region_code)
        for state in _shown(scope, found)
        if state.region_code not in busy
        for one in found
        if _is_near(one.series.region_code, state.region_code) and not state.heeds(one)
    ]


def _shown(scope: Scope, batches: Iterable[Batch]) -> list[Shown]:
    """Give what stands behind the newest figures of every region around one's own."""
    newest = Publication.objects.order_by("region_code", "-run").distinct("region_code")
    near = [one for one in newest if _is_near(scope.region_code, one.region_code)]
    runs = Run.objects.filter(publication__in=near).exclude(inputs=[])
    made = {one.publication_id: one for one in runs}
    known = {one.region_code for one in near}
    asked = {_regency(one.series.region_code) for one in batches} - known - {""}
    return [
        *(_of(one, made.get(one.pk)) for one in near),
        *(Shown(code, None, frozenset()) for code in sorted(asked)),
    ]


def _of(publication: Publication, run: Run | None) -> Shown:
    if run is None:
        return Shown(publication.region_code, publication.published_at, None)
    read = frozenset(one["batch"] for one in run.inputs)
    return Shown(publication.region_code, run.started_at, read)


def _is_near(code: str, other: str) -> bool:
    return regions.lies_in(code, other) or regions.lies_in(other, code)


def _regency(code: str) -> str:
    """Give the regency whose run reads a file; "" for what is wider than one."""
    parts = code.split(".")
    few = len(parts) < ledger.REGENCY_PARTS
    return "" if few else ".".join(parts[: ledger.REGENCY_PARTS])
