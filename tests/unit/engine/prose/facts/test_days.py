"""Days as printed: day before month, and no decimal is a day."""

from naungan.engine.prose.facts.days import days_in, months_in, years_in
from naungan.engine.prose.page.sentences import split_sentences


def sentence(text):
    return split_sentences((text,))[0]


def test_day_stands_before_month():
    (day,) = days_in(sentence("Rapat Jumat (1/11/2024) pagi"))
    assert (day.day, day.month, day.year, day.weekday) == (1, 11, 2024, 4)
    assert day.words.surface == "Jumat (1/11/2024)"


def test_numbers_that_only_look_like_days_are_none():
    assert not [*days_in(sentence("Capaian 24.35 dan 13-20 serta 40/50"))]


def test_months_and_years_are_found_where_they_stand():
    line = sentence("Sejak Juli 2024 sampai 2026")
    assert [(y, m) for y, m, _ in months_in(line)] == [(2024, 7)]
    assert [y for y, _ in years_in(line)] == [2024, 2026]
