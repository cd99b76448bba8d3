import pytest

from naungan.law.entitlement.risks import RISKS, risks


NOW = "2026-11-21"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"registered": False}, "unregistered"),
        ({"active": False}, "inactive"),
        ({"arrears_months": 1, "segment": "BPU"}, "arrears"),
        ({"segment": "BPU", "joined_on": "2026-11-01"}, "short_membership"),
        ({"contribution_months": 35}, "scholarship_condition"),
        ({"wage": 2, "reported_wage": 1}, "underreported"),
        ({"heirs": False}, "no_heirs"),
    ],
)
def test_each_risk_is_found_and_rests_on_an_article(open_claim, stated, code):
    case = open_claim(event_date=NOW, **stated)
    assert code in risks(case)
    assert all(used.basis for line in case.draft.lines for used in line.used)
    assert all(line.used for line in case.draft.lines)


def test_a_case_in_order_has_no_risk(open_claim):
    case = open_claim(event_date=NOW, segment="PU", wage=2, reported_wage=2)
    assert risks(case) == []
    assert case.draft.lines == []


def test_whoever_is_no_newcomer_leaves_no_line(open_claim):
    case = open_claim(event_date=NOW, segment="BPU", joined_on="2020-01-01")
    assert risks(case) == []
    assert case.draft.lines == []


def test_arrears_are_no_risk_where_nothing_is_paid_monthly(open_claim):
    case = open_claim(event_date=NOW, segment="JAKON", arrears_months=3)
    assert "arrears" not in risks(case)


def test_the_month_in_which_the_scholarship_begins_is_said(open_claim):
    case = open_claim(event_date=NOW, contribution_months=30)
    risks(case)
    # six more months from November 2026
    assert "cukup pada Mei 2027" in case.draft.lines[0].arithmetic.text()


def test_every_risk_has_a_code_of_its_own():
    assert len(RISKS) == 8
