"""What a person decided outweighs every other evidence."""

from tests.oracles.linkage_rows import WORKER_SHA, bands, clusters, crowd, linked


CROWD = crowd(300)
SITI = {"name": "Siti Rahmawati", "born": "1985-05-17", "nik": 1604015705859001}
OTHER = {"name": "Joko Susilo", "born": "1970-08-09", "nik": 1604010908709000}
FIRST = f"{WORKER_SHA[:8]}:1"
SECOND = f"{WORKER_SHA[:12]}:2"
THIRD = f"{WORKER_SHA}:3"


def test_rows_told_the_same_are_one_person():
    work = linked([SITI, OTHER, *CROWD], [], [("same_person", SECOND, FIRST)])
    assert clusters(work)[:2] == [0, 0]


def test_rows_told_apart_stay_apart_even_with_one_number():
    for kind in ("different_person", "keep_apart"):
        work = linked([SITI, SITI, *CROWD], [], [(kind, FIRST, SECOND)])
        assert clusters(work)[:2] == [0, 1]


def test_rows_told_apart_are_not_joined_through_a_third():
    decisions = [("keep_apart", SECOND, THIRD)]
    found = clusters(linked([SITI, SITI, SITI, *CROWD], [], decisions))
    assert found[1] != found[2]
    assert found[0] in (found[1], found[2])


def test_the_later_verdict_on_a_pair_holds():
    decisions = [("different_person", FIRST, SECOND), ("same_person", SECOND, FIRST)]
    assert clusters(linked([SITI, OTHER, *CROWD], [], decisions))[:2] == [0, 0]


def test_a_membership_told_the_same_is_linked_as_decided():
    work = linked(
        [SITI, *CROWD], [OTHER | {"kpj": "77"}], [("same_person", "77", FIRST)]
    )
    assert bands(work) == {0: (0, "linked", "decided")}


def test_a_membership_told_apart_is_not_linked_to_that_person():
    work = linked([SITI, *CROWD], [SITI | {"kpj": "77"}], [("keep_apart", FIRST, "77")])
    assert bands(work) == {}


def test_a_person_is_named_by_number_where_the_rows_are_others_now():
    work = linked(
        [SITI, *CROWD], [OTHER | {"kpj": "77"}], [("same_person", "orang:0", "77")]
    )
    assert bands(work) == {0: (0, "linked", "decided")}
    for kind in ("different_person", "keep_apart"):
        verdict = (kind, "77", "Orang:0")
        work = linked([SITI, *CROWD], [SITI | {"kpj": "77"}], [verdict])
        assert bands(work) == {}


def test_a_number_that_went_into_another_person_is_followed():
    work = linked(
        [SITI, *CROWD], [OTHER | {"kpj": "77"}], [("same_person", "orang:9000", "77")]
    )
    assert bands(work) == {0: (0, "linked", "decided")}


def test_of_two_verdicts_on_a_numbered_person_the_later_one_holds():
    members = [SITI | {"kpj": "77"}]
    decisions = [
        ("different_person", "orang:0", "77"),
        ("same_person", "77", "orang:0"),
    ]
    work = linked([SITI, *CROWD], members, decisions)
    assert bands(work) == {0: (0, "linked", "decided")}


def test_a_number_that_nobody_has_changes_nothing():
    members = [SITI | {"kpj": "77"}]
    for name in ("orang:8000", "orang:x", "orang:"):
        work = linked([SITI, *CROWD], members, [("different_person", name, "77")])
        assert bands(work) == {0: (0, "linked", "nik")}


def test_two_memberships_told_the_same_go_together():
    members = [SITI | {"kpj": "77"}, OTHER | {"kpj": "88"}]
    work = linked([SITI, *CROWD], members, [("same_person", "88", "77")])
    assert bands(work) == {0: (0, "linked", "nik"), 1: (0, "linked", "decided")}


def test_of_two_memberships_told_apart_one_stays():
    members = [SITI | {"kpj": "77"}, SITI | {"kpj": "88"}]
    work = linked([SITI, *CROWD], members, [("keep_apart", "88", "77")])
    assert bands(work) == {0: (0, "linked", "nik")}


def test_a_verdict_on_a_row_nobody_sent_changes_nothing():
    work = linked([SITI, *CROWD], [], [("same_person", "ffffffff:1", FIRST)])
    assert clusters(work) == list(range(301))
