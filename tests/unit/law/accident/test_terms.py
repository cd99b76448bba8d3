import pytest

from naungan.law.accident.terms import is_covered_disease, is_employers_by_late_report
from naungan.lib.errors import LawRefused


def late(accident, segment="PU", **stated):
    case = accident(**stated)
    return is_employers_by_late_report(case, case, segment), case


def test_without_a_report_the_term_is_said(accident):
    shifts, case = late(accident)
    assert not shifts
    assert case.draft.lines[0].label.text() == "Laporkan kecelakaan dalam 2 × 24 jam"


@pytest.mark.parametrize(
    ("event_date", "reported_on", "segment", "shifts"),
    [
        ("2025-05-10", "2025-05-10", "PU", False),
        ("2025-05-10", "2025-05-12", "PU", False),
        ("2025-05-10", "2025-05-13", "PU", True),
        ("2025-05-10", "2025-05-13", "NON_ASN", True),
        ("2025-05-10", "2025-05-13", "BPU", False),
        ("2025-02-28", "2025-05-13", "PU", False),
        ("2025-03-01", "2025-05-13", "PU", True),
    ],
)
def test_a_late_report_shifts_the_benefit_since_the_rule(
    accident, event_date, reported_on, segment, shifts
):
    got, _ = late(accident, segment, event_date=event_date, reported_on=reported_on)
    assert got is shifts


def test_the_shift_is_as_unsure_as_its_source(accident):
    _, case = late(accident, event_date="2025-05-10", reported_on="2025-05-13")
    assert case.draft.lines[0].confidence == "SINGLE"


def test_a_report_before_the_accident_is_refused(accident):
    with pytest.raises(LawRefused, match="reported_on sebelum kejadian"):
        late(accident, reported_on="2024-04-30")


def test_work_that_goes_on_covers_whatever_happens(accident):
    assert is_covered_disease(accident())
    assert is_covered_disease(accident(employment_ended_on="2024-05-01"))


def test_a_disease_is_covered_for_three_years(accident):
    on_time = accident(disease=True, employment_ended_on="2021-05-01")
    late = accident(disease=True, employment_ended_on="2021-04-30")
    assert is_covered_disease(on_time)
    assert not is_covered_disease(late)
    assert on_time.draft.lines[0].amount_idr is None
    assert late.draft.lines[0].amount_idr == 0


def test_an_accident_after_work_is_refused(accident):
    with pytest.raises(LawRefused, match="hanya penyakit akibat kerja"):
        is_covered_disease(accident(employment_ended_on="2024-04-30"))
