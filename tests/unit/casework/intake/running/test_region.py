"""A run from the queue to its end: begun, stopped, refused, published, each once."""

from types import SimpleNamespace

import pytest
from django.utils import timezone
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.casework.intake import actions, files, tombstones
from naungan.casework.intake.models import Batch, Publication, Run, Tombstone
from naungan.casework.intake.running import region
from naungan.engine import pipeline
from naungan.lib.errors import InputRefused, RunStopped


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("SARI", "DEWI")


class Watch:
    """A watch without a thread: what the engine tells goes nowhere."""

    def __init__(self, *told):
        """Keep what the watch was told."""
        self.told = told

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    tell = stopped = None


@pytest.fixture
def engine(home, monkeypatch):
    """An engine that writes a folder at once, or answers what a test wants."""

    class Engine:
        requests = ()
        answer = None
        between = None

        def run(self, request, _tell):
            self.requests = (*self.requests, request)
            if self.answer is not None:
                raise self.answer
            if self.between is not None:
                self.between()
            number = len(list(request.out.glob("runs/*"))) + 1
            folder = request.out / "runs" / f"{number:04}"
            folder.mkdir(parents=True)
            return pipeline.Outcome(folder, number, {}, {})

    found = Engine()
    monkeypatch.setattr(region, "Watch", Watch)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    monkeypatch.setattr(pipeline, "run", found.run)
    return found


@pytest.fixture
def waiting(approved, sender, engine):
    """A run that waits with one file to read."""
    batch = approved(sender)
    scope.tell(None, None, every=True)
    return Run.objects.get(), batch


def test_a_run_reads_what_is_in_use_and_is_published_as_whoever_asked(
    waiting, engine, sender
):
    run, batch = waiting
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, run.attempt, run.fraction) == ("published", 1, 1.0)
    assert run.inputs == [
        {
            "batch": batch.pk,
            "sha256": batch.sha256,
            "kind": "workers",
            "institution": "dpmd-contoh",
        }
    ]
    [request] = engine.requests
    [path] = request.workers
    assert (request.month, request.region, request.members) == (MONTH, "16.04", ())
    assert request.names == {path: "daftar.csv"}
    assert request.owners == {"daftar.csv": "dpmd-contoh"}
    published = Publication.objects.get()
    assert (published.folder, run.publication) == ("16.04/runs/0001", published)
    done = Act.objects.get(verb="publish")
    assert (done.user_id, done.institution_id) == (
        sender.user_id,
        sender.institution_id,
    )
    assert not files.run_folder(run.pk).exists()


def test_a_worker_loads_what_a_run_needs_before_the_first_one(monkeypatch):
    loaded = []
    one = SimpleNamespace(function=lambda: loaded.append("step"))
    monkeypatch.setattr(pipeline, "STEPS", (one, one))
    region.prepare()
    assert loaded == ["step", "step"]


def test_a_run_that_is_over_is_left_as_it_is(waiting, engine):
    run, _ = waiting
    region.carry_out(run.pk)
    region.carry_out(run.pk)
    assert len(engine.requests) == 1
    assert Publication.objects.count() == 1


def test_a_run_begun_by_a_dead_worker_is_begun_again(waiting, engine):
    run, _ = waiting
    Run.objects.filter(pk=run.pk).update(state="running", attempt=1)
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, run.attempt) == ("published", 2)


def test_what_another_try_published_is_not_published_again(waiting, engine):
    run, _ = waiting
    engine.between = lambda: Run.objects.filter(pk=run.pk).update(attempt=2)
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert run.state == "running"
    assert not Publication.objects.exists()


def test_a_refusal_of_the_engine_ends_the_run_with_its_sentence(waiting, engine):
    run, _ = waiting
    engine.answer = InputRefused("Berkas rusak.")
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, run.fault) == ("failed", "Berkas rusak.")
    assert run.ended_at is not None
    assert Act.objects.filter(verb="fail", noun="run").count() == 1


def test_a_run_that_was_stopped_is_cancelled(waiting, engine):
    run, _ = waiting
    engine.answer = RunStopped("berhenti")
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, run.fault) == ("cancelled", "")


def test_a_run_cancelled_after_its_last_step_is_not_published(waiting, engine, home):
    run, _ = waiting
    asked = Run.objects.filter(pk=run.pk)
    engine.between = lambda: asked.update(cancel_asked_at=timezone.now())
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, run.fault) == ("cancelled", "")
    assert not Publication.objects.exists()
    assert not list(home.snapshots.glob("**/runs/*")), "nobody reads what it computed"


def test_a_run_cancelled_before_its_worker_began_again_is_over(waiting, engine):
    run, _ = waiting
    Run.objects.filter(pk=run.pk).update(
        state="running", cancel_asked_at=timezone.now()
    )
    region.carry_out(run.pk)
    run.refresh_from_db()
    assert (run.state, engine.requests) == ("cancelled", ())


def test_a_fault_of_the_program_leaves_the_run_to_be_mended(waiting, engine):
    run, _ = waiting
    engine.answer = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        region.carry_out(run.pk)
    run.refresh_from_db()
    assert run.state == "running"


def test_the_same_inputs_are_answered_by_the_newest_publication(
    waiting, engine, sender
):
    region.carry_out(waiting[0].pk)
    scope.enter(sender)
    again = actions.start_run(by=sender, region_code="16.04")
    region.carry_out(again.pk)
    again.refresh_from_db()
    assert (again.state, again.publication) == ("published", Publication.objects.get())
    assert len(engine.requests) == 1


def test_other_months_and_other_people_hidden_make_another_publication(
    waiting, engine, monkeypatch
):
    region.carry_out(waiting[0].pk)
    monkeypatch.setattr(tombstones, "hidden", lambda _code: frozenset({7}))
    told = {"region_code": "16.04", "cause": "erasure", "state": "queued"}
    region.carry_out(Run.objects.create(month=MONTH, **told).pk)
    Batch.objects.update(month=MONTH + 1)
    region.carry_out(Run.objects.create(month=MONTH + 1, **told).pk)
    assert Publication.objects.count() == 3
    assert engine.requests[-1].leave_out == frozenset({7})
    assert not Tombstone.objects.exists()


def test_a_run_takes_its_month_from_the_payments_of_others(
    approved, sender, works, engine
):
    branch = works("membership_head", code="cabang", email="cabang@contoh.id")
    approved(branch, OTHER, kind="members", month=MONTH - 1)
    approved(sender, month=MONTH)
    scope.tell(None, None, every=True)
    run = Run.objects.get()
    region.carry_out(run.pk)
    assert engine.requests[-1].month == MONTH - 1
    assert Publication.objects.get().month == MONTH - 1


def test_a_run_without_an_asker_is_published_by_nobody(waiting, engine):
    run, _ = waiting
    Run.objects.filter(pk=run.pk).update(asked_by=None)
    region.carry_out(run.pk)
    assert Act.objects.get(verb="publish").user_id is None


def test_reports_are_written_once_and_after_a_cut_again(
    waiting, engine, monkeypatch, home
):
    run, _ = waiting
    written = []
    monkeypatch.setattr(region, "write_reports", written.append)
    assert not region.unreported(run.pk)
    region.carry_out(run.pk)
    folder = home.snapshots / "16.04" / "runs" / "0001"
    (folder / region.RETURNED).mkdir()
    assert region.unreported(run.pk)
    region.report(run.pk)
    assert written == [folder]
    assert not region.unreported(run.pk)
    assert not (folder / region.RETURNED).exists()
