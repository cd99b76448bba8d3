"""A sharp answer is held: kept, unseen, once; the next answer takes its place."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import (
    comparing,
    folders,
    holding,
    region,
)
from naungan.casework.intake.running.comparing import Totals
from naungan.engine import pipeline


pytestmark = pytest.mark.django_db
MANY = Totals(MONTH, 5_000, 20_000)
NOBODY = Totals(MONTH, 0, 20_000)
OTHER = HEADER + ROW.replace("SARI", "DEWI")


class Watch:
    """A watch without a thread."""

    def __init__(self, *told):
        """Keep what the watch was told."""
        self.told = told

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    tell = stopped = None


@pytest.fixture
def counted(home, monkeypatch):
    """An engine whose snapshots say what a test wants: totals by number of the run."""
    said = {}

    def run(request, _tell):
        said_next = said.pop("next", MANY)
        folder = request.out / "runs" / f"{len(said) + 1:04}"
        folder.mkdir(parents=True)
        (folder / folders.MANIFEST).write_text("{}")
        said[folder] = said_next
        (request.out / "current").unlink(missing_ok=True)
        (request.out / "current").symlink_to(folder)
        return pipeline.Outcome(folder, len(said), {}, {})

    monkeypatch.setattr(region, "Watch", Watch)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.setattr(comparing, "totals", lambda folder, _code: said[folder])
    return said


def carried_out(run):
    scope.tell(None, None, every=True)
    region.carry_out(run.pk)
    run.refresh_from_db()
    return run


@pytest.fixture
def held(approved, sender, counted, django_capture_on_commit_callbacks):
    """A run that is held: its file leaves nobody covered."""
    approved(sender)
    scope.tell(None, None, every=True)
    carried_out(Run.objects.get())
    approved(sender, OTHER, kind="members", region_code="16.04")
    scope.tell(None, None, every=True)
    counted["next"] = NOBODY
    with django_capture_on_commit_callbacks(execute=True):
        return carried_out(Run.objects.get(state="queued"))


def current(home):
    return (home.snapshots / "16.04" / "current").resolve().name


def test_a_sharp_answer_is_held_and_shown_to_nobody(held, home):
    assert (held.state, held.ended_at, held.publication) == ("held", None, None)
    assert Publication.objects.count() == 1
    assert held.folder == "16.04/runs/0002"
    assert current(home) == "0001"
    [alarm] = held.held["alarms"]
    assert (alarm["code"], alarm["before"], alarm["after"]) == ("covered_fell", 5000, 0)
    [file] = held.held["files"]
    assert (file["kind"], file["came"]) == ("members", True)
    assert Act.objects.filter(verb="hold", noun="run").count() == 1


def test_a_held_run_is_not_begun_again(held):
    carried_out(held)
    assert (held.state, held.attempt) == ("held", 1)
    assert Act.objects.filter(verb="hold").count() == 1


def test_an_even_answer_takes_the_place_of_a_held_one(
    held, home, sender, django_capture_on_commit_callbacks
):
    wrong = Batch.objects.get(series__kind="members")
    scope.enter(sender)
    actions.withdraw(by=sender, batch=wrong, reason="bulan salah")
    scope.tell(None, None, every=True)
    run = Run.objects.get(state="queued")
    # What is in use now is what the publication was made of: it answers at once.
    with django_capture_on_commit_callbacks(execute=True):
        run = carried_out(run)
    assert run.state == "published"
    held.refresh_from_db()
    assert held.state == "dropped"
    assert not (home.snapshots / "16.04" / "runs" / "0002").exists()


def test_a_second_sharp_answer_is_held_instead_of_the_first(
    held, approved, sender, counted, home, django_capture_on_commit_callbacks
):
    approved(sender, OTHER + "\n", region_code="16.04.01.2002")
    counted["next"] = NOBODY
    scope.tell(None, None, every=True)
    with django_capture_on_commit_callbacks(execute=True):
        second = carried_out(Run.objects.get(state="queued"))
    held.refresh_from_db()
    assert (held.state, second.state) == ("dropped", "held")
    assert len(second.held["files"]) == 2
    assert not (home.snapshots / "16.04" / "runs" / "0002").exists()
    assert current(home) == "0001"


def test_what_a_dead_worker_computed_is_cleared_and_what_is_held_stays(held, home):
    left = home.snapshots / "16.04" / "runs" / "0009"
    left.mkdir()
    folders.clear(home.snapshots / "16.04")
    assert not left.exists()
    assert (home.snapshots / held.folder).exists()


def test_somebody_publishes_it_all_the_same_with_a_reason(
    held, sender, approver, home, django_capture_on_commit_callbacks
):
    scope.enter(approver)
    with pytest.raises(ActRefused, match="alasan"):
        actions.release(by=approver, run=held, reason=" ")
    with django_capture_on_commit_callbacks(execute=True):
        after = actions.release(by=approver, run=held, reason="pabrik tutup")
    assert (after.state, after.reason) == ("published", "pabrik tutup")
    assert after.decided_by_id == approver.user_id
    assert after.publication.folder == "16.04/runs/0002"
    assert current(home) == "0002"
    assert Act.objects.get(verb="release").user_id == approver.user_id
    assert Act.objects.filter(verb="publish").count() == 2
    with pytest.raises(ActRefused, match="sudah terbit"):
        actions.release(by=approver, run=held, reason="lagi")


def test_somebody_drops_it(held, approver, home, django_capture_on_commit_callbacks):
    scope.enter(approver)
    with django_capture_on_commit_callbacks(execute=True):
        after = actions.drop(by=approver, run=held)
    assert (after.state, after.folder) == ("dropped", "")
    assert not (home.snapshots / "16.04" / "runs" / "0002").exists()
    assert current(home) == "0001"
    assert Publication.objects.count() == 1


def test_whoever_may_not_approve_or_works_elsewhere_decides_nothing(
    held, sender, approver, works
):
    assert "wewenang" in ledger.why_not_decide(sender, held)
    assert ledger.why_not_decide(approver, held) == ""
    far = replace(approver, region_code="16.05")
    assert "di luar wilayah" in ledger.why_not_decide(far, held)
    near = works("branch_head", code="dekat", email="dekat@contoh.id")
    assert "berkasnya dipakai" in ledger.why_not_decide(near, held)
    village = replace(approver, region_code="16.04.01.2001")
    assert "di luar wilayah" in ledger.why_not_decide(village, held)


def test_where_a_second_person_is_asked_for_nobody_decides_about_their_own_file(
    held, approver, strict
):
    scope.tell(None, None, every=True)
    Batch.objects.filter(series__kind="members").update(received_by=approver.user_id)
    scope.enter(approver)
    assert "orang kedua" in ledger.why_not_decide(approver, held)
    with pytest.raises(ActRefused, match="orang kedua"):
        actions.drop(by=approver, run=held)


def test_where_only_villages_sent_files_whoever_is_wide_enough_decides(held, works):
    scope.tell(None, None, every=True)
    Institution.objects.filter(code="dpmd-contoh").update(region_code="16.04.01.2001")
    near = works("branch_head", code="dekat", email="dekat@contoh.id")
    assert ledger.why_not_decide(near, held) == ""


def test_a_publication_whose_snapshot_is_gone_is_compared_with_nothing(held):
    Publication.objects.update(folder="tidak/ada")
    assert holding.sharp(held, Path("mana/pun")) is None


def test_a_wrong_file_of_bounds_ends_the_run_with_its_sentence(
    approved, sender, counted, home
):
    approved(sender)
    scope.tell(None, None, every=True)
    carried_out(Run.objects.get())
    (home.path / "bounds.toml").write_text("[x]\n")
    approved(sender, OTHER)
    run = carried_out(Run.objects.get(state="queued"))
    assert run.state == "failed"
    assert "batas x tidak dikenal" in run.fault
    assert run.ended_at <= timezone.now()
