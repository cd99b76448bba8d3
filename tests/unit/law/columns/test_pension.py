"""Plans of pensions: one ratio of the mean wage between two amounts."""

from fractions import Fraction

import numpy as np

from naungan.law.book import Book, enacted
from naungan.law.columns.exact import NO_CAP
from naungan.law.columns.pension import evaluate, plan_of
from naungan.law.reader import Reader, reader_of


READER = reader_of(enacted())
WIDOW = {"pension": "widow", "event_date": "2025-06-01", "contribution_months": 60}


def column(*numbers):
    return np.array(numbers, dtype=np.int64)


def test_a_widows_plan_is_half_of_fifteen_per_cent():
    plan = plan_of(WIDOW, READER)
    assert plan.ratio == Fraction("0.075")
    assert (plan.lowest, plan.highest) == (399_700, 4_792_300)


def test_a_lump_sum_pays_nothing_each_month():
    plan = plan_of({"event_date": "2026-06-01", "contribution_months": 100}, READER)
    found = evaluate([plan], column(0, 0), {"average_wage": column(1, 10**12)})
    assert found["monthly"].tolist() == [0, 0]


def test_without_a_day_there_are_no_bounds():
    plan = plan_of({"contribution_months": 180}, READER)
    assert (plan.lowest, plan.highest) == (0, NO_CAP)
    found = evaluate([plan], column(0), {"average_wage": column(5_000_000)})
    assert found["monthly"].tolist() == [750_000]


def test_bounds_of_the_formula_are_shared_too(tmp_path):
    file = tmp_path / "benefits/jp/survivor/bounds_on.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "overlay: Kantor\nvalues:\n  - from: 2015-07-01\n    value: formula\n",
        encoding="utf-8",
    )
    plan = plan_of(WIDOW, Reader(Book(overlay=tmp_path)))
    assert (plan.lowest, plan.highest) == (199_850, 2_396_150)
