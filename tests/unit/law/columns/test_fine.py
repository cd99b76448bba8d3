"""Late fines over columns: the day from the plan or the row, handover, refusals."""

from datetime import date

import numpy as np
import pytest

from naungan.law.book import Book, enacted
from naungan.law.columns import fine
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
LATE = {"programme": "JHT", "month": "2024-01"}


def evaluated(plan, amount=570_000, **amounts):
    columns = {name: np.array([value]) for name, value in amounts.items()}
    columns["amount"] = np.array([amount])
    found = fine.evaluate([plan], np.array([0]), columns)
    return {name: int(column[0]) for name, column in found.items()}


def test_the_day_of_payment_may_be_said_once_for_all_rows():
    plan = fine.plan_of({**LATE, "paid_on": "2024-05-10"}, READER)
    assert evaluated(plan) == {
        "due_on": fine.day_number(date(2024, 2, 15)),
        "months_late": 3,
        "fine": 34_200,
        "total": 604_200,
    }


def test_or_for_each_row_in_days_from_1970():
    plan = fine.plan_of(LATE, READER)
    day = fine.day_number(date(2024, 2, 16))
    assert evaluated(plan, paid_on=day)["fine"] == 11_400


def test_a_handover_stops_every_row():
    plan = fine.plan_of({**LATE, "handed_over_on": "2024-03-15"}, READER)
    day = fine.day_number(date(2024, 12, 1))
    assert evaluated(plan, paid_on=day)["months_late"] == 1


def sureness(plan, amount, paid_on):
    stated = {
        "amount": np.array([amount]),
        "paid_on": np.array([fine.day_number(paid_on)]),
    }
    found = fine.evaluate([plan], np.array([0]), stated, confidence=True)
    return fine.SURENESS[found["confidence"][0]]


def test_a_row_is_as_unsure_as_the_rules_that_decided_it():
    plan = fine.plan_of(LATE, READER)
    # Due on 15 February: a full month needs no rule for begun ones, 16 March does.
    assert sureness(plan, 570_000, date(2024, 3, 15)) == "VERIFIED"
    assert sureness(plan, 570_000, date(2024, 3, 16)) == "MEMORY"
    # 2 % of 570,001 is no whole rupiah; rounding alone lowers no confidence.
    assert sureness(plan, 570_001, date(2024, 3, 15)) == "VERIFIED"


def test_a_handover_counts_as_a_source_only_where_it_came_before_the_payment():
    plan = fine.plan_of({**LATE, "handed_over_on": "2024-03-15"}, READER)
    assert plan.handed_over_on == fine.day_number(date(2024, 3, 15))
    assert sureness(plan, 570_000, date(2024, 3, 15)) == "VERIFIED"
    assert plan.stop == plan.handed_over_on


def test_the_relief_of_labour_intensive_firms_ends_with_its_last_day():
    stated = {"programme": "JKK", "month": "2025-02", "labour_intensive": True}
    plan = fine.plan_of(stated, READER)
    # 16 months: 0.5 % until 30 June 2026, then 2 %
    for day, share in ((date(2026, 6, 30), 80_000), (date(2026, 7, 1), 320_000)):
        found = evaluated(plan, 1_000_000, paid_on=fine.day_number(day))
        assert found["fine"] == share


def test_an_offices_rule_on_begun_months_holds_in_columns_too(tmp_path):
    path = tmp_path / "fines" / "late" / "part_of_month.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "overlay: Kantor\nvalues:\n  - {from: 2015-07-01, value: full_months_only}\n",
        encoding="utf-8",
    )
    plan = fine.plan_of(
        {**LATE, "paid_on": "2024-05-10"}, Reader(Book(overlay=tmp_path))
    )
    assert evaluated(plan)["months_late"] == 2


def test_more_than_64_bits_hold_is_still_exact():
    plan = fine.plan_of({"programme": "JHT", "month": "2015-07"}, READER)
    amount = 10**17 + 1
    found = evaluated(plan, amount, paid_on=fine.day_number(date(2026, 8, 18)))
    # due 18 August 2015 (15 a Saturday, 17 a holiday): eleven years, 132 months
    assert found["months_late"] == 132
    assert found["fine"] == (amount * 132 * 2 + 50) // 100


def test_no_rows_give_no_results():
    found = fine.evaluate([], np.array([], dtype=np.int64), {"amount": np.array([])})
    assert all(len(column) == 0 for column in found.values())


def test_the_administrative_fine_has_no_columns():
    with pytest.raises(LawRefused, match="tanpa bentuk kolom"):
        fine.plan_of({**LATE, "type": "administrative"}, READER)


def test_a_row_is_refused_as_the_question_would_be():
    with pytest.raises(LawRefused, match="JKP tidak ditagih"):
        fine.plan_of({"programme": "JKP", "month": "2024-01"}, READER)
