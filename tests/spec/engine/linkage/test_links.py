"""Given a worker row and a member row among strangers: linked, review or none, and why."""

import pytest
from tests.oracles.linkage_rows import bands, crowd, linked


STRANGERS = crowd(1200)
MEMBERS = crowd(1200)[::3]
SITI = {
    "name": "Siti Rahmawati",
    "born": "1985-05-17",
    "nik": 1604015705859001,
    "sex": "F",
    "village": 1604012001,
}


def outcome(worker, member):
    """Link the pair among strangers; return band and method of the member."""
    work = linked([*STRANGERS, SITI | worker], [*MEMBERS, SITI | member])
    found = bands(work).get(len(MEMBERS))
    return found[1:] if found and found[0] == len(STRANGERS) else None


CASES = [
    ("the same number, name and birth date", {}, {}, ("linked", "nik")),
    (
        "the words of the name stand in another order",
        {},
        {"name": "RAHMAWATI, SITI"},
        ("linked", "nik"),
    ),
    (
        "the birth date differs but number and name agree",
        {},
        {"born": "1985-01-01"},
        ("linked", "nik"),
    ),
    (
        "the number is another person's: nothing else agrees",
        {},
        {"name": "Bambang Kurniadi", "born": "1961-02-03", "sex": "M"},
        None,
    ),
    (
        "one digit of the number is wrong, name and birth date agree",
        {},
        {"nik": 1604015705859007},
        ("linked", "nik_repaired"),
    ),
    (
        "two digits of the number are swapped",
        {},
        {"nik": 1604015705589001},
        ("linked", "nik_repaired"),
    ),
    (
        "one digit of the number is wrong and the name is another",
        {},
        {"nik": 1604015705859007, "name": "Wulan Kartika"},
        None,
    ),
    (
        "no number, but rare name and birth date agree",
        {"nik": None},
        {},
        ("linked", "scored"),
    ),
    (
        "no number, a slip in the name, birth date agrees",
        {"nik": None, "name": "Siti Rahmawti"},
        {},
        ("linked", "scored"),
    ),
    (
        "no number and no birth date",
        {"nik": None, "born": None},
        {"nik": None, "born": None},
        ("review", "scored"),
    ),
    (
        "the number lost its last digit",
        {},
        {"nik": None, "nik_written": "160401570585900"},
        ("linked", "nik_repaired"),
    ),
    (
        "only the year of birth is known",
        {},
        {"born": 1985},
        ("linked", "nik"),
    ),
]


@pytest.mark.parametrize(("why", "worker", "member", "expected"), CASES)
def test_a_membership_is_linked_as_the_evidence_says(why, worker, member, expected):
    assert outcome(worker, member) == expected, why


def test_two_people_who_fit_equally_well_are_left_to_an_officer():
    """Twins in name and birth date without numbers: never linked by a coin."""
    twin = SITI | {"nik": None}
    work = linked(
        [
            *STRANGERS,
            SITI | {"nik": 1604015705859001},
            SITI | {"nik": 1609085705859017, "village": 1609082004},
        ],
        [*MEMBERS, twin],
    )
    found = bands(work).get(len(MEMBERS))
    assert found is None or found[1] == "review"


def test_a_person_keeps_several_memberships():
    """The same number under two jobs is legitimate."""
    work = linked([*STRANGERS, SITI], [*MEMBERS, SITI, SITI])
    found = bands(work)
    assert [found[len(MEMBERS) + n][:2] for n in (0, 1)] == [(1200, "linked")] * 2


def test_a_member_is_linked_through_any_row_of_the_person():
    """One list spoilt the number and the birth date, the other did not."""
    spoilt = SITI | {"nik": None, "list": "payroll"}
    work = linked([*STRANGERS, SITI, spoilt], [*MEMBERS, SITI])
    assert bands(work)[len(MEMBERS)] == (1200, "linked", "nik")


def test_a_small_employer_in_common_settles_what_the_name_alone_leaves_open():
    people = crowd(400)
    for at, one in enumerate(people):
        one["employer"] = at + 1
    known = people[7]
    asked = {
        "name": known["name"],
        "born": int(known["born"][:4]),
        "sex": "M",
        "employer": known["employer"],
    }
    stranger = asked | {"employer": 10_000}
    members = [*people[::2], asked, stranger]
    found = bands(linked(people, members))
    assert found[len(members) - 2] == (7, "linked", "scored")
    assert found.get(len(members) - 1, (7, "none", ""))[1] != "linked"


def test_a_birth_date_under_a_small_employer_finds_whom_name_and_number_lost():
    """No first or last letters, rare word or number is left to meet by."""
    people = crowd(400)
    for at, one in enumerate(people):
        one["employer"] = at + 1
    people[7] |= {"name": "Bambang Ahmad Kuswanto"}
    asked = people[7] | {"name": "Ahmad Bambng", "nik": None}
    stranger = asked | {"employer": 10_000}
    members = [*people[::2], asked, stranger]
    found = bands(linked(people, members))
    assert found[len(members) - 2][0] == 7
    assert len(members) - 1 not in found
