"""Each condition of JKP on its own: the programmes by scale, the age by day or month."""

from datetime import date

import pytest

from naungan.law.answer import Draft
from naungan.law.book import enacted
from naungan.law.job_loss.conditions import FIELDS, conditions
from naungan.law.question import read_facts
from naungan.law.reader import reader_of


DAY = date(2025, 6, 1)


def verdicts(**stated):
    draft = Draft()
    met = conditions(read_facts(stated, FIELDS), reader_of(enacted()), draft, DAY)
    return met, {line.key.removeprefix("conditions."): line for line in draft.lines}


def test_all_eight_conditions_are_written_even_when_the_first_fails():
    met, lines = verdicts(cause="resignation")
    assert not met
    assert len(lines) == 8


@pytest.mark.parametrize(
    ("scale", "joined", "met"),
    [
        ("micro", "JKK+JKM+JHT", True),
        ("micro", "JKK+JKM", False),
        ("medium", "JKK+JKM+JHT", False),
        ("large", "JKK+JKM+JHT+JP", True),
    ],
)
def test_the_programmes_follow_from_the_scale(scale, joined, met):
    assert verdicts(scale=scale, programmes=joined)[0] == met


def test_without_a_scale_the_largest_list_is_asked():
    met, lines = verdicts(programmes="JKK+JKM+JHT")
    assert not met
    assert "missing: JP" in lines["programmes"].arithmetic.text("en")


def test_a_month_of_registration_counts_to_its_end():
    # 54 on 15 June 2024: registered "in June" may already be too late
    assert not verdicts(birth_date="1970-06-15", joined="2024-06")[0]
    assert verdicts(birth_date="1970-06-15", joined_on="2024-06-01")[0]


def test_earlier_claims_assume_the_years_between():
    met, lines = verdicts(earlier_claims=1)
    assert met
    assert "60 contribution months" in lines["claims"].arithmetic.text("en")


def test_months_that_jkp_had_not_run_are_not_assumed():
    draft = Draft()
    facts = read_facts({}, FIELDS)
    assert not conditions(facts, reader_of(enacted()), draft, date(2021, 12, 31))
    (months,) = [line for line in draft.lines if line.key == "conditions.months"]
    assert "at most 11 months since" in months.arithmetic.text("en")
