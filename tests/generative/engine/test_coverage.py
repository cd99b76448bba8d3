"""Small invented worlds: people with several memberships, jobs and doubts."""

import random
from datetime import date

from hypothesis import given, settings, strategies as st
from tests.oracles import coverage as oracle
from tests.oracles.tables import MONTH, work_with

from naungan.engine.coverage import cover


def invent(seed):
    """Make a world of some dozens of people; a pure function of the seed."""
    chance = random.Random(seed)
    people, employers = chance.randint(1, 30), chance.randint(0, 5)
    month = chance.choice([MONTH, MONTH - 1, 2026 * 12, 2022 * 12 + 5])
    members = [a_member(chance, place, month) for place in range(chance.randint(0, 40))]
    links = [
        {"person_id": chance.randrange(people), "member_row": row, "band": band}
        for row in range(len(members))
        if (band := chance.choice(["linked", "linked", "review", None]))
    ]
    return oracle.World(
        month,
        [a_person(chance, place) for place in range(people)],
        members,
        links,
        [a_bill(chance, month) for _ in range(chance.choice([0, 0, 60]))],
        [an_employer(chance, place) for place in range(employers)],
        [
            {"person_id": person, "employer_id": chance.randrange(employers)}
            for person in range(people)
            if employers and chance.random() < 0.5
        ],
        [
            {"employer_id": chance.randrange(employers), "member_row": row}
            for row in range(len(members))
            if employers and chance.random() < 0.5
        ],
    )


def a_person(chance, place):
    born = date(chance.randint(1955, 2005), chance.randint(1, 12), 1)
    known = chance.choice(["date", "year", None])
    return {
        "person_id": place,
        "nik": chance.choice([None, 1604010101809001]),
        "birth_date": born if known == "date" else None,
        "birth_year": born.year if known else None,
        "segment": chance.choice(["PU", "PU", "BPU", "JAKON", "PMI", None]),
        "category": chance.choice(["farmer", "non_asn", "village_officer", None]),
    }


def a_member(chance, place, month):
    return {
        "kpj": f"K{place}",
        "npp": chance.choice([None, "N1", "N2"]),
        "segment": chance.choice(["PU", "BPU", "JAKON", "PMI", None]),
        "programmes": chance.choice([3, 3, 7, 15, 1, 31]),
        "start_month": chance.choice([None, month - chance.randint(-2, 40)]),
        "paid_through": chance.choice([None, month - chance.randint(-2, 7)]),
        "status": chance.choice(["active", "inactive", None]),
        "funder": chance.choice(["self", "village", None]),
    }


def a_bill(chance, month):
    return {
        "kpj": chance.choice([None, None, f"K{chance.randrange(20)}"]),
        "npp": chance.choice(["N1", "N2", None]),
        "month": month - chance.randint(-1, 9),
        "billed": chance.choice([100, 100, 50, 0, None]),
        "paid": chance.choice([100, 100, 50, 0, None]),
        "paid_on": chance.choice([None, date(2026, 9, 12)]),
    }


def an_employer(chance, place):
    return {
        "employer_id": place,
        "scale": chance.choice(["micro", "small", "medium", "large", None]),
        "kind": chance.choice(["company", "government", None]),
    }


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_the_engine_agrees_with_the_judge_on_invented_worlds(seed):
    world = invent(seed)
    work = work_with(
        month=world.month,
        persons=world.persons,
        member_rows=world.member_rows,
        links=world.links,
        contribution_rows=world.contribution_rows,
        employers=world.employers,
        person_employers=world.person_employers,
        employer_members=world.employer_members,
    )
    cover(work)
    assert oracle.said(work) == oracle.judge_people(world)
