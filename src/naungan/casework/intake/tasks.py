"""Background work: dry runs, runs of a region, and the demonstration's districts.

Whoever waits at a screen comes first. All of it may be done twice with the effect
of once, because a worker may be killed at any moment.
"""

import shutil
from functools import partial
from pathlib import Path
from typing import Final

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import TaskResult, task
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished

from naungan.casework.intake.models import Publication
from naungan.casework.intake.running import (
    furnishing,
    invented,
    mending,
    queue,
    region,
    trial,
)
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.running.publishing import publish
from naungan.casework.sharing.demonstration import share_in
from naungan.engine import demonstration
from naungan.engine.demonstration import Built
from naungan.law.book import enacted


PLACE: Final = "demo"
TRIALS: Final = "trials"  # the queue of a worker of its own
OF_RUNS: Final = 10
OF_REPORTS: Final = 5


@task(queue_name=TRIALS)
def try_batch(number: int) -> None:
    """Try a file out: what would be read of it, what not, and why."""
    trial.carry_out(number)


@task(priority=OF_RUNS)
def run_region(number: int) -> None:
    """Reconcile a region with what is in use, and publish the answer."""
    region.carry_out(number)
    if region.unreported(number):
        report_run.enqueue(number)


@task(priority=OF_REPORTS)
def report_run(number: int) -> None:
    """Write the reports of a published run: nobody waits for them."""
    region.report(number)


def mend() -> int:
    """End what waits for work that is no longer in the queue; give how much."""
    return mending.mend(run_region.module_path, try_batch.module_path)


@receiver(task_finished)
def mend_after_fault(
    sender: object, task_result: TaskResult[object], **_rest: object
) -> None:
    """Let nobody wait for work that a fault of the program ended."""
    del sender
    if task_result.status == TaskResultStatus.FAILED:
        mend()


@task()
def build_demonstration(code: str) -> int:
    """Build one district of the demonstration; give how many dates were published.

    Run again after an interruption it builds the same district again beside what is
    there, so that a page that is open keeps its snapshot, and publishes only the
    dates that are not out yet.
    """
    missing = set(demonstration.SNAPSHOTS) - _published(code)
    if not missing:
        return 0
    district = next(one for one in demonstration.DISTRICTS if one.code == code)
    folder = demonstration.cleared(_next_place(code))
    owner_of = partial(_owner_of, code) if invented.has_desks(code) else None
    for built in demonstration.build(district, folder, _silent, owner_of):
        if built.month in missing:
            _publish(built)
    return len(missing)


def _silent(_text: str, _fraction: float | None) -> None:
    """Nobody watches a district being built."""


def _owner_of(code: str, file: Path) -> str:
    with whole_office():
        return invented.owner_of(code, file)


def enqueue_demonstration() -> None:
    """Ask for every district that is neither published nor asked for yet."""
    asked = queue.waiting()
    for district in demonstration.DISTRICTS:
        done = _published(district.code) >= set(demonstration.SNAPSHOTS)
        if not done and district.code not in asked:
            build_demonstration.enqueue(district.code)
        elif done:
            _furnish(district.code, demonstration.SNAPSHOTS[-1])


def _published(code: str) -> set[int]:
    found = Publication.objects.filter(region_code=code, invented=True)
    return set(found.values_list("month", flat=True))


def _next_place(code: str) -> Path:
    """Give a folder for one more try; tries of which nothing was published go."""
    root = Path(settings.HOME.snapshots)
    kept = [
        root / one
        for one in Publication.objects.filter(region_code=code).values_list(
            "folder", flat=True
        )
    ]
    tries = sorted((root / PLACE / code).glob("*"))
    for one in tries:
        if not any(folder.is_relative_to(one) for folder in kept):
            shutil.rmtree(one, ignore_errors=True)
    last = max((int(one.name) for one in tries if one.name.isdecimal()), default=0)
    return root / PLACE / code / f"{last + 1:03}"


def _publish(built: Built) -> None:
    with whole_office():
        publish(
            by=None,
            region_code=built.district.code,
            month=built.month,
            folder=built.folder,
            at=timezone.now(),
            law_version=enacted().version,
            invented=True,
            sample=built.district.sample,
            remark=built.district.published,
        )
        if invented.has_desks(built.district.code):
            invented.enter(built.district.code, built.month, built.files, built.folder)
            share_in(built.district.code)
    _furnish(built.district.code, built.month)


def _furnish(code: str, month: int) -> None:
    """Add what other apps invent about a snapshot, as far as it is missing."""
    if not invented.has_desks(code):
        return
    found = Publication.objects.filter(region_code=code, month=month, invented=True)
    for publication in found.order_by("-run")[:1]:
        is_last = month == demonstration.SNAPSHOTS[-1]
        furnishing.furnish(publication, is_last=is_last)
