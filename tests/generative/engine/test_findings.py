"""Small invented worlds in which every employer is judged by hand and by the engine."""

import random
from datetime import date

from hypothesis import given, settings, strategies as st
from tests.oracles import coverage, findings
from tests.oracles.tables import MONTH, work_with

from naungan.engine.coverage import cover
from naungan.engine.finding import find


def invent(seed):
    """Make up to six employers with workers and members; each has one job."""
    chance = random.Random(seed)
    employers = [an_employer(chance, place) for place in range(1, chance.randint(2, 6))]
    people = [a_worker(chance, place) for place in range(chance.randint(1, 25))]
    jobs = [
        {
            "person_id": p["person_id"],
            "employer_id": chance.choice(employers)["employer_id"],
        }
        for p in people
        if chance.random() < 0.9
    ]
    members = [
        a_member(chance, place, people) for place in range(chance.randint(0, 25))
    ]
    links = [
        {
            "person_id": chance.choice(people)["person_id"],
            "member_row": row,
            "band": band,
        }
        for row in range(len(members))
        if (band := chance.choice(["linked", "linked", "review", None]))
    ]
    return coverage.World(MONTH, people, members, links, [], employers, jobs)


def an_employer(chance, place):
    registration = chance.choice(["registered", "registered", "review", "unregistered"])
    return {
        "employer_id": place,
        "npp": f"N{place}" if registration == "registered" else None,
        "registered_npp": f"N{place}" if registration == "registered" else None,
        "registration": registration,
        "scale": chance.choice(["micro", "small", "medium", "large", None]),
        "risk_group": chance.choice(["very_low", "low", "high", None]),
        "kind": chance.choice(["company", "company", "government", None]),
        "declared_workers": chance.choice([None, 0, 3, 9]),
    }


def born(chance):
    day = date(chance.randint(1958, 2003), chance.randint(1, 12), chance.randint(1, 28))
    known = chance.choice(["date", "date", "year", None])
    return {
        "birth_date": day if known == "date" else None,
        "birth_year": day.year if known else None,
    }


def a_worker(chance, place):
    return {
        "person_id": place,
        "nik": chance.choice([None, 1604010101809000 + place]),
        "name": chance.choice(["SITI", "BUDI", f"ORANG {place}"]),
        "wage": chance.choice([None, 2_345_678, 3_000_000, 12_000_001]),
        "segment": chance.choice(["PU", "PU", "PU", "JAKON", "BPU", None]),
        **born(chance),
    }


def a_member(chance, place, people):
    same = chance.choice(people)
    return {
        "kpj": f"K{place}",
        "npp": chance.choice([None, "N1", "N1", "N2", "N3"]),
        "name": chance.choice([same["name"], f"PESERTA {place}"]),
        "segment": chance.choice(["PU", "PU", "PU", "JAKON", "BPU", None]),
        "programmes": chance.choice([1, 3, 7, 15, 31]),
        "reported_wage": chance.choice([None, 2_000_000, 3_000_000, 2_980_000]),
        "start_month": chance.choice([None, MONTH - chance.randint(-2, 30)]),
        "paid_through": chance.choice([None, MONTH - 1, MONTH - chance.randint(0, 7)]),
        "status": chance.choice(["active", "active", "inactive", None]),
        **(
            {key: same[key] for key in ("birth_date", "birth_year")}
            if chance.random() < 0.5
            else born(chance)
        ),
    }


@given(st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_the_engine_agrees_with_the_judge_about_every_employer(seed):
    world = invent(seed)
    registered = {
        e["employer_id"]: {e["npp"]}
        for e in world.employers
        if e["registration"] == "registered"
    }
    world.employer_members = [
        {"employer_id": employer, "member_row": row}
        for employer, npps in registered.items()
        for row, member in enumerate(world.member_rows)
        if member["npp"] in npps
    ]
    work = work_with(
        persons=world.persons,
        member_rows=world.member_rows,
        links=world.links,
        employers=world.employers,
        person_employers=world.person_employers,
        employer_members=world.employer_members,
    )
    cover(work)
    find(work)
    rows = work.con.execute(
        "SELECT employer_id, code, people, monthly_idr FROM employer_findings"
    ).fetchall()
    said = {(employer, code): (people, idr) for employer, code, people, idr in rows}
    assert said == findings.judge(world, registered)
