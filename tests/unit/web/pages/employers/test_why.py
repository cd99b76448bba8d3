import pytest
from django.utils import translation

from naungan.web.pages.employers import why


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


def bar(weight):
    link = {"npp": "P1", "method": "scored", "band": "linked", "weight": weight}
    return why._bar(link)  # noqa: SLF001


def test_a_weight_for_a_match_stands_right_of_zero_and_one_against_it_left():
    up, down = bar(10.0), bar(-10.0)
    assert (up.start, up.width, up.tone, up.text) == (100, 50, "for", "+10,0")
    assert (down.start, down.width, down.tone, down.text) == (
        50,
        50,
        "against",
        "−10,0",
    )


def test_the_largest_weights_fill_their_side_and_no_more():
    assert (bar(99.0).start, bar(99.0).width) == (100, 100)
    assert (bar(-99.0).start, bar(-99.0).width) == (0, 100)


def test_a_match_by_number_has_no_weight_and_says_how_it_was_made():
    assert bar(None).width == 0
    assert bar(None).text == "dipadankan"


def test_an_amount_that_nobody_knows_makes_no_sum():
    finding = {"monthly_idr": 0, "people": 3, "code": "unregistered_employer"}
    assert why._money(finding) == []  # noqa: SLF001
    paid = {**finding, "monthly_idr": 30_000}
    assert [term.value for term in why._money(paid)] == ["Rp10.000", "Rp30.000"]  # noqa: SLF001
