"""The queue at the door: in its order, of one's own and of shared files, recorded."""

import pytest
from tests.functional.office.uncertain_world import KPJ, NPP, OWNER, REGION, SITI, run

from naungan.engine.snapshot import EVERYWHERE, Owner, Scope, Snapshot


VILLAGES = "dpmd"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A snapshot whose workers another office sent than whose members they may be."""
    return run(tmp_path_factory.mktemp("antrian"), owner=VILLAGES)


@pytest.fixture
def looked():
    """What was recorded."""
    return []


@pytest.fixture
def snapshot(folder, looked):
    """The snapshot, opened."""
    return Snapshot.open(folder, looked.append)


def reach(*owners, regions=EVERYWHERE):
    """Give a scope that sees the files of these owners; of all where none is named."""
    return Scope(
        institution=OWNER, regions=regions, purpose="uji", owners=owners or None
    )


def test_keys_are_in_order_show_nobody_and_are_no_look(snapshot, looked):
    [(person, kpj)] = snapshot.review_keys(reach())
    assert kpj == KPJ
    assert isinstance(person, int)
    assert snapshot.review_count(reach()) == 1
    assert [npp for _, npp in snapshot.employer_pair_keys(reach())] == [NPP]
    assert looked == []


def test_rows_come_in_the_order_asked_and_are_looks(snapshot, looked):
    keys = snapshot.review_keys(reach())
    [row] = snapshot.review_rows(reach(), [(1, "x"), *keys])
    assert (row["pair"], row["name"]) == (keys[0], SITI["name"])
    assert [one.table for one in looked] == ["review_pairs"]
    firms = snapshot.employer_pair_keys(reach())
    [firm] = snapshot.employer_pair_rows(reach(), [(1, "x"), *firms])
    assert firm["npp"] == NPP
    assert snapshot.review_rows(reach(), []) == []


def test_a_region_keeps_the_rest_out(snapshot):
    assert len(snapshot.review_keys(reach(regions=(REGION,)))) == 1
    elsewhere = reach(regions=("18.10",))
    assert snapshot.review_keys(elsewhere) == []
    assert snapshot.employer_pair_keys(elsewhere) == []


def test_each_side_of_a_pair_follows_the_owner_of_its_own_file(snapshot):
    shared = Owner(VILLAGES, columns=frozenset({"sex"}))
    ours = reach(Owner(OWNER), shared)
    [key] = snapshot.review_keys(ours)
    [row] = snapshot.review_rows(ours, [key])
    assert (row["pair"], row["kpj"]) == (key, KPJ)
    found = snapshot.review_pair(ours, *key)
    assert found["person"]["birth_date"] is None
    assert found["person"]["sex"] == "F"
    assert str(found["member"]["birth_date"]) == SITI["born"]
    assert found["member"]["kpj"] == KPJ


@pytest.mark.parametrize("code", [OWNER, VILLAGES])
def test_a_pair_of_which_one_side_is_not_shared_is_not_there(snapshot, code):
    one_side = reach(Owner(code))
    assert snapshot.review_keys(one_side) == []
    [key] = snapshot.review_keys(reach())
    assert snapshot.review_pair(one_side, *key) is None
    assert snapshot.review_rows(one_side, [key]) == []


def test_a_number_that_is_kept_back_still_names_its_pair(snapshot):
    theirs = Owner(OWNER, columns=frozenset({"nik"}))
    both = reach(Owner(VILLAGES), theirs)
    [key] = snapshot.review_keys(both)
    [row] = snapshot.review_rows(both, [key])
    assert (row["pair"], row["kpj"]) == (key, None)
    assert snapshot.review_pair(both, *key)["member"]["birth_date"] is None


def test_weights_of_fields_add_up(snapshot):
    [key] = snapshot.review_keys(reach())
    found = snapshot.review_pair(reach(), *key)
    parts = sum(bits for *_, bits in found["fields"])
    assert found["prior"] + parts == pytest.approx(found["weight"], abs=0.002)
    assert found["review_at"] <= found["weight"] < found["linked_at"]
