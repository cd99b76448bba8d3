"""Given two rows of the workers' lists among strangers: one person or two."""

import pytest
from tests.oracles.linkage_rows import clusters, crowd, linked


STRANGERS = crowd(1200)
SITI = {
    "name": "Siti Rahmawati",
    "born": "1985-05-17",
    "nik": 1604015705859001,
    "sex": "F",
    "village": 1604012001,
}

CASES = [
    ("one number, one name", {}, True),
    ("one number, the name misspelt", {"name": "Siti Rahmawti"}, True),
    ("one number of two people", {"name": "Joko Susilo", "born": "1970-08-09"}, False),
    ("no number, same name, birth date and village", {"nik": None}, True),
    ("a slip in the number", {"nik": 1604015705859006}, True),
    (
        "a neighbour in the cell: one slip apart, another name",
        {"nik": 1604015705859002, "name": "Yuli Astuti"},
        False,
    ),
    (
        "the same name in another place, another birth date and number",
        {"nik": 1604091203719000, "born": "1971-03-12", "village": 1604092004},
        False,
    ),
    (
        "twins: other given name, number next to hers",
        {"nik": 1604015705859002, "name": "Siti Rahmayani"},
        False,
    ),
]


@pytest.mark.parametrize(("why", "other", "same"), CASES)
def test_rows_are_one_person_when_the_evidence_says_so(why, other, same):
    second = SITI | {"list": "payroll"} | other
    found = clusters(linked([*STRANGERS, SITI, second], []))
    assert (found[-1] == found[-2]) is same, why
    assert found[:-2] == list(range(len(STRANGERS))), "strangers stay apart"


def test_a_cluster_is_named_after_its_smallest_row():
    found = clusters(linked([SITI, *STRANGERS, SITI, SITI], []))
    assert found[0] == found[-1] == found[-2] == 0
