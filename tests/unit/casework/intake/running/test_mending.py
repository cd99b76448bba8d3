"""What waits for work that nobody does any more is ended, and says so."""

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.casework.accounts import scope
from naungan.casework.intake import actions, tasks
from naungan.casework.intake.models import Run
from naungan.casework.intake.running import mending


pytestmark = pytest.mark.django_db


@pytest.fixture
def busy(approved, arrive, sender):
    """A dry run and a run whose work is in the queue."""
    batch = actions.set_mapping(by=sender, batch=arrive(sender), mapping={})
    batch = actions.try_out(by=sender, batch=batch)
    run = actions.ask_run(by=sender, region_code="16.04", month=24000, cause="request")
    return batch, run


def test_what_is_in_the_queue_is_left_to_it(busy):
    batch, run = busy
    assert tasks.mend() == 0
    batch.refresh_from_db()
    run.refresh_from_db()
    assert (run.state, batch.trying_since is None) == ("queued", False)


def test_what_the_queue_gave_up_is_ended(busy):
    batch, run = busy
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED)
    assert tasks.mend() == 2
    batch.refresh_from_db()
    run.refresh_from_db()
    assert (run.state, run.fault) == ("failed", mending.BROKEN)
    assert (batch.trying_since, batch.fault) == (None, mending.BROKEN)
    assert tasks.mend() == 0


def test_a_fault_of_the_program_ends_what_waits_for_it_at_once(busy, sender):
    DBTaskResult.objects.update(
        status=TaskResultStatus.FAILED, finished_at=timezone.now()
    )
    failed = DBTaskResult.objects.first().task_result
    tasks.mend_after_fault(sender=None, task_result=failed)
    scope.enter(sender)
    assert Run.objects.get().state == "failed"


def test_work_that_went_well_mends_nothing(busy):
    DBTaskResult.objects.update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now()
    )
    done = DBTaskResult.objects.first().task_result
    tasks.mend_after_fault(sender=None, task_result=done)
    assert Run.objects.get().state == "queued"
