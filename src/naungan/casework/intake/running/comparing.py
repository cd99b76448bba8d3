"""A computed answer beside the published one: what changed, too sharply or not.

Nothing here decides. A change is an alarm where it is beyond its bound and concerns
enough people; the month of the figures is one too, however few there are.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import folders
from naungan.casework.intake.running.bounds import PEOPLE, Bound
from naungan.engine.snapshot import EVERYWHERE, Look, Scope, Snapshot
from naungan.lib.dates import parse_month


OWN_LIST: Final = "daftar Naungan"
ALL: Final = 100  # percent
REACH: Final = Scope(
    institution="", regions=EVERYWHERE, purpose="membandingkan potret", owners=()
)


@dataclass(frozen=True)
class Totals:
    """What a snapshot says of a whole region: its month, workers, and the covered."""

    month: int
    covered: int
    workers: int

    @property
    def share(self) -> float:
        """The coverage in percent."""
        return ALL * self.covered / self.workers if self.workers else 0.0


@dataclass(frozen=True)
class Alarm:
    """One change that is beyond its bound; `kind` where it is the rows of a file."""

    code: str
    before: float
    after: float
    most: int
    kind: str = ""


@dataclass(frozen=True)
class Changed:
    """A file that came into use since the publication, or went out of it.

    `rows` it brought or took; `former` rows had the file that it replaced.
    """

    batch: int
    kind: str
    institution: str
    month: int
    came: bool
    rows: int | None
    former: int | None = None


@dataclass(frozen=True)
class Comparison:
    """What a run would change, and which of it is sharp."""

    before: Totals
    after: Totals
    alarms: tuple[Alarm, ...]
    files: tuple[Changed, ...]

    def told(self) -> dict[str, Any]:
        """Give it as the run keeps it; no name of a file is in it."""
        return asdict(self)


def totals(folder: Path, region_code: str) -> Totals:
    """Read what a snapshot says of a region, counted on the office's own lists."""
    snapshot = Snapshot.open(folder, _nobody)
    month = parse_month(snapshot.manifest["month"]) or 0
    own = [
        row
        for row in snapshot.measures(REACH, region_code)
        if row["measure"] == "coverage"
        and row["universe"] == OWN_LIST
        and parse_month(row["month"]) == month
        and all(row[name] is None for name in ("segment", "category", "funder"))
    ]
    covered = max((row["low"] or 0 for row in own), default=0)
    return Totals(
        month, covered, max((row["denominator"] or 0 for row in own), default=0)
    )


def compare(
    before: Totals,
    after: Totals,
    files: Iterable[Changed],
    bounds: dict[str, Bound],
) -> Comparison:
    """Say what is beyond its bound between a publication and what would follow it."""
    changed = tuple(files)
    found = [
        *_of_people(before, after, bounds),
        *_of_rows(changed, bounds),
        *_of_month(before, after, bounds),
    ]
    return Comparison(before, after, tuple(found), changed)


def _of_people(
    before: Totals, after: Totals, bounds: dict[str, Bound]
) -> Iterable[Alarm]:
    least = bounds[PEOPLE].most
    for code, then, now in (
        ("covered_fell", before.covered, after.covered),
        ("workers_fell", before.workers, after.workers),
    ):
        most = bounds[code].most
        if then - now >= least and ALL * (then - now) > most * then:
            yield Alarm(code, then, now, most)
    most = bounds["coverage_rose"].most
    rose = after.share - before.share > most
    # Another list brings its own people who are covered; what it does not bring counts.
    brought = max(after.workers - before.workers, 0)
    if before.covered and after.covered - before.covered - brought >= least and rose:
        yield Alarm("coverage_rose", before.share, after.share, most)


def _of_rows(files: Iterable[Changed], bounds: dict[str, Bound]) -> Iterable[Alarm]:
    least, most = bounds[PEOPLE].most, bounds["rows_changed"].most
    for one in files:
        if not one.came or one.rows is None or not one.former:
            continue
        larger, smaller = max(one.rows, one.former), min(one.rows, one.former)
        if larger - smaller >= least and ALL * (larger - smaller) > most * larger:
            yield Alarm("rows_changed", one.former, one.rows, most, one.kind)


def _of_month(
    before: Totals, after: Totals, bounds: dict[str, Bound]
) -> Iterable[Alarm]:
    ahead, back = bounds["month_ahead"].most, bounds["month_back"].most
    if after.month - before.month > ahead:
        yield Alarm("month_ahead", before.month, after.month, ahead)
    if before.month - after.month > back:
        yield Alarm("month_back", before.month, after.month, back)


def changed_files(run: Run, last: Publication) -> list[Changed]:
    """Name the files whose coming or going the run would bring into the figures."""
    told = Batch.objects.select_related("series", "institution")
    now = {one["batch"] for one in run.inputs}
    then = _read_then(last)
    came = told.filter(pk__in=now).exclude(pk__in=then)
    gone = told.filter(pk__in=then - now)
    return [
        *(_told(one, came=True) for one in came.order_by("pk")),
        *(_told(one, came=False) for one in gone.order_by("pk")),
    ]


def _read_then(last: Publication) -> set[int]:
    """Give the batches that a publication was made of: as its run noted, or by content."""
    run = Run.objects.filter(publication=last).exclude(inputs=[]).first()
    if run is not None:
        return {one["batch"] for one in run.inputs}
    hashes = folders.hashes_of(folders.path_of(last.folder)) or ()
    read = Batch.objects.filter(sha256__in=hashes, decided_at__isnull=False)
    return set(read.values_list("pk", flat=True))


def _told(batch: Batch, *, came: bool) -> Changed:
    return Changed(
        batch=batch.pk,
        kind=batch.series.kind,
        institution=batch.institution.code,
        month=batch.month,
        came=came,
        rows=batch.counts.get("accepted"),
        former=_former(batch) if came else None,
    )


def _former(batch: Batch) -> int | None:
    """Give the rows of what a batch replaced in its series, as far as it was counted."""
    if batch.mode != "replace":
        return None
    replaced = batch.series.batches.filter(state="replaced").exclude(pk=batch.pk)
    found = replaced.order_by("-decided_at").first()
    return found.counts.get("accepted") if found else None


def _nobody(_look: Look) -> None:
    """Figures of a whole region are about no person: there is no look to write."""
