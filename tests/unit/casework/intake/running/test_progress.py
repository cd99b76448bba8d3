"""Progress goes forward only, and the wish to cancel reaches the engine."""

import threading

import pytest
from django.db import OperationalError
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.intake.models import Run
from naungan.casework.intake.running import progress
from naungan.casework.intake.running.progress import Watch


STEPS = frozenset({"Membaca berkas", "Memadankan"})


@pytest.fixture
def run(db):
    """A run that goes on."""
    scope.tell(None, None, every=True)
    return Run.objects.create(
        region_code="16.04", month=24000, state="running", cause="request", attempt=1
    )


def test_only_steps_are_told_and_never_move_the_whole_back(run):
    watch = Watch(run.pk, 1, STEPS)
    for text, fraction in (
        ("Memadankan", 0.5),
        ("Membaca daftar.csv", 0.9),
        ("Membaca berkas", 0.2),
        ("Menulis", None),
    ):
        watch.tell(text, fraction)
    watch.write()
    run.refresh_from_db()
    assert (run.fraction, run.sentence) == (0.5, "Membaca berkas")
    assert not watch.stopped()


def test_a_wish_to_cancel_stops_the_engine(run):
    watch = Watch(run.pk, 1, STEPS)
    Run.objects.update(cancel_asked_at=timezone.now())
    watch.write()
    assert watch.stopped()


def test_a_run_that_another_worker_took_is_stopped_and_left_alone(run):
    watch = Watch(run.pk, 1, STEPS)
    watch.tell("Memadankan", 0.5)
    Run.objects.update(attempt=2)
    watch.write()
    run.refresh_from_db()
    assert watch.stopped()
    assert run.fraction == 0.0


def test_the_thread_outlives_a_database_that_is_away(monkeypatch):
    watch, tried = Watch(1, 1, STEPS), threading.Event()

    def away():
        tried.set()
        raise OperationalError("gone")

    monkeypatch.setattr(progress, "SECONDS", 0.01)
    monkeypatch.setattr(watch, "write", away)
    with watch:
        assert tried.wait(5)
    assert not watch.stopped()
