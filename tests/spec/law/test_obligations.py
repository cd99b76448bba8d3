"""Whose duties are written down, for whom, and by which clock."""

import pytest

from naungan.law.book import enacted
from naungan.law.obligation import BEARERS


DUTIES = enacted().obligations


@pytest.mark.parametrize("code", DUTIES)
def test_a_duty_reads_in_both_languages_and_cites_an_article(code):
    duty = DUTIES[code]
    assert duty.title != duty.title_en
    assert duty.legal_bases
    assert (duty.counts_from is None) or duty.clock


@pytest.mark.parametrize("code", [code for code in DUTIES if DUTIES[code].clock])
def test_a_clock_counts_time(code):
    unit = enacted().parameter(DUTIES[code].clock).unit
    assert unit in ("working_days", "days", "hours", "months")


def test_everybody_who_may_owe_something_does():
    assert {one.who for one in DUTIES.values()} == set(BEARERS)


@pytest.mark.parametrize(
    ("code", "clock", "unit", "value"),
    [
        ("register_employer", "negligent_employer", "working_days", 7),
        ("register_construction_project", "construction_project", "working_days", 14),
        ("register_non_asn", "non_asn_form", "working_days", 30),
        ("hand_in_registration_form", "registration_form", "working_days", 30),
        ("report_data_changes", "data_change", "working_days", 7),
        ("register_new_worker_in_pension", "new_worker_jp", "days", 30),
        ("issue_number", "number_issue", "working_days", 1),
    ],
)
def test_the_clocks_of_registering_are_those_of_the_sources(code, clock, unit, value):
    duty = DUTIES[code]
    parameter = enacted().parameter(duty.clock)
    assert duty.clock == f"participation/clocks/{clock}"
    assert (parameter.unit, parameter.at_month(2026 * 12 + 9)) == (unit, value)


@pytest.mark.parametrize(
    ("finding", "category"),
    [
        ("unregistered_employer", "PWBD"),
        ("partial_workers", "PDS_TENAGA_KERJA"),
        ("underreported_wage", "PDS_UPAH"),
        ("missing_programmes", "PDS_PROGRAM"),
        ("contributions_in_arrears", "MENUNGGAK"),
    ],
)
def test_a_finding_and_a_class_of_employers_name_the_same_breach(finding, category):
    (duty,) = enacted().obligations_of(finding)
    assert duty.category == category


def test_what_a_small_business_owes_alone_is_not_asked_of_a_large_one():
    pension = DUTIES["register_new_worker_in_pension"]
    assert pension.scales == ("medium", "large")
    assert all(one.kinds == () for one in DUTIES.values() if one.who == "participant")
