"""Where a finding and the law name different amounts, the page says why."""

from datetime import date

from naungan.casework.collection.statement import state
from naungan.web.pages.collection.presenter import beside_finding


QUESTION = {
    "months": ["2024-05", "2024-06"],
    "number_of_workers": 10,
    "wage": 4_000_000,
    "scale": "medium",
}
# JKK 0.24, JKM 0.3, JHT 5.7 and JP 3 % of 40,000,000: 9.24 %.
MONTHLY_IDR = 3_696_000


def test_the_same_amount_needs_no_word():
    statement = state(QUESTION, date(2024, 8, 1))
    assert beside_finding(statement, MONTHLY_IDR) == ""
    assert beside_finding(statement, MONTHLY_IDR - 9) == ""
    assert beside_finding(statement, None) == ""


def test_another_amount_is_named_beside_the_laws_with_its_programmes():
    said = beside_finding(state(QUESTION, date(2024, 8, 1)), 2_480_000)
    assert "Rp2.480.000 sebulan" in said
    assert "Rp3.696.000 untuk Juni 2024" in said
    assert said.endswith("JKK, JKM, JHT, JP.")
