"""Work that a dead worker had begun is found by its lease."""

import uuid

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from naungan.casework.intake.running import queue


pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def begun(db):
    """Put work into the queue as if these workers had begun it."""

    def make(*workers, code="18.10", status="RUNNING"):
        return DBTaskResult.objects.create(
            status=status,
            started_at=timezone.now() if workers else None,
            args_kwargs={"args": [code], "kwargs": {}},
            task_path=queue.BUILDING,
            worker_ids=list(workers),
            backend_name="default",
            run_after=get_date_max(),
            exception_class_path="",
            traceback="",
        )

    return make


def test_work_of_a_worker_that_is_gone_is_ready_again(begun):
    one = begun("mati")
    assert queue.resume() == 1
    one.refresh_from_db()
    assert (one.status, one.started_at, one.worker_ids) == ("READY", None, ["mati"])


def test_work_of_a_worker_that_lives_is_left_to_it(begun):
    worker = uuid.uuid4().hex
    one = begun(worker)
    with queue.lease(worker):
        assert queue.resume() == 0
    one.refresh_from_db()
    assert one.status == "RUNNING"
    assert queue.resume() == 1


def test_two_workers_of_one_name_cannot_both_hold_a_lease(db):
    worker = uuid.uuid4().hex
    with queue.lease(worker), pytest.raises(AssertionError), queue.lease(worker):
        pass


def test_work_that_takes_every_worker_with_it_is_given_up(begun):
    one = begun("satu", "dua", "tiga")
    assert queue.resume() == 0
    one.refresh_from_db()
    assert one.status == "FAILED"
    assert one.traceback == queue.GAVE_UP


def test_districts_wait_in_the_order_in_which_they_were_asked(begun):
    begun(code="18.10", status="READY")
    begun("hidup", code="16.04")
    begun("usai", code="32.02", status="SUCCESSFUL")
    assert list(queue.waiting()) == ["18.10", "16.04"]
    assert "Pringsewu" in queue.waiting()["18.10"]
