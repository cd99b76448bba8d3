import pytest

from naungan.law.claim.payment import payment
from naungan.lib.errors import LawRefused


OWED = {"bpjs": 42_000_000, "employer": 0}


def test_without_a_complete_claim_only_the_term_is_said(open_claim, said):
    case = open_claim()
    assert payment(case, OWED) == {}
    assert said(case) == ["BPJS harus membayar dalam 3 hari kerja sejak berkas lengkap"]


def test_the_last_day_skips_holidays_and_joint_leave(open_claim, said):
    # Tue 7 May 2024: 8, then 9 (Ascension), 10 (joint leave) and the weekend, 13, 14
    case = open_claim(complete_on="2024-05-07")
    assert payment(case, OWED) == {"pay_by": "2024-05-14"}
    assert said(case, "en") == ["BPJS must pay by 14 May 2024"]


def test_every_day_late_costs_a_hundredth(open_claim):
    case = open_claim(complete_on="2024-05-07", paid_on="2024-05-15")
    assert payment(case, OWED)["compensation"] == 420_000
    assert case.draft.lines[-1].arithmetic.text() == "1 hari × 1% × Rp42.000.000"


def test_a_payment_in_time_costs_nothing(open_claim):
    case = open_claim(complete_on="2024-05-07", paid_on="2024-05-08")
    assert payment(case, OWED)["compensation"] == 0


def test_a_payment_without_a_claim_is_refused(open_claim):
    with pytest.raises(LawRefused, match="complete_on belum diisi"):
        payment(open_claim(paid_on="2024-05-08"), OWED)


def test_a_claim_before_the_event_is_refused(open_claim):
    with pytest.raises(LawRefused, match="sebelum kejadian"):
        payment(open_claim(complete_on="2024-04-30"), OWED)
    with pytest.raises(LawRefused, match="sebelum berkas lengkap"):
        payment(open_claim(complete_on="2024-05-07", paid_on="2024-05-06"), OWED)


def test_the_term_binds_bpjs_only(open_claim):
    case = open_claim(complete_on="2024-05-07")
    assert payment(case, {"bpjs": 0, "employer": 42_000_000}) == {}
    assert case.draft.lines == []


def test_cash_that_waits_for_arrears_is_not_late(open_claim):
    case = open_claim(complete_on="2024-05-07", paid_on="2024-05-15")
    held = {**OWED, "now": 10_000_000, "after_arrears": 32_000_000}
    assert payment(case, held)["compensation"] == 100_000
