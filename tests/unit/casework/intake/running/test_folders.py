"""Runs of a region stay in one folder; what nobody published is cleared away."""

import pytest
from django.utils import timezone

from naungan.casework.intake.models import Publication
from naungan.casework.intake.running import folders


pytestmark = pytest.mark.django_db


def publish(folder, run):
    return Publication.objects.create(
        region_code="16.04",
        month=24000,
        run=run,
        folder=folder,
        published_at=timezone.now(),
        law_version="1",
    )


def test_a_region_begins_in_a_folder_of_its_own(home):
    assert folders.of_region("16.04") == home.snapshots / "16.04"
    assert folders.of_region("") == home.snapshots / "00"


def test_a_region_goes_on_where_its_newest_publication_lies(home):
    publish("demo/16.04/001/hasil/runs/0003", 1)
    assert folders.of_region("16.04") == home.snapshots / "demo/16.04/001/hasil"
    publish("uji/lain", 2)
    assert folders.of_region("16.04") == home.snapshots / "16.04"


def test_unpublished_runs_go_and_the_next_follows_the_newest_published(home):
    out = home.snapshots / "16.04"
    for number in (1, 2, 3):
        (out / "runs" / f"{number:04}").mkdir(parents=True)
    (out / "current").symlink_to("runs/0003")
    for run in (1, 2):
        publish(f"16.04/runs/{run:04}", run)
    folders.clear(out)
    assert sorted(path.name for path in (out / "runs").iterdir()) == ["0001", "0002"]
    assert (out / "current").resolve().name == "0002"


def test_where_nothing_was_published_nothing_is_followed(home):
    out = home.snapshots / "16.04"
    folders.clear(out)
    (out / "runs" / "0001").mkdir(parents=True)
    (out / "current").symlink_to("runs/0001")
    folders.clear(out)
    assert list((out / "runs").iterdir()) == []
    assert not (out / "current").is_symlink()
