"""What is past its term goes, what is in use or newest stays, and it is recorded."""

import os
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW, placed

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.casework.intake import actions, files
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import pruning


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("9001", "9002")


def later():
    return timezone.now() + timedelta(days=1)


@pytest.fixture
def publish(home):
    """Publish a folder of a region."""

    def make(code, run):
        folder = home.snapshots / code / "runs" / f"{run:04}"
        folder.mkdir(parents=True)
        return Publication.objects.create(
            region_code=code,
            month=MONTH,
            run=run,
            folder=folder.relative_to(home.snapshots).as_posix(),
            published_at=timezone.now(),
            law_version="1",
        )

    return make


def test_a_file_out_of_use_loses_content_and_name_but_not_its_entry(approved, sender):
    first = approved(sender)
    second = approved(sender, OTHER)
    place = files.file_of(first)
    assert pruning.count_old(timezone.now() - timedelta(days=1)) == 0
    assert pruning.count_old(later()) == 1
    assert pruning.remove_old(later()) == 1
    first.refresh_from_db()
    assert (first.state, first.name) == ("replaced", f"berkas {first.pk}")
    assert first.removed_at is not None
    assert not place.exists()
    assert files.file_of(second).exists()
    [done] = Act.objects.filter(verb="prune")
    assert (done.noun, done.noun_id) == ("batch", str(first.pk))
    assert pruning.remove_old(later()) == 0


def test_what_a_withdrawal_would_bring_back_does_not_come_back_without_its_file(
    approved, sender
):
    first = approved(sender)
    second = approved(sender, OTHER)
    pruning.remove_old(later())
    scope.enter(sender)
    actions.withdraw(by=sender, batch=second, reason="salah")
    first.refresh_from_db()
    assert first.state == "replaced"


def test_content_that_another_entry_needs_stays(approved, arrive, sender):
    approved(sender)
    other = actions.discard(by=sender, batch=arrive(sender, kind="members"))
    assert pruning.remove_old(later()) == 1
    assert files.file_of(other).exists()


def test_old_snapshots_go_but_the_newest_of_a_region_stays(publish):
    old, newest, alone = publish("16.04", 1), publish("16.04", 2), publish("18.10", 1)
    scope.tell(None, None, every=True)
    run = Run.objects.create(
        region_code="16.04",
        month=MONTH,
        state="published",
        cause="request",
        publication=old,
    )
    assert pruning.count_old(later()) == 1
    assert pruning.remove_old(later()) == 1
    assert set(Publication.objects.all()) == {newest, alone}
    run.refresh_from_db()
    assert run.publication is None
    [done] = Act.objects.filter(verb="prune")
    assert done.details == {"region": "16.04", "run": 1, "month": MONTH}


def test_what_was_cut_short_is_tidied_after_a_day(arrive, sender, home):
    batch = arrive(sender)
    stranger, young = home.uploads / ("a" * 64), home.uploads / ("b" * 64)
    for path in (stranger, young):
        path.write_text("x")
    old = time.time() - 2 * pruning.DAY
    for path in (stranger, files.file_of(batch)):
        os.utime(path, (old, old))
    files.run_folder(7).mkdir()
    assert pruning.tidy() == 2
    assert (stranger.exists(), young.exists()) == (False, True)
    assert files.file_of(batch).exists()
    assert not files.run_folder(7).exists()


def test_the_file_of_a_discarded_entry_is_there_until_its_term(arrive, sender):
    batch = placed(arrive(sender), state="discarded", ended_at=timezone.now())
    assert pruning.remove_old(timezone.now() - timedelta(days=1)) == 0
    assert files.file_of(batch).exists()
    assert Batch.objects.filter(removed_at=None).count() == 1
