"""What an answer about JKP says beside its amounts."""

from naungan.law.kinds import answer


def jkp(day, **stated):
    return answer(
        "benefit", {"programme": "JKP", "event_date": day, "wage": 4_000_000} | stated
    )


def noted(found):
    return " ".join(one.text("en") for one in found.notes)


def test_cash_that_ran_into_the_new_rule_is_marked():
    assert "A new rule took effect on 7 February 2025" in noted(jkp("2024-08-07"))
    assert "A new rule" not in noted(jkp("2024-08-06"))
    assert "A new rule" not in noted(jkp("2025-02-07"))


def test_a_window_that_was_open_when_it_grew_is_marked():
    assert "The window became 6 months" in noted(jkp("2024-11-07"))
    assert "The window became" not in noted(jkp("2024-11-06"))


def test_the_reported_wage_is_said_to_count():
    assert "reported to BPJS counts" in noted(
        jkp("2025-06-01", reported_wage=3_000_000)
    )
    assert "reported to BPJS counts" not in noted(
        jkp("2025-06-01", reported_wage=4_000_000)
    )


def test_the_total_is_written_as_the_sum_of_its_stretches():
    (line,) = [one for one in jkp("2025-01-01").lines if one.key == "total"]
    assert line.arithmetic.text() == "3 × Rp1.800.000 + 3 × Rp1.000.000"


def test_what_is_not_paid_names_what_stands_against_it():
    foreign = jkp("2025-06-01", citizen=False, health_insured=False).lines[0]
    assert foreign.amount_idr == 0
    assert foreign.arithmetic.text("en") == (
        "not paid; conditions that are not met: Indonesian citizen, Registered in JKN"
    )
    late = jkp("2025-06-01", claimed_on="2026-06-01").lines[0]
    assert late.arithmetic.text() == "tidak dibayarkan, karena klaim terlambat"


def test_what_is_paid_stands_before_the_conditions():
    keys = [line.key for line in jkp("2025-06-01").lines]
    assert keys.index("total") < keys.index("conditions.cause")


def test_what_was_not_stated_is_said_to_be_assumed():
    assumed = [one.text() for one in jkp("2025-06-01").assumed]
    assert any("sedikitnya 12 bulan dalam 24 bulan" in one for one in assumed)
    assert len(assumed) == len(set(assumed))


def test_every_answer_reads_in_both_languages():
    found = jkp("2025-06-01", scale="small")
    assert "pelatihan kerja" in found.text()
    assert "job training" in found.text("en")
    assert "{" not in found.text() + found.text("en")
