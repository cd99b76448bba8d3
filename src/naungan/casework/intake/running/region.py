"""One run of a region, from the queue to the publication, in short transactions.

A worker that is killed at any moment leaves a run that another begins again: what
was not published is cleared away, what was published is not published twice.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from naungan.casework import act
from naungan.casework.intake import ledger
from naungan.casework.intake.models import Publication, Run
from naungan.casework.intake.running import folders, holding, inputs
from naungan.casework.intake.running.database import patiently, whole_office
from naungan.casework.intake.running.inputs import Inputs
from naungan.casework.intake.running.progress import Watch
from naungan.casework.intake.running.publishing import publish_run
from naungan.casework.intake.states import OPEN_RUNS
from naungan.engine import pipeline
from naungan.engine.report import RETURNED, write_reports
from naungan.engine.work import Request
from naungan.law.book import enacted
from naungan.lib.errors import Refusal, RunStopped


REPORTED: Final = ".reported"
STEPS: Final = frozenset(
    {*(step.label for step in pipeline.STEPS), "Menulis potret", "Selesai"}
)


@dataclass(frozen=True)
class Asker:
    """Whoever asked for a run: an act of theirs publishes it."""

    user_id: int
    institution_id: int | None


@dataclass(frozen=True)
class Begun:
    """A run that a worker holds, with all it needs to compute without the database."""

    run: Run
    inputs: Inputs
    out: Path


def prepare() -> None:
    """Load every step and the law before the first run, for which somebody waits."""
    for step in pipeline.STEPS:
        step.function()
    enacted()


def carry_out(number: int) -> None:
    """Do a run whatever was done of it before; one that is over is left as it is."""
    begun = patiently(lambda: _begin(number))
    if begun is not None:
        _do(begun)


def unreported(number: int) -> bool:
    """Tell whether a run was published and its reports are still to be written."""
    folder = patiently(lambda: _published(number))
    return folder is not None and not (folder / REPORTED).exists()


def report(number: int) -> None:
    """Write the reports of a published run, after whatever was begun of them."""
    folder = patiently(lambda: _published(number))
    if folder is not None:
        shutil.rmtree(folder / RETURNED, ignore_errors=True)
        write_reports(folder)
        (folder / REPORTED).touch()


def _do(begun: Begun) -> None:
    try:
        folder = _compute(begun)
        patiently(lambda: _publish(begun, folder))
    except RunStopped:
        patiently(lambda: _close(begun, "cancel"))
    except Refusal as refusal:
        fault = str(refusal)
        patiently(lambda: _close(begun, "fail", fault))
    finally:
        inputs.forget(begun.run)


def _begin(number: int) -> Begun | None:
    """Take a run in hand, with what is in use at this moment; None where it is over."""
    with whole_office():
        run = Run.objects.select_for_update().filter(pk=number).first()
        if run is None or run.state not in OPEN_RUNS:
            return None
        if run.cancel_asked_at is not None:
            _end(run, "cancelled")
            return None
        run.state, run.attempt = "running", run.attempt + 1
        run.started_at = run.started_at or timezone.now()
        # Whoever asked may not have seen the files of others, which say the month.
        run.month = ledger.month_of(run.region_code) or run.month
        run.save(update_fields=["state", "attempt", "started_at", "month"])
        found = inputs.gather(run)
        run.inputs, run.fingerprint = found.told(), found.fingerprint
        if lacks_members(run, found):
            _end(run, "awaiting")
            inputs.forget(run)
            return None
        same = _same(run)
        if same is not None:
            holding.overtake(run)
            run.publication = same
            _end(run, "published")
            return None
        run.save(update_fields=["inputs", "fingerprint"])
        return Begun(run, found, folders.of_region(run.region_code))


def lacks_members(run: Run, found: Inputs) -> bool:
    """Tell whether the first figures of a region would call what nobody knows a zero.

    Where figures stand already, an answer without members is a sharp change: it is
    held until somebody decides.
    """
    published = Publication.objects.filter(region_code=run.region_code)
    return not found.of("members") and not published.exists()


def _same(run: Run) -> Publication | None:
    """Give the newest publication where it answers exactly what is asked now."""
    newest = Publication.objects.filter(region_code=run.region_code)
    last = newest.order_by("run").last()
    same = Run.objects.filter(publication=last, fingerprint=run.fingerprint)
    return last if last is not None and same.exists() else None


def _compute(begun: Begun) -> Path:
    run, given = begun.run, begun.inputs
    folders.clear(begun.out)
    with Watch(run.pk, run.attempt, STEPS) as watch:
        request = Request(
            month=run.month,
            out=begun.out,
            region=run.region_code or None,
            decisions=given.decisions,
            owners=given.owners,
            names=given.names,
            mappings=given.mappings,
            leave_out=given.leave_out,
            stop=watch.stopped,
            workers=given.of("workers"),
            members=given.of("members"),
            employers=given.of("employers"),
            contributions=given.of("contributions"),
            universe=given.of("universe"),
        )
        return pipeline.run(request, watch.tell).folder


def _published(number: int) -> Path | None:
    with whole_office():
        found = Publication.objects.filter(runs=number).first()
    return Path(settings.HOME.snapshots) / found.folder if found else None


def _publish(begun: Begun, folder: Path) -> None:
    """Publish what was computed, or hold it, unless the run is no longer this worker's."""
    with whole_office():
        run = _ours(begun.run)
        if run is None:
            return
        if run.cancel_asked_at is not None:  # after the run had drawn its last breath
            raise RunStopped("Dibatalkan sebelum diterbitkan.")
        law_version = enacted().version
        found = holding.sharp(run, folder)
        if found is not None:
            holding.hold(run, folder, found, law_version)
            return
        holding.overtake(run)
        run.publication = publish_run(
            by=_asker(run), run=run, folder=folder, law_version=law_version
        )
        run.fraction, run.sentence = 1.0, ""
        _end(run, "published")


def _close(begun: Begun, verb: str, fault: str = "") -> None:
    """Note that a run ended without a publication, and why.

    What a cancelled one wrote goes first: whoever sees its end finds nothing of it any
    more. After a failure the next run clears: a full disk must not keep it from ending.
    """
    with whole_office():
        run = _ours(begun.run)
        if run is None:
            return
        if verb == "cancel":
            folders.clear(begun.out)
        run.fault = fault
        _end(run, "cancelled" if verb == "cancel" else "failed")
        act.record(
            by=_asker(run),
            verb=verb,
            noun="run",
            noun_id=run.pk,
            region=run.region_code,
            fault=fault,
        )


def _ours(begun: Run) -> Run | None:
    """Give a run locked, where this worker's try at it still counts."""
    ours = Run.objects.select_for_update().filter(
        pk=begun.pk, state="running", attempt=begun.attempt
    )
    return ours.first()


def _end(run: Run, state: str) -> None:
    run.state, run.ended_at = state, timezone.now()
    run.save()


def _asker(run: Run) -> Asker | None:
    return Asker(run.asked_by_id, run.institution_id) if run.asked_by_id else None
