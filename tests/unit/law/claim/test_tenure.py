from datetime import date

import pytest

from naungan.law.claim.tenure import contribution_months, start_of
from naungan.lib.errors import LawRefused


def test_a_month_alone_begins_on_its_first_day(open_claim):
    start = start_of(open_claim(joined="2024-02"))
    assert (start.on, start.exact) == (date(2024, 2, 1), False)


def test_a_day_is_taken_as_it_is(open_claim):
    start = start_of(open_claim(joined_on="2024-02-10", joined="2024-02"))
    assert (start.on, start.exact) == (date(2024, 2, 10), True)


def test_nothing_stated_is_nothing_known(open_claim):
    assert start_of(open_claim()) is None
    assert contribution_months(open_claim()) is None


def test_whoever_joined_after_the_event_is_refused(open_claim):
    with pytest.raises(LawRefused, match="joined_on .*sesudah kejadian"):
        start_of(open_claim(joined_on="2024-05-02"))
    with pytest.raises(LawRefused, match=r"joined \(1 Juni 2024\) sesudah kejadian"):
        start_of(open_claim(joined="2024-06"))


def test_months_are_counted_from_joining_through_the_event_less_arrears(open_claim):
    assert contribution_months(open_claim(joined="2024-05")) == 1
    assert contribution_months(open_claim(joined="2023-05")) == 13
    assert contribution_months(open_claim(joined="2023-05", arrears_months=3)) == 10
    assert contribution_months(open_claim(joined="2024-05", arrears_months=3)) == 0


def test_months_that_were_counted_are_said_to_be_assumed(open_claim):
    case = open_claim(joined="2023-05")
    contribution_months(case)
    (said,) = case.facts.assumed
    assert "dianggap 13" in said.text()
    assert "unbroken from May 2023 to May 2024" in said.text("en")


def test_months_that_were_stated_are_not_counted(open_claim):
    case = open_claim(joined="2023-05", contribution_months=7)
    assert contribution_months(case) == 7
    assert case.facts.assumed == []
