"""Scale decides which programmes an employer must enrol its workers in."""

from datetime import date

import pytest
from tests.spec.findings.places import FIRM, evidence, firm_with, found, member, worker


CODE = "missing_programmes"
JKK, JKM, JHT, JP = 1, 2, 4, 8


@pytest.mark.parametrize(
    ("scale", "held", "lacking", "monthly_idr", "severity"),
    [
        ("large", JKK | JKM, "JHT+JP", 111_000 + 60_000 + 60_000 + 30_000, "medium"),
        ("medium", JKK | JKM | JHT, "JP", 60_000 + 30_000, "medium"),
        ("small", JKK | JKM, "JHT", 111_000 + 60_000, "medium"),
        ("small", JHT, "JKK+JKM", 16_200 + 9_000, "high"),
        ("micro", JKM, "JKK", 16_200, "high"),
    ],
)
def test_what_is_lacking_and_what_it_costs(scale, held, lacking, monthly_idr, severity):
    work = firm_with([], [member(0, programmes=held)], firm=FIRM | {"scale": scale})
    [finding] = found(work, CODE)
    assert f"yang kurang: {lacking}." in finding["sentence"]
    assert (finding["people"], finding["monthly_idr"]) == (1, monthly_idr)
    assert (finding["severity"], finding["confidence"]) == (severity, "high")
    assert finding["instruments"] == "perpres-109-2013+pp-44-2015"
    assert evidence(work, CODE) == [(None, 0)]


@pytest.mark.parametrize(
    ("scale", "held"),
    [("large", 15), ("small", 7), ("micro", 3), (None, 3), ("micro", 31)],
)
def test_all_mandatory_programmes_are_no_finding(scale, held):
    members = [member(0, programmes=held)]
    assert not found(firm_with([], members, firm=FIRM | {"scale": scale}), CODE)


def test_an_unknown_scale_is_less_sure():
    work = firm_with([], [member(0, programmes=JKK)], firm=FIRM | {"scale": None})
    assert [one["confidence"] for one in found(work, CODE)] == ["medium"]


def test_someone_of_pension_age_needs_no_pension_programme():
    old = member(0, programmes=7, birth_date=date(1960, 1, 1), birth_year=1960)
    assert not found(firm_with([], [old]), CODE)


def test_builders_need_only_the_two():
    assert not found(firm_with([], [member(0, programmes=3, segment="JAKON")]), CODE)


def test_the_higher_wage_of_list_and_report_counts():
    members = [member(0, programmes=7, reported_wage=1_000_000)]
    [finding] = found(firm_with([worker(1, wage=2_000_000)], members, [(1, 0)]), CODE)
    assert finding["monthly_idr"] == 40_000 + 20_000


def test_a_member_whose_wage_nobody_knows_is_named_as_left_out():
    [finding] = found(
        firm_with([], [member(0, programmes=3, reported_wage=None)]), CODE
    )
    assert finding["monthly_idr"] == 0
    assert "(1 pekerja tanpa data upah belum dihitung)" in finding["sentence"]
