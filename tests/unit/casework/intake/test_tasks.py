"""A district of the demonstration is built once, and again only what is missing."""

import shutil
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from naungan.casework.accounts import desks, scope
from naungan.casework.accounts.demonstration import people_desks
from naungan.casework.accounts.models import Appointment, User
from naungan.casework.intake import tasks
from naungan.casework.intake.models import Publication
from naungan.engine import demonstration
from naungan.engine.demonstration import Built


DISTRICT = demonstration.DISTRICTS[2]
CODE = DISTRICT.code


@pytest.fixture
def snapshots(db, settings, tmp_path, monkeypatch):
    """A home in which districts build at once, as far as they are let."""
    from naungan.office.home import Home

    settings.HOME = Home(tmp_path)
    limit = {"dates": 3}

    def build(district, folder, tell, owner_of):
        del tell, owner_of
        for number, month in enumerate(demonstration.SNAPSHOTS):
            if number == limit["dates"]:
                raise ConnectionError("killed")
            made = folder / "hasil" / str(number)
            made.mkdir(parents=True)
            yield Built(district, month, made, made, {}, 0)

    monkeypatch.setattr(demonstration, "build", build)
    return tmp_path / "snapshots" / tasks.PLACE / CODE, limit


def published():
    scope.tell(None, None, every=True)
    return list(Publication.objects.order_by("month").values_list("folder", flat=True))


def test_every_date_is_published_once(snapshots):
    assert tasks.build_demonstration.call(CODE) == 3
    assert published() == [f"demo/{CODE}/001/hasil/{number}" for number in range(3)]
    assert tasks.build_demonstration.call(CODE) == 0


def test_an_interrupted_district_keeps_what_is_out_and_adds_the_rest(snapshots):
    folder, limit = snapshots
    limit["dates"] = 1
    with pytest.raises(ConnectionError):
        tasks.build_demonstration.call(CODE)
    limit["dates"] = 3
    assert tasks.build_demonstration.call(CODE) == 2
    first, *rest = published()
    assert first == f"demo/{CODE}/001/hasil/0"
    assert rest == [f"demo/{CODE}/002/hasil/{number}" for number in (1, 2)]
    assert (folder / "001").exists()


def test_a_try_of_which_nothing_is_out_is_removed(snapshots):
    folder, limit = snapshots
    limit["dates"] = 0
    with pytest.raises(ConnectionError):
        tasks.build_demonstration.call(CODE)
    assert (folder / "001" / demonstration.MARK).exists()
    limit["dates"] = 3
    tasks.build_demonstration.call(CODE)
    assert [Path(one).parts[2] for one in published()] == ["002"] * 3
    assert not (folder / "001").exists()
    shutil.rmtree(folder)


def test_each_district_is_asked_for_once(snapshots):
    del snapshots
    tasks.enqueue_demonstration()
    tasks.enqueue_demonstration()
    assert DBTaskResult.objects.count() == len(demonstration.DISTRICTS)


def test_desks_are_peopled_once_and_only_in_a_demonstration(db, settings):
    settings.DEMO = False
    with pytest.raises(AssertionError):
        people_desks()
    settings.DEMO = True
    assert people_desks() == len(desks.DESKS)
    assert people_desks() == 0
    scope.tell(None, None, every=True)
    assert Appointment.objects.count() == len(desks.DESKS)
    kacab = User.objects.get(email=desks.address(desks.DESKS[0]))
    assert kacab.check_password(desks.PASSWORD)
