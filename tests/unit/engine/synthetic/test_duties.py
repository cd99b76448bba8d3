"""What invented employers are billed is what the law asks for their members' programmes."""

from datetime import date

import numpy as np
import pytest

from naungan.engine.synthetic.duties import RISKS, rates_in
from naungan.law.arrears import FIELDS, answer_with_levies
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.lib import programmes
from naungan.lib.dates import month_of


JUNE = date(2024, 6, 1)


@pytest.mark.parametrize("names", ["JKK+JKM", "JKK+JKM+JHT", "JKK+JKM+JHT+JP"])
@pytest.mark.parametrize("risk", RISKS)
@pytest.mark.parametrize("wage", [1_900_000, 3_333_333, 14_000_000])
def test_a_bill_is_what_the_law_asks_to_the_rupiah_of_each_programme(names, risk, wage):
    question = {
        "months": ["2024-06"],
        "on": date(2024, 8, 1),
        "risk_group": risk,
        "workers": [{"count": 1, "wage": wage, "programmes": names.split("+")}],
    }
    facts = read_facts(question, FIELDS)
    _, owed = answer_with_levies(facts, reader_of(enacted()))
    billed = rates_in(month_of(JUNE)).billed(
        np.array([wage]),
        np.array([programmes.read_programmes(names).value]),
        np.array([RISKS.index(risk)]),
    )
    rounding = 2 * len(owed)  # each payer's share is rounded on its own
    assert abs(int(billed[0]) - sum(one.amount_idr for one in owed)) <= rounding
