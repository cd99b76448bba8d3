"""The queue of background work: what waits, and what a dead worker left behind.

A worker holds a lease as long as it lives: a lock of its session with the
database, which the database itself lets go when the worker or its connection is
gone. Work that was begun by a worker without a lease is run again; all of it may
be run twice with the effect of once.
"""

import contextlib
from collections.abc import Iterator
from typing import Final

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.lib import regions


BUILDING: Final = "naungan.casework.intake.tasks.build_demonstration"
MOST_TRIES: Final = 3
OPEN: Final = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
GAVE_UP: Final = "its worker died each time it was tried"


@contextlib.contextmanager
def lease(worker: str) -> Iterator[None]:
    """Hold the lease of a worker, on a connection that does nothing else."""
    held = connection.copy()
    try:
        with held.cursor() as cursor:
            assert _take(cursor, "pg_try_advisory_lock", worker)
            yield
            # Closing lets go too, but the server may notice that a little later.
            with contextlib.suppress(OperationalError, InterfaceError):
                _take(cursor, "pg_advisory_unlock", worker)
    finally:
        held.close()


def resume() -> int:
    """Put back in the queue what dead workers had begun; give how much.

    Work that has taken several workers with it is marked failed instead.
    """
    resumed = 0
    with transaction.atomic(), connection.cursor() as cursor:
        begun = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        for one in begun:
            worker = one.worker_ids[-1] if one.worker_ids else ""
            if not _take(cursor, "pg_try_advisory_xact_lock", worker):
                continue
            if len(one.worker_ids) >= MOST_TRIES:
                _give_up(one)
                continue
            one.status, one.started_at = TaskResultStatus.READY, None
            one.save(update_fields=["status", "started_at"])
            resumed += 1
    return resumed


def waiting() -> dict[str, str]:
    """Give the districts of the demonstration that are still being built.

    By code, with their names, in the order in which they will be done.
    """
    found = DBTaskResult.objects.filter(task_path=BUILDING, status__in=OPEN)
    asked = found.order_by("enqueued_at").values_list("args_kwargs", flat=True)
    return {code: _name(code) for (code,) in (one["args"] for one in asked)}


def _name(code: str) -> str:
    region = regions.by_code(code)
    return region.name if region else code


def _take(cursor: CursorWrapper, function: str, worker: str) -> bool:
    cursor.execute(f"SELECT {function}(hashtextextended(%s, 0))", [f"worker {worker}"])
    row = cursor.fetchone()
    return bool(row and row[0])


def _give_up(one: DBTaskResult[..., object]) -> None:
    one.status, one.finished_at = TaskResultStatus.FAILED, timezone.now()
    one.exception_class_path, one.traceback = "builtins.RuntimeError", GAVE_UP
    one.save()
