"""Numbers that were said are reckoned anew: what divides, what does not, what follows."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from naungan.casework.coordination.arithmetic import checks


@dataclass
class Said:
    value: Decimal
    unit: str
    meaning: str = ""


def said(*rows):
    return checks([Said(Decimal(value), unit) for value, unit in rows])


def test_a_percent_that_divides_agrees_within_what_was_printed():
    found = said(("21", "percent"), ("51398", "people"), ("239799", "people"))
    assert found[0] == {
        "kind": "share",
        "of": ["51398", "239799"],
        "value": "21.43",
        "agrees": True,
    }


def test_a_percent_that_does_not_divide_is_told_with_what_follows():
    found = said(("50.88", "percent"), ("935079", "people"), ("1873899", "people"))
    assert (found[0]["value"], found[0]["agrees"]) == ("49.9", False)


@pytest.mark.parametrize(
    ("printed", "agrees"), [("21.4", True), ("21.5", False), ("21.43", True)]
)
def test_a_percent_is_held_to_as_many_digits_as_it_has(printed, agrees):
    found = said((printed, "percent"), ("51398", "people"), ("239799", "people"))
    assert found[0]["agrees"] is agrees


def test_a_percent_near_no_pair_says_nothing():
    assert said(("37.7", "percent"), ("51398", "people"), ("239799", "people"))[0] == {}
    assert said(("37.7", "percent"))[0] == {}


def test_so_many_a_village_tells_how_many_villages():
    found = said(("60", "people_per_village"), ("21600", "people"))
    assert found[1] == {
        "kind": "villages",
        "of": ["21600", "60"],
        "value": "360",
        "agrees": True,
    }


def test_villages_and_a_rate_make_a_product():
    found = said(("60", "people_per_village"), ("360", "villages"), ("21600", "people"))
    assert (found[2]["kind"], found[2]["value"]) == ("product", "21600")


def test_counts_that_add_up_are_told():
    found = said(("3615", "people"), ("1590", "people"), ("5205", "people"))
    assert found[2] == {
        "kind": "sum",
        "of": ["3615", "1590"],
        "value": "5205",
        "agrees": True,
    }


def test_counts_of_different_things_are_no_share_of_each_other():
    assert said(("50", "percent"), ("60", "villages"), ("120", "people"))[0] == {}
