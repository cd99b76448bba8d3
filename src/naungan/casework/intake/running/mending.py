"""Runs and dry runs that lost their work: begun again, or ended where that failed.

The queue finds work of dead workers by their lease. What remains here is what the
queue gave up, and what a fault of the program ended.
"""

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.states import OPEN_RUNS


OPEN: Final = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
BROKEN: Final = gettext_noop(
    "Proses berhenti karena kesalahan program; rinciannya ada di catatan kantor."
)


def mend(run_path: str, trial_path: str) -> int:
    """End whatever waits for work that is no longer in the queue; give how much.

    The paths name the tasks of a run and of a dry run.
    """
    with whole_office():
        return _mend_runs(_working(run_path)) + _mend_trials(_working(trial_path))


def _working(path: str) -> set[int]:
    found = DBTaskResult.objects.filter(task_path=path, status__in=OPEN)
    return {one["args"][0] for one in found.values_list("args_kwargs", flat=True)}


def _mend_runs(working: set[int]) -> int:
    lost = Run.objects.filter(state__in=OPEN_RUNS).exclude(pk__in=working)
    return lost.update(state="failed", fault=BROKEN, ended_at=timezone.now())


def _mend_trials(working: set[int]) -> int:
    lost = Batch.objects.exclude(trying_since=None).exclude(pk__in=working)
    return lost.update(trying_since=None, fault=BROKEN)
