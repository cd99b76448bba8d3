import shutil

import pytest

from naungan.engine.door.older import SOURCES
from naungan.engine.snapshot import Snapshot


@pytest.fixture
def old(folder, tmp_path):
    """The same snapshot as an earlier version wrote it: without the lists."""
    copy = tmp_path / "runs"
    shutil.copytree(folder, copy)
    for name in SOURCES:
        path = copy / name
        shutil.rmtree(path) if path.is_dir() else path.with_suffix(".parquet").unlink()
    return Snapshot.open(copy, lambda _look: None)


def test_a_snapshot_without_lists_answers_alike(old, snapshot, reach):
    scope = reach("16.04")
    for ask in (
        lambda one: [
            r["employer_id"] for r in one.employers_found(scope, order="name", limit=99)
        ],
        lambda one: one.employers_by_finding(scope),
        lambda one: one.employer_pair_count(scope),
    ):
        assert ask(old) == ask(snapshot)


def test_its_people_are_those_whose_own_row_names_a_village(old, snapshot, reach):
    new = snapshot.uncovered(reach(), limit=5_000)
    found = old.uncovered(reach(), limit=5_000)
    assert {row["person_id"] for row in found} == {row["person_id"] for row in new}
    assert old.people_by_status(reach()) == snapshot.people_by_status(reach())


def test_with_owners_it_names_nobody_in_lists(old, reach, owner):
    assert old.uncovered(reach(owners=(owner("dpmd"),)), limit=5) == []
