"""Answers about fines: lines, articles, doubts, the self-employed."""

from naungan.law.kinds import answer


LATE = {
    "segment": "PU",
    "programme": "JHT",
    "month": "2024-01",
    "amount": "570000",
    "paid_on": "2024-05-10",
}


def test_the_answer_shows_due_day_delay_fine_and_sum():
    found = answer("fine", LATE)
    said = {one.key: one.arithmetic.text() for one in found.lines}
    assert said == {
        "due_on": "jatuh tempo 15 Februari 2024",
        "months_late": "sejak 15 Februari 2024 sampai 10 Mei 2024: 3 bulan",
        "fine": "Rp570.000 × 2% × 3 bulan",
        "total": "Rp570.000 + Rp34.200",
    }
    assert "PP 46/2015 Pasal 20" in found.text()


def test_the_doubt_about_begun_months_travels():
    assert answer("fine", LATE).confidence == "MEMORY"
    exact = answer("fine", {**LATE, "paid_on": "2024-04-15"})
    assert exact.results["months_late"] == 2
    assert exact.confidence == "VERIFIED"


def test_the_segment_is_assumed_and_said():
    found = answer("fine", {**LATE, "segment": None})
    assert found.assumed[0].text("en").startswith("segment: taken as")


def test_the_self_employed_are_told_what_happens_instead():
    found = answer("fine", {**LATE, "segment": "BPU"})
    assert found.results["fine"] == 0
    assert any("tidak didenda" in one.text() for one in found.notes)


def test_the_answer_is_in_english_too():
    text = answer("fine", LATE).text("en")
    assert "Late fine: Rp34.200" in text
    assert "Rp570.000 × 2% × 3 months" in text


def test_a_payment_past_the_recorded_law_says_that_its_rules_are_taken_as_unchanged():
    last = answer("fine", {**LATE, "paid_on": "2027-03-31"})
    beyond = answer("fine", {**LATE, "paid_on": "2027-04-01"})
    assert not any("sesudah hukum" in one.text() for one in last.assumed)
    assert beyond.assumed[-1].text() == (
        "1 April 2027 sesudah hukum yang tercatat (sampai Maret 2027); aturannya "
        "dianggap belum berubah."
    )
