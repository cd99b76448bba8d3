"""Background work of collection: promises judged each day, workers gained after a run.

What a day asks is asked again by each worker that starts and then once a day; all of
it may be done twice with the effect of once.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.dispatch import receiver
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.casework import clock
from naungan.casework.collection import gains, settling
from naungan.casework.collection.models import InstalmentPlan
from naungan.casework.compliance.tasks import lapse_terms
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.running.publishing import published


EVERY: Final = timedelta(days=1)


@task()
def measure_gains(number: int) -> None:
    """Count the workers whom a publication shows as covered."""
    with whole_office():
        publication = Publication.objects.filter(pk=number).first()
        if publication is not None:
            gains.measure(publication)


@receiver(published)
def _after_publication(publication: Publication, **_rest: Any) -> None:
    """Have workers gained counted once the publication stands."""
    measure_gains.enqueue(publication.pk)


@task()
def begin_day() -> None:
    """Judge what only the calendar changes, and ask for the next day."""
    judge_promises(clock.today())
    lapse_terms()
    _ask_for_next_day()


def judge_promises(today: date) -> int:
    """Judge every promise of which an instalment is past its last day; give how many."""
    with whole_office():
        running = InstalmentPlan.objects.filter(
            state="running", lines__reopens_on__lt=today
        )
        plans = list(running.distinct().select_related("case"))
        for plan in plans:
            settling.judge_case(by=None, case=plan.case, today=today)
    return len(plans)


def keep_days() -> None:
    """Begin the day at once where no worker waits for the next one."""
    waiting = DBTaskResult.objects.filter(
        task_path=begin_day.module_path, status=TaskResultStatus.READY
    )
    if not waiting.exists():
        begin_day.enqueue()


def _ask_for_next_day() -> None:
    begin_day.using(run_after=timezone.now() + EVERY).enqueue()
