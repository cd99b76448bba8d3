"""What an answer about JHT says beside its amounts."""

import pytest

from naungan.law.kinds import answer


def jht(**stated):
    return answer("benefit", {"programme": "JHT", **stated})


def test_without_a_balance_it_says_what_to_state():
    found = jht(event_date="2024-06-01", cause="death")
    assert found.results == {
        "drawable": True,
        "drawable_from": found.results["drawable_from"],
    }
    assert "isi balance" in found.notes[0].text()


def test_a_part_without_a_balance_is_told_as_a_share():
    found = jht(event_date="2024-06-01", joined="2010-01")
    assert found.results == {"drawable": False, "partial": {}}
    said = [
        line.arithmetic.text("en") for line in found.lines if "partial." in line.key
    ]
    assert said == ["30% × balance", "10% × balance"]


@pytest.mark.parametrize(
    ("birth", "cause"), [("1968-06-01", "age"), ("1968-06-02", "still_working")]
)
def test_the_cause_is_assumed_from_the_age(birth, cause):
    found = jht(event_date="2024-06-01", birth_date=birth, joined="2010-01", balance=1)
    assumed = " ".join(one.text("en") for one in found.assumed)
    expected = "reaching the age" if cause == "age" else "still working"
    assert expected in assumed


def test_the_least_return_is_named_with_its_article():
    (line,) = [one for one in jht(event_date="2024-06-01", cause="death").lines
               if one.key == "min_return"]  # fmt: skip
    assert "bank pemerintah" in line.arithmetic.text()
    assert line.used[0].basis == "PP 46/2015 Pasal 27"


def test_an_age_not_reached_is_told_by_its_day():
    found = jht(
        event_date="2024-06-01", cause="age", birth_date="1970-01-01", balance=1
    )
    (line,) = [one for one in found.lines if one.key == "total"]
    assert line.arithmetic.text("en") == "the age of 56 is reached on 1 January 2026"
