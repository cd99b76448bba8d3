"""Months that fell due and were not paid."""

from tests.oracles.tables import MONTH
from tests.spec.findings.places import evidence, firm_with, found, member


CODE = "contributions_in_arrears"


def bill(back, paid, billed=1_000_000):
    return {"npp": "N1", "month": MONTH - back, "billed": billed, "paid": paid}


def test_members_paid_up_to_july_are_two_months_behind_in_october():
    work = firm_with(
        [], [member(0, paid_through=MONTH - 3), member(1, paid_through=MONTH - 3)]
    )
    [finding] = found(work, CODE)
    assert finding["people"] == 2
    assert finding["monthly_idr"] == 2 * 286_200
    assert (finding["severity"], finding["confidence"]) == ("medium", "medium")
    assert finding["sentence"] == (
        "Iuran 2 bulan yang sudah jatuh tempo belum lunas, mengenai 2 peserta. Iuran yang "
        "belum dibayar Rp572.400 sebulan."
    )
    assert finding["instruments"] == "pp-44-2015+pp-45-2015+pp-46-2015+uu-24-2011"
    assert evidence(work, CODE) == [(None, 0), (None, 1)]


def test_september_paid_in_october_is_in_time():
    assert not found(firm_with([], [member(0, paid_through=MONTH - 1)]), CODE)


def test_more_months_than_the_law_bears_are_severe():
    [finding] = found(firm_with([], [member(0, paid_through=MONTH - 5)]), CODE)
    assert finding["severity"] == "high"


def test_one_member_among_many_may_have_left_unreported():
    members = [member(0, paid_through=MONTH - 3)] + [member(row) for row in range(1, 9)]
    [finding] = found(firm_with([], members), CODE)
    assert finding["confidence"] == "low"


def test_the_payments_file_goes_before_the_extract():
    bills = [bill(3, 1_000_000), bill(2, 400_000), bill(1, 250_000)]
    [finding] = found(firm_with([], [member(0)], contribution_rows=bills), CODE)
    assert finding["monthly_idr"] == 750_000
    assert finding["confidence"] == "high"
    assert "Iuran 2 bulan" in finding["sentence"]
    assert "terakhir bulan September 2026" in finding["sentence"]


def test_a_payments_file_in_which_all_is_settled_clears_an_old_extract():
    bills = [bill(back, 1_000_000) for back in range(1, 8)]
    late = member(0, paid_through=MONTH - 6)
    assert not found(firm_with([], [late], contribution_rows=bills), CODE)


def test_a_bill_that_is_not_yet_due_is_no_arrears():
    bills = [bill(1, 1_000_000), bill(0, 0)]
    assert not found(firm_with([], [member(0)], contribution_rows=bills), CODE)


def test_a_payer_who_falls_silent_while_the_file_goes_on_is_behind():
    bills = [
        bill(4, 1_000_000),
        {"npp": "N9", "month": MONTH - 1, "billed": 1, "paid": 1},
    ]
    [finding] = found(firm_with([], [member(0)], contribution_rows=bills), CODE)
    assert "Iuran 3 bulan" in finding["sentence"]
