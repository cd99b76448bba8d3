"""An address is read into a question, bounded, and written back the same."""

import pytest
from django.http import QueryDict

from naungan.web.pages.calculator.asked import MOST_ROWS, ask, is_canonical
from naungan.web.pages.calculator.questions import QUESTIONS


def asked(code, query):
    return ask(QUESTIONS[code], QueryDict(query))


def test_nothing_stated_asks_nothing():
    found = asked("iuran", "")
    assert not found.complete
    assert found.answer is None
    assert found.problem is None
    assert found.stated == {"segment": "PU"}


def test_the_button_alone_asks_and_is_told_what_is_missing():
    found = asked("iuran", "segment=PU&hitung=1")
    assert found.problem.place == "month"
    assert found.address == "segment=PU&hitung=1"


def test_two_months_make_a_range_and_two_boxes_a_list():
    query = "segment=PU&months=2026-06&months-sampai=2026-08&programmes=JKK"
    found = asked("tunggakan", f"{query}&programmes=JKM")
    assert found.stated["months"] == "2026-06..2026-08"
    assert found.stated["programmes"] == "JKK+JKM"


def test_rows_are_numbered_anew_and_empty_ones_left_out():
    query = "segment=PU&month=2026-10&workers-3-wage=5000000&workers-9-wage="
    found = asked("tagihan", query)
    assert found.stated["workers"] == [{"wage": "5000000"}]
    assert "workers-1-wage=5000000" in found.address
    assert not is_canonical(found, QueryDict(query))
    assert is_canonical(asked("tagihan", found.address), QueryDict(found.address))


def test_names_and_strangers_are_not_read():
    query = "segment=PU&month=2026-10&workers-1-name=Budi&utm=x&name=Budi"
    assert asked("tagihan", query).stated == {"segment": "PU", "month": "2026-10"}


def test_a_refusal_in_a_row_names_the_row():
    query = "segment=PU&month=2026-10&workers-1-wage=1000000&workers-2-wage=abc"
    problem = asked("tagihan", query).problem
    assert problem.place == "workers-2-wage"
    assert problem.said.startswith("'abc' bukan rupiah bulat")


def test_a_refusal_of_the_whole_names_no_place():
    problem = asked("iuran", "segment=PU&month=2040-01&wage=1000000").problem
    assert problem.place == ""
    assert "di luar hukum yang tercatat" in problem.said


@pytest.mark.parametrize("many", [MOST_ROWS + 1, 5 * MOST_ROWS])
def test_too_many_rows_are_refused_before_anything_is_counted(many):
    rows = "&".join(f"workers-{one}-wage=1" for one in range(1, many + 1))
    found = asked("tagihan", f"segment=PU&month=2026-10&{rows}")
    assert found.problem.place == "workers"
    assert len(found.stated["workers"]) == MOST_ROWS + 1


def test_a_long_text_is_refused():
    problem = asked("iuran", f"segment=PU&month={'1' * 201}").problem
    assert "terlalu panjang" in problem.said


def test_adding_a_row_asks_nothing_yet():
    found = asked("tagihan", "segment=PU&month=2026-10&tambah=workers")
    assert found.adds == "workers"
    assert found.answer is None
    assert found.problem is None


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("instalments=120", "instalments"),
        ("instalment=1000", "instalment"),
        ("instalments=12", ""),
    ],
)
def test_a_long_plan_of_instalments_is_left_to_the_terminal(plan, place):
    query = "segment=PU&on=2026-11-20&since=2023-09&number_of_workers=1&wage=4000000"
    problem = asked("tunggakan", f"{query}&{plan}").problem
    assert (problem.place if problem else "") == place
