"""What is frozen of a debt is what the law answers, month by month."""

from datetime import date

import pytest

from naungan.casework.collection.statement import Earners, question_of, state
from naungan.lib.dates import parse_month
from naungan.lib.errors import LawRefused


ON = date(2026, 11, 21)
FIVE_MONTHS = {
    "since": "2026-06",
    "number_of_workers": 12,
    "wage": 3_500_000,
    "risk_group": "low",
    "scale": "large",
}


def test_a_statement_has_every_month_and_programme_of_the_laws_answer():
    found = state(FIVE_MONTHS, ON)
    # a month of twelve costs 4,006,800 (JKK 226,800; JKM 126,000; JHT 2,394,000;
    # JP 1,260,000); five months 20,034,000
    assert len(found.lines) == 5 * 4
    assert found.principal_idr == 20_034_000
    june = [one for one in found.lines if one.month == parse_month("2026-06")]
    assert {one.programme: one.principal_idr for one in june} == {
        "JKK": 226_800,
        "JKM": 126_000,
        "JHT": 2_394_000,
        "JP": 1_260_000,
    }
    assert found.answered.results["contribution"] == found.principal_idr
    assert found.answered.results["worker"] == sum(
        one.worker_idr for one in found.lines
    )


def test_workers_alike_with_months_of_their_own_become_one_question():
    june, july = parse_month("2026-06"), parse_month("2026-07")
    question = question_of(
        [
            Earners(5, 3_500_000, (june, july)),
            Earners(7, 2_000_000, (june,), ("JKK", "JKM")),
        ],
        scale="large",
        risk_group=None,
    )
    found = state(question, ON)
    # risk group not known counts as the lowest: JKK 0.24 % of 17,500,000 is 42,000 and
    # of 14,000,000 is 33,600; JKM 0.3 % is 52,500 and 42,000
    of_june = {one.programme: one for one in found.lines if one.month == june}
    assert of_june["JKK"].principal_idr == 42_000 + 33_600
    assert of_june["JKM"].principal_idr == 52_500 + 42_000
    of_july = {one.programme: one for one in found.lines if one.month == july}
    assert of_july["JKK"].principal_idr == 42_000


def test_what_was_paid_is_no_part_of_what_is_frozen():
    paid = {"payments": [{"paid_on": "2026-11-01", "amount": 1_000_000}]}
    found = state({**FIVE_MONTHS, **paid}, ON)
    assert "payments" not in found.question
    assert found.answered.results["total"] == 21_236_040


def test_a_debt_of_nothing_is_refused():
    with pytest.raises(LawRefused):
        state({**FIVE_MONTHS, "wage": 0}, ON)


def test_one_question_of_one_day_is_put_to_the_law_once_and_another_day_anew():
    first = state(FIVE_MONTHS, ON)
    assert state(dict(FIVE_MONTHS), ON).answered is first.answered
    later = state(FIVE_MONTHS, date(2027, 1, 21)).answered
    assert later.results["total"] > first.answered.results["total"]
