"""Plans of job loss: the share of each month and the cap on the wage."""

import numpy as np

from naungan.law.book import enacted
from naungan.law.columns.jkp import evaluate, plan_of
from naungan.law.reader import reader_of


READER = reader_of(enacted())


def column(*numbers):
    return np.array(numbers, dtype=np.int64)


def test_both_rules_and_a_refused_claim_stand_in_one_column():
    plans = [
        plan_of({"event_date": "2025-02-06"}, READER),
        plan_of({"event_date": "2025-02-07"}, READER),
        plan_of({"event_date": "2025-02-07", "citizen": False}, READER),
    ]
    wages = column(8_000_000, 8_000_000, 8_000_000)
    found = evaluate(plans, column(0, 1, 2), {"wage": wages})
    assert found["total"].tolist() == [10_500_000, 18_000_000, 0]
    assert found["cash_1"].tolist() == [2_250_000, 3_000_000, 0]
    assert found["cash_6"].tolist() == [1_250_000, 3_000_000, 0]


def test_nobody_paid_has_a_total_and_no_months():
    plan = plan_of({"event_date": "2025-02-07", "cause": "resignation"}, READER)
    found = evaluate([plan], column(0), {"wage": column(1)})
    assert list(found) == ["total"]
