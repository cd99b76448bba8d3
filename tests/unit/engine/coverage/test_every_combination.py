"""Every combination of what files may say has one answer, and the judge agrees."""

from datetime import date
from itertools import product

from tests.oracles import coverage as oracle
from tests.oracles.tables import MONTH, work_with

from naungan.engine.coverage import cover
from naungan.lib import programmes


SEGMENTS = ("PU", "BPU", "JAKON", "PMI", None)
STATUSES = ("active", "inactive", None)
PAID_THROUGH = (None, *(MONTH - late for late in (-2, 0, 1, 2, 3, 4, 5, 9)))
STARTS = (None, *(MONTH - ago for ago in (-1, 0, 1, 2, 7, 30)))


def payments(kpj, kind):
    """Give what the payments file says about one membership, by kind."""
    late = {
        "settled": (),
        "last_open": (1,),
        "long_open": (1, 2, 3, 4, 5),
        "hole": (4,),
    }
    if kind in late:
        return [bill(kpj, back, back not in late[kind]) for back in range(9)]
    if kind == "ends_early":
        return [bill(kpj, back, settled=True) for back in range(5, 9)]
    if kind == "prepaid":
        return [bill(kpj, back, settled=True) for back in range(-3, 1)]
    if kind == "in_parts":
        parts = [bill(kpj, back, settled=False) | {"paid": 50} for back in range(4)]
        return parts + [one | {"paid_on": date(2026, 10, 20)} for one in parts]
    return []


def bill(kpj, back, settled):
    return {
        "kpj": kpj,
        "month": MONTH - back,
        "billed": 100,
        "paid": 100 if settled else 0,
    }


def world_of(kinds, filler=()):
    """Make one person with one membership for every combination."""
    members, bills = [], list(filler)
    combinations = product(kinds, SEGMENTS, STATUSES, PAID_THROUGH, STARTS)
    for place, (kind, segment, status, through, start) in enumerate(combinations):
        kpj = f"K{place}"
        members.append(
            {
                "kpj": kpj,
                "segment": segment,
                "status": status,
                "paid_through": through,
                "start_month": start,
                "programmes": 3,
                "funder": None,
            }
        )
        bills += payments(kpj, kind)
    persons = [
        {"person_id": place, "birth_year": 1990} for place in range(len(members))
    ]
    links = [{"person_id": place, "member_row": place} for place in range(len(members))]
    return oracle.World(MONTH, persons, members, links, bills)


def run(world):
    work = work_with(
        persons=world.persons,
        member_rows=world.member_rows,
        links=world.links,
        contribution_rows=world.contribution_rows,
    )
    cover(work)
    return oracle.said(work)


def differences(world):
    said, judged = run(world), oracle.judge_people(world)
    return [
        (world.member_rows[place], said[place], judged[place])
        for place in judged
        if said[place] != judged[place]
    ]


def test_without_a_payments_file_the_judge_agrees():
    assert not differences(world_of(["none"]))


def test_with_a_payments_file_that_names_somebody_else_the_judge_agrees():
    stranger = {"kpj": "X", "month": MONTH - 1, "billed": 1, "paid": 1}
    assert not differences(world_of(["none"], [stranger]))


def test_with_a_payments_file_the_judge_agrees():
    kinds = [
        "settled",
        "last_open",
        "long_open",
        "hole",
        "ends_early",
        "prepaid",
        "in_parts",
    ]
    assert not differences(world_of(kinds))


def test_with_a_payments_file_that_ends_before_the_month_the_judge_agrees():
    kinds = ["ends_early", "none"]
    assert not differences(world_of(kinds))


def test_the_published_view_writes_programmes_as_words():
    world = world_of(["none"])
    work = work_with(persons=world.persons[:1], member_rows=[], links=[])
    cover(work)
    row = work.con.execute("SELECT month, status, obliged, held FROM coverage")
    assert row.fetchall() == [("2026-10", "unknown", programmes.text_of(3), "")]
