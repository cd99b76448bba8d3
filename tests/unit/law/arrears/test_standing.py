"""What arrears lead to: who pays benefits, what was not remitted, what is said."""

from datetime import date

import pytest

from naungan.law.answer import Draft
from naungan.law.arrears.standing import Debt, write
from naungan.law.book import enacted
from naungan.law.reader import reader_of


READER = reader_of(enacted())
TODAY = date(2026, 11, 21)


def standing(months, segment="PU", worker_idr=0, in_jkp=False, on=TODAY):
    draft = Draft()
    last = on.year * 12 + on.month - 2
    overdue = list(range(last - months + 1, last + 1))
    results = write(Debt(segment, on, overdue, worker_idr, in_jkp), draft, READER)
    return results, {one.key: one for one in draft.lines}


@pytest.mark.parametrize(
    ("segment", "months", "benefits"),
    [
        ("PU", 1, "fund_pays"),
        ("PU", 3, "fund_pays"),
        ("PU", 4, "employer_pays_first"),
        ("BPU", 3, "care_only"),
        ("BPU", 4, "none"),
    ],
)
def test_more_than_three_months_in_a_row_change_who_pays(segment, months, benefits):
    results, lines = standing(months, segment)
    assert results["benefits"] == benefits
    path = f"participation/arrears/grace_months/{segment.lower()}"
    assert lines["benefits"].used[0].path == path


def test_the_limit_is_said_in_words():
    _, lines = standing(4)
    said = lines["benefits"].arithmetic
    assert said.text() == "menunggak 4 bulan berturut-turut, lebih dari 3"
    _, lines = standing(3)
    said = lines["benefits"].arithmetic
    assert said.text("en") == "3 consecutive months in arrears, not more than 3"


def test_nothing_overdue_leads_to_nothing():
    results, lines = standing(0)
    assert results["benefits"] is None
    assert lines == {}


def test_job_loss_is_said_only_of_who_is_in_it_and_beyond_the_limit():
    assert "benefits.jkp" in standing(4, in_jkp=True)[1]
    assert "benefits.jkp" not in standing(3, in_jkp=True)[1]
    assert "benefits.jkp" not in standing(4)[1]


def test_a_closed_employers_workers_keep_job_loss_benefits_up_to_six_months():
    assert "benefits.jkp_closed" in standing(6, in_jkp=True)[1]
    assert "benefits.jkp_closed" not in standing(7, in_jkp=True)[1]
    # Article 39A came in February 2025.
    assert (
        "benefits.jkp_closed" not in standing(6, in_jkp=True, on=date(2024, 11, 1))[1]
    )


def test_before_job_loss_insurance_nothing_is_said_of_it():
    assert "benefits.jkp" not in standing(4, in_jkp=True, on=date(2020, 11, 1))[1]


def test_the_workers_share_is_an_amount_with_its_articles_and_no_accusation():
    line = standing(1, worker_idr=700_000)[1]["worker_share"]
    assert line.amount_idr == 700_000
    assert "bukan tuduhan" in line.arithmetic.text()
    assert "accuses nobody" in line.arithmetic.text("en")
    assert "UU 24/2011 Pasal 19" in line.used[0].basis
    assert "worker_share" not in standing(1)[1]


def test_the_end_of_accrual_is_stated_where_the_law_has_it():
    assert "handover" in standing(1)[1]
    assert "handover" not in standing(1, on=date(2021, 11, 1))[1]
    assert "handover" not in standing(1, segment="BPU")[1]
