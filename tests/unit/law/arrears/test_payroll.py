"""Payrolls: alike workers, single ones, reported wages, reliefs that lapse."""

from datetime import date

import pytest

from naungan.law.answer import Draft
from naungan.law.arrears.fields import FIELDS
from naungan.law.arrears.payroll import groups, levies, without_lapsed_relief
from naungan.law.book import Book, enacted
from naungan.law.question import read_facts
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
OCTOBER = 2026 * 12 + 9
JANUARY = 2026 * 12


def read(**stated):
    return groups(read_facts({"segment": "PU", **stated}, FIELDS))


def levied(payroll, month=OCTOBER, segment="PU"):
    found = levies(payroll, segment, month, READER, Draft(), [])
    return {one.programme: dict(one.by_payer) for one in found}


def test_a_number_of_workers_of_one_wage_is_one_group():
    (group,) = read(number_of_workers="12", wage="5000000", scale="micro")
    assert group.count == 12
    # 0.24 % and 0.3 % of 5,000,000 are 12,000 and 15,000
    assert levied([group]) == {
        "JKK": {"employer": 144_000},
        "JKM": {"employer": 180_000},
    }


def test_a_workers_own_risk_and_programmes_come_before_the_employers():
    payroll = read(
        programmes="JKK",
        risk_group="low",
        workers=[
            {"wage": 1_000_000},
            {"wage": 1_000_000, "risk_group": "very_high", "count": 2},
            {"wage": 1_000_000, "programmes": "JKM"},
        ],
    )
    # 5,400 + 2 x 17,400; 3,000
    assert levied(payroll) == {"JKK": {"employer": 40_200}, "JKM": {"employer": 3_000}}


def test_a_worker_counts_in_the_months_worked_only():
    payroll = read(
        programmes="JKM",
        workers=[{"wage": 1_000_000, "months": "2026-09"}, {"wage": 1_000_000}],
    )
    assert levied(payroll, OCTOBER) == {"JKM": {"employer": 3_000}}
    assert levied(payroll, OCTOBER - 1) == {"JKM": {"employer": 6_000}}


def test_workers_who_are_alike_are_counted_together():
    alike = [{"name": f"pekerja {n}", "wage": 1_000_000} for n in range(50)]
    other = [{"wage": 1_000_000, "count": 3}, {"wage": 2_000_000}]
    payroll = read(programmes="JKM", workers=[*alike, *other])
    assert [one.count for one in payroll] == [53, 1]
    assert levied(payroll) == {"JKM": {"employer": 53 * 3_000 + 6_000}}


def test_a_reported_wage_leaves_the_difference():
    payroll = read(programmes="JHT", wage=5_000_000, reported_wage=3_000_000)
    # 3.7 % and 2 % of 2,000,000
    assert levied(payroll) == {"JHT": {"employer": 74_000, "worker": 40_000}}


def test_what_the_government_adds_to_jkp_is_no_debt_of_the_employer():
    (group,) = read(wage=5_000_000, scale="large")
    assert set(levied([group])) == {"JKK", "JKM", "JHT", "JP"}


def test_a_self_employed_participant_is_one_group():
    facts = read_facts({"segment": "BPU", "income": 1_000_000, "payer": "apbd"}, FIELDS)
    assert levied(groups(facts), segment="BPU") == {
        "JKK": {"government": 10_000},
        "JKM": {"government": 6_800},
    }


def test_the_labour_intensive_relief_lapses_after_its_last_day():
    payroll = read(wage=4_000_000, programmes="JKK", labour_intensive=True)
    kept, used = without_lapsed_relief(payroll, JANUARY, date(2026, 6, 30), READER)
    assert (kept, used) == (payroll, ())
    lapsed, used = without_lapsed_relief(payroll, JANUARY, date(2026, 7, 1), READER)
    assert lapsed[0].stated["labour_intensive"] is False
    assert [(one.path.split("/")[-1], one.confidence) for one in used] == [
        ("settle_by", "VERIFIED"),
        ("relief_lapses", "SINGLE"),
    ]


def test_an_office_that_keeps_the_relief_says_so_by_an_overlay(tmp_path):
    path = tmp_path / "fines" / "late" / "labour_intensive" / "relief_lapses.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "overlay: Kantor\nvalues:\n  - {from: 2025-02-01, value: false}\n",
        encoding="utf-8",
    )
    payroll = read(wage=4_000_000, programmes="JKK", labour_intensive=True)
    reader = Reader(Book(overlay=tmp_path))
    kept = without_lapsed_relief(payroll, JANUARY, date(2026, 7, 1), reader)
    assert kept == (payroll, ())


def test_who_claims_no_relief_loses_none():
    payroll = read(wage=4_000_000, programmes="JKK")
    found = without_lapsed_relief(payroll, JANUARY, date(2026, 7, 1), READER)
    assert found == (payroll, ())


@pytest.mark.parametrize("name", ["wage", "number_of_workers", "reported_wage"])
def test_one_wage_and_a_list_of_workers_do_not_go_together(name):
    with pytest.raises(LawRefused, match=f"{name} tidak dipakai bersama workers"):
        read(workers=[{"wage": 1}], **{name: 1})


def test_a_reported_wage_above_the_true_one_is_refused():
    with pytest.raises(LawRefused, match="workers ke-1: reported_wage melebihi"):
        read(workers=[{"wage": 1, "reported_wage": 2}])
