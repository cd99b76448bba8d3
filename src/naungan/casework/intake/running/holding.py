"""A run whose answer changes the figures sharply waits for somebody.

Its snapshot lies beside the published ones and is shown to nobody, until somebody
decides or the next answer of the region takes its place.
"""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from naungan.casework import act
from naungan.casework.intake.models import Publication, Run
from naungan.casework.intake.running import comparing, folders
from naungan.casework.intake.running.bounds import bounds
from naungan.casework.intake.running.comparing import Comparison
from naungan.casework.intake.states import RUN


def sharp(run: Run, folder: Path) -> Comparison | None:
    """Compare an answer with the last publication of its region; None where it passes.

    The first answer of a region, and one whose forerunner is gone, always pass.
    """
    region = Publication.objects.filter(region_code=run.region_code)
    last = region.order_by("run").last()
    if last is None or not folders.is_there(last.folder):
        return None
    found = comparing.compare(
        comparing.totals(folders.path_of(last.folder), run.region_code),
        comparing.totals(folder, run.region_code),
        comparing.changed_files(run, last),
        bounds(),
    )
    return found if found.alarms else None


def hold(run: Run, folder: Path, found: Comparison, law_version: str) -> None:
    """Keep an answer unseen until somebody decides; what was held before is over."""
    overtake(run)
    run.state, run.held_at = "held", timezone.now()
    run.fraction, run.sentence = 1.0, ""
    run.folder = folders.place_of(folder)
    run.held = {**found.told(), "law_version": law_version}
    run.save()
    codes = [one.code for one in found.alarms]
    record(None, "hold", run, alarms=codes)
    transaction.on_commit(lambda: folders.point(folder.parent.parent))


def overtake(run: Run) -> None:
    """End what is held of a run's region: a newer answer takes its place."""
    held = Run.objects.select_for_update().filter(
        region_code=run.region_code, state="held"
    )
    for one in held.exclude(pk=run.pk):
        record(None, "drop", one)
        end(one, "drop")


def end(run: Run, verb: str) -> None:
    """End a held run; an answer that is not published goes when all is done."""
    folder, now = folders.path_of(run.folder), timezone.now()
    after = RUN.after(run.state, verb)
    assert after is not None, (run.state, verb)
    run.state, run.ended_at, run.folder = after, now, ""
    run.save()
    transaction.on_commit(lambda: _settle(folder, is_kept=verb == "release"))


def _settle(folder: Path, *, is_kept: bool) -> None:
    if not is_kept:
        folders.drop(folder)
    folders.point(folder.parent.parent)


def record(by: act.Doer | None, verb: str, run: Run, **details: object) -> None:
    """Write into the log what happened to a run that was held."""
    act.record(
        by=by,
        verb=verb,
        noun="run",
        noun_id=run.pk,
        region=run.region_code,
        **details,
    )
