"""The answer about arrears: readable, cited, in two languages and as data."""

import json

import pytest

from naungan.law.book import enacted
from naungan.law.kinds import answer


FIVE_MONTHS = {
    "on": "2026-11-21",
    "since": "2026-06",
    "number_of_workers": "12",
    "wage": "3500000",
    "risk_group": "low",
    "scale": "large",
}


@pytest.fixture(scope="module")
def answered():
    return answer("arrears", FIVE_MONTHS)


def test_the_title_says_the_debt_and_the_day(answered):
    assert answered.title.text() == "Terutang pada 21 November 2026: Rp21.236.040"
    assert answered.title.text("en") == "Owed on 21 November 2026: Rp21.236.040"


def test_every_line_with_arithmetic_on_law_cites_its_article(answered):
    sums = ("employer", "worker", "contribution", "fine", "total")
    for line in answered.lines:
        assert line.used or line.key in sums, line.key
        assert all(one.basis for one in line.used), line.key


def test_a_citizen_can_follow_the_arithmetic(answered):
    said = {one.key: one.arithmetic for one in answered.lines if one.arithmetic}
    assert said["JKK.total"].text() == "5 bulan × (12 × Rp18.900)"
    assert said["JKK.fine"].text() == "Rp226.800 × 2% × (5 + 4 + 3 + 2 + 1) bulan"
    assert said["months.2026-06"].text("en") == (
        "due on 15 July 2026, 5 months late: contribution Rp4.006.800 + fine Rp400.680"
    )


def test_months_of_different_cost_are_written_apart():
    found = answer("arrears", {**FIVE_MONTHS, "months": "2026-02..2026-03", "since": None,
                               "wage": "20000000"})  # fmt: skip
    said = {one.key: one.arithmetic for one in found.lines if one.arithmetic}
    # JP 3 % of 10,547,400 and of 11,086,300, each half rounded by itself
    assert said["JP.total"].text() == (
        "1 bulan × (12 × Rp316.422) + 1 bulan × (12 × Rp332.589)"
    )


def test_doubts_travel_to_the_answer(answered):
    doubts = [one.path for one in answered.doubts]
    assert "fines/late/part_of_month" in doubts
    assert "arrears/ageing_classes" in doubts
    assert "Periksa sebelum dipakai dalam surat resmi" in answered.text()


def test_what_was_assumed_is_said():
    found = answer("arrears", {**FIVE_MONTHS, "scale": None, "risk_group": None})
    said = " ".join(one.text("en") for one in found.assumed)
    assert "segment" in said
    assert "scale of the employer: taken as large business" in said
    assert "risk group: taken as very low" in said


def test_the_answer_is_data_as_well(answered):
    data = json.loads(json.dumps(answered.as_data()))
    assert data["results"]["total"] == 21_236_040
    assert data["results"]["months"]["2026-06"]["due_on"] == "2026-07-15"
    assert data["law_version"] == enacted().version


def test_a_cause_cites_the_duty_and_says_what_is_open():
    found = answer("arrears", {**FIVE_MONTHS, "cause": "late_registration"})
    assert any("penagihan mundur" in one.text() for one in found.notes)
    cause = next(one for one in found.lines if one.key == "cause")
    assert cause.used[0].path == "enforcement/categories/pwbd"


def test_a_payment_is_shown_with_what_it_settled():
    paid = [{"paid_on": "2026-09-01", "amount": "1000000"}]
    found = answer("arrears", {**FIVE_MONTHS, "payments": paid})
    line = next(one for one in found.lines if one.key == "payment")
    assert line.amount_idr == -1_000_000
    assert line.arithmetic.text() == "iuran Rp1.000.000, denda Rp0"


def test_a_lapsed_relief_is_named():
    found = answer(
        "arrears",
        {
            "on": "2026-11-21",
            "months": "2025-08",
            "number_of_workers": "60",
            "wage": "4000000",
            "scale": "micro",
            "labour_intensive": "ya",
        },
    )
    line = next(one for one in found.lines if one.key == "settle_by")
    assert line.used[0].path == "fines/late/labour_intensive/settle_by"


def test_a_relief_needs_what_came_before_to_be_paid():
    question = {
        "on": "2025-10-01",
        "months": "2025-08",
        "number_of_workers": "60",
        "wage": "4000000",
        "scale": "micro",
        "risk_group": "low",
        "labour_intensive": "ya",
    }
    # 60 x 10,800; in arrears since 2024 no relief: 60 x 21,600
    assert answer("arrears", question).results["JKK"]["total"] == 648_000
    owing = answer("arrears", {**question, "paid_through": "2024-06"})
    assert owing.results["JKK"]["total"] == 1_296_000


def test_a_plan_is_written_as_a_calendar():
    found = answer("arrears", {**FIVE_MONTHS, "instalments": "2"})
    first = next(one for one in found.lines if one.key == "plan.1")
    assert first.label.text() == "Cicilan ke-1, 15 Desember 2026"
    assert "penagihan dibuka kembali 16 Desember 2026" in first.arithmetic.text()
    assert found.results["plan"]["instalments"][-1]["left"] == 0


def _share_line(found):
    return next((one for one in found.lines if one.key == "worker_share"), None)


def test_the_share_of_workers_is_not_more_than_what_is_left():
    # One month, wage 1,000,000, small: JKK 2,400 + JKM 3,000 + JHT 57,000 (20,000 of
    # the worker) = 62,400; fined 2 % for one month: 1,248. 60,000 were paid in time,
    # so 2,400 are left and no more than that can be the worker's.
    question = {
        "on": "2026-11-20",
        "months": "2026-09",
        "wage": "1000000",
        "scale": "small",
        "payments": [{"paid_on": "2026-10-15", "amount": "60000"}],
    }
    line = _share_line(answer("arrears", question))
    assert line.amount_idr == 2_400
    assert line.label.text() == "Bagian pekerja yang belum disetor, paling banyak"
    unpaid = _share_line(answer("arrears", {**question, "payments": None}))
    assert unpaid.amount_idr == 20_000
    assert unpaid.label.text() == "Bagian pekerja yang belum disetor"


def test_months_that_are_not_due_are_named_and_nobody_is_late_with_them():
    # November falls due on 15 December: 62,400 as above, of which no share is kept back.
    question = {"months": "2026-11", "wage": "1000000", "scale": "small"}
    found = answer("arrears", {"on": "2026-11-21", **question})
    assert found.results["not_yet_due"] == 62_400
    assert found.notes[-1].text() == (
        "Di dalamnya Rp62.400 belum lewat jatuh tempo, sejak iuran November 2026."
    )
    assert _share_line(found) is None
    later = answer("arrears", {"on": "2026-12-16", **question})
    assert later.results["not_yet_due"] == 0
    assert _share_line(later).amount_idr == 20_000


def test_a_day_past_the_recorded_law_is_counted_by_rules_taken_as_unchanged():
    found = answer("arrears", {**FIVE_MONTHS, "since": None, "months": "2026-06",
                               "on": "2027-04-01"})  # fmt: skip
    assert "past the recorded law (to March 2027)" in found.text("en").replace(
        "\n    ", " "
    )
