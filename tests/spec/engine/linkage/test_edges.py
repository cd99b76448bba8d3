"""Inputs at the edge: nothing, one row, no names, and columns spoilt from end to end."""

import math
import time

import pytest
from tests.oracles.linkage_rows import bands, clusters, crowd, linked, work_with

from naungan.engine.linkage.block import keys
from naungan.engine.linkage.dedupe import RARE_BELOW
from naungan.engine.linkage.employed import gather_employed
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.residual import MEMBER, WORKER, gather_residual


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


def pairs_of_keys(work):
    """Count, key by key, the pairs that the engine compares for these rows."""
    con = work.con
    identify(work)
    gather_employed(con)
    ((rows,),) = con.execute("SELECT count(*) FROM worker_keys").fetchall()
    gather_residual(con, rows, 1, {WORKER: (0, 0), MEMBER: (0, 0)})
    rare = round(1000 * (math.log2(rows) - RARE_BELOW))
    return [
        con.execute(
            f"SELECT count(*) FROM {key.lefts} a JOIN {key.rows} b ON {key.condition}"
        ).fetchall()[0][0]
        for key in keys(rare)
    ]


def test_a_crowd_of_one_default_date_does_not_meet_all_with_all():
    people = crowd(16_000)
    for at, one in enumerate(people):
        letters = chr(97 + at % 23) + chr(97 + at // 23 % 23)
        start = "Mahsun" if at % 2 else f"{letters}hsun"
        one |= {"name": f"{start}{letters} {one['name']}", "nik": None}
    crowded = len(people) // 9
    for one in people[:crowded]:
        one["born"] = "1980-01-01"
    most = 4 * 2**RARE_BELOW  # strangers that a row meets through one key
    assert max(pairs_of_keys(work_with(people, []))) < crowded * most


def test_the_weights_of_a_run_can_be_looked_up():
    work = linked(CROWD, CROWD[::2])
    fields = work.con.execute("""SELECT pair, list_sort(list(DISTINCT field))
        FROM link_weights GROUP BY pair ORDER BY pair""").fetchall()
    said = ["birth", "employer", "name", "nik", "place", "prior", "sex"]
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
    work = work_with(CROWD, people)
    identify(work)
    states = work.con.execute("SELECT nik_state FROM member_keys ORDER BY row_id")
    assert {state for (state,) in states.fetchall()} == {"shared"}
