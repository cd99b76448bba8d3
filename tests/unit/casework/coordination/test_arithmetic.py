"""Numbers that were said are reckoned anew: what divides, what does not, what follows."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from naungan.casework.coordination.arithmetic import checks


@dataclass
class Said:
    value: Decimal
    unit: str
    part: "Said | None" = None
    whole: "Said | None" = None
    meaning: str = ""


def said(*rows):
    return checks([Said(Decimal(value), unit) for value, unit in rows])


def share(percent, part, whole, unit="people", of_whole="people"):
    """Give what is said of a percent that names its two counts."""
    counts = Said(Decimal(part), unit), Said(Decimal(whole), of_whole)
    return checks([*counts, Said(Decimal(percent), "percent", *counts)])[-1]


def test_a_percent_that_divides_agrees_within_what_was_printed():
    assert share("21", "51398", "239799") == {
        "kind": "share",
        "of": ["51398", "239799"],
        "value": "21.43",
        "agrees": True,
    }


def test_a_percent_that_does_not_divide_is_told_with_what_follows():
    found = share("50.88", "935079", "1873899")
    assert (found["value"], found["agrees"]) == ("49.9", False)


def test_a_percent_far_off_is_told_as_well():
    found = share("35", "51398", "239799")
    assert (found["value"], found["agrees"]) == ("21.43", False)


@pytest.mark.parametrize(
    ("printed", "agrees"), [("21.4", True), ("21.5", False), ("21.43", True)]
)
def test_a_percent_is_held_to_as_many_digits_as_it_has(printed, agrees):
    assert share(printed, "51398", "239799")["agrees"] is agrees


def test_a_percent_that_names_no_counts_says_nothing():
    found = said(("21.43", "percent"), ("51398", "people"), ("239799", "people"))
    assert found[0] == {}


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


def test_counts_of_different_things_and_a_whole_of_none_give_no_share():
    assert share("50", "60", "120", "villages") == {}
    assert share("50", "60", "0") == {}


def test_a_product_that_its_sentence_says_is_reckoned_even_where_it_is_wrong():
    text = "Iuran 21.600 orang × Rp16.800 × 12 bulan = Rp4.345.560.000"
    found = checks([Said(Decimal(4_345_560_000), "idr", meaning=text)])
    assert found == [
        {
            "kind": "product",
            "of": ["21600", "16800", "12"],
            "value": "4354560000",
            "agrees": False,
        }
    ]


def test_a_number_that_is_not_the_outcome_of_its_sentence_says_nothing():
    text = "Iuran 21.600 orang × Rp16.800 × 12 bulan = Rp4.345.560.000"
    assert checks([Said(Decimal(21_600), "people", meaning=text)]) == [{}]
