"""Background work of claims: everybody protected is judged each day and after a run."""

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.casework import clock
from naungan.casework.benefits.actions import judging
from naungan.casework.intake.running.publishing import published


EVERY: Final = timedelta(days=1)


@task()
def judge_risks() -> None:
    """Judge whose claim would be refused today; done twice it says the same."""
    judging.judge_all(today=clock.today())


@task()
def begin_day() -> None:
    """Judge what only the calendar changes, and ask for the next day."""
    judging.judge_all(today=clock.today())
    begin_day.using(run_after=timezone.now() + EVERY).enqueue()


def keep_days() -> None:
    """Begin the day at once where no worker waits for the next one."""
    waiting = DBTaskResult.objects.filter(
        task_path=begin_day.module_path, status=TaskResultStatus.READY
    )
    if not waiting.exists():
        begin_day.enqueue()


def listen() -> None:
    """Have everybody judged once a publication stands."""
    published.connect(_after_publication, dispatch_uid="benefits.risks")


def _after_publication(**_rest: Any) -> None:
    judge_risks.enqueue()
