import pytest

from naungan.law.accident.wage_base import base_income, wage_base
from naungan.lib.errors import LawRefused


def test_a_wage_earners_base_is_the_wage(accident):
    base = wage_base(accident(wage=3_000_000), "PU")
    assert (base.wage_idr, base.reported_idr) == (3_000_000, 3_000_000)


def test_a_lower_report_is_kept_beside_the_wage(accident):
    base = wage_base(accident(wage=3_000_000, reported_wage=2_000_000), "PU")
    assert (base.wage_idr, base.reported_idr) == (3_000_000, 2_000_000)


def test_a_higher_report_changes_nothing(accident):
    base = wage_base(accident(wage=3_000_000, reported_wage=4_000_000), "PU")
    assert base.reported_idr == 3_000_000


@pytest.mark.parametrize(
    ("income", "base"),
    [
        (0, 1_000_000),
        (1_099_999, 1_000_000),
        (1_100_000, 1_200_000),
        (2_699_999, 2_600_000),
        (2_700_000, 2_950_000),
        (20_199_999, 19_700_000),
        (20_200_000, 20_700_000),
        (10**12, 20_700_000),
    ],
)
def test_an_income_falls_in_the_row_with_the_largest_lower_bound(
    accident, income, base
):
    assert base_income(accident(), income)[0] == base


def test_the_lowest_row_is_sure_and_the_middle_rows_are_not(accident):
    lowest = accident(income=500_000)
    middle = accident(income=3_000_000)
    wage_base(lowest, "BPU")
    wage_base(middle, "BPU")
    assert lowest.draft.lines[0].confidence == "VERIFIED"
    assert middle.draft.lines[0].confidence == "SINGLE"


def test_an_income_that_nobody_stated_is_said_to_be_the_lowest(accident):
    case = accident()
    assert wage_base(case, "BPU").wage_idr == 1_000_000
    assert "paket terendah" in case.facts.assumed[0].text()


@pytest.mark.parametrize("name", ["wage", "reported_wage"])
def test_a_wage_is_refused_for_the_self_employed(accident, name):
    with pytest.raises(LawRefused, match=f"{name} bukan untuk BPU; isi income"):
        wage_base(accident(**{name: 1}), "BPU")


def test_an_income_is_refused_for_a_wage_earner(accident):
    with pytest.raises(LawRefused, match="income bukan untuk PU; isi wage"):
        wage_base(accident(income=1), "PU")
