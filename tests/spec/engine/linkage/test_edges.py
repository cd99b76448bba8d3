"""Inputs at the edge: nothing, one row, no names, and columns spoilt from end to end."""

import time

import pytest
from tests.oracles.linkage_rows import bands, clusters, crowd, linked


CROWD = crowd(30)


@pytest.mark.parametrize(
    ("workers", "members"), [([], []), (CROWD, []), ([], CROWD), (CROWD[:1], [])]
)
def test_empty_files_link_nothing(workers, members):
    work = linked(workers, members)
    assert bands(work) == {}
    assert clusters(work) == list(range(len(workers)))


def test_an_extract_of_numbers_alone_is_linked_by_them():
    found = bands(linked(CROWD, [{"name": None, "nik": one["nik"]} for one in CROWD]))
    assert found == {row: (row, "linked", "nik") for row in range(30)}


def test_a_number_without_a_name_does_not_outweigh_another_birth_date():
    member = {"name": None, "nik": CROWD[0]["nik"], "born": "1999-09-09"}
    assert bands(linked(CROWD, [member])) == {}


@pytest.mark.parametrize(
    ("column", "value"),
    [("born", "1970-01-01"), ("nik", 32 * 10**14), ("name", "Siti")],
)
def test_a_column_spoilt_from_end_to_end_neither_stalls_nor_misleads(column, value):
    people = crowd(3000)
    started = time.process_time()
    found = bands(
        linked(
            [one | {column: value} for one in people],
            [one | {column: value} for one in people[::4]],
        )
    )
    wrong = [
        row
        for row, (person, band, _) in found.items()
        if person != 4 * row and band == "linked"
    ]
    assert wrong == []
    assert time.process_time() - started < 60


def test_the_weights_of_a_run_can_be_looked_up():
    work = linked(CROWD, CROWD[::2])
    fields = work.con.execute("""SELECT pair, list_sort(list(DISTINCT field))
        FROM link_weights GROUP BY pair ORDER BY pair""").fetchall()
    said = ["birth", "name", "nik", "place", "prior", "sex"]
    assert fields == [("member-worker", said), ("worker-worker", said)]


def test_a_number_on_rows_of_different_people_is_shared():
    other = CROWD[1] | {"nik": CROWD[0]["nik"]}
    work = linked([CROWD[0], other, *CROWD[2:]], [])
    states = work.con.execute(
        "SELECT nik_state FROM worker_keys ORDER BY row_id LIMIT 3"
    )
    assert [state for (state,) in states.fetchall()] == ["shared", "shared", "valid"]


def test_memberships_of_different_people_under_one_number_are_shared():
    people = [
        {"name": "Siti Aminah", "born": "1980-05-12", "nik": CROWD[0]["nik"]},
        {"name": "Joko Susilo", "born": "1971-03-02", "nik": CROWD[0]["nik"]},
    ]
    work = linked(CROWD, people)
    states = work.con.execute("SELECT nik_state FROM member_keys ORDER BY row_id")
    assert {state for (state,) in states.fetchall()} == {"shared"}
