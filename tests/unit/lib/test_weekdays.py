from datetime import date

import pytest

from naungan.lib.weekdays import InferredDate, YearlessDate, infer_year, read_yearless


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jumat (20/12)", YearlessDate(20, 12, 4)),
        ("Rabu (3/7)", YearlessDate(3, 7, 2)),
        ("Jum'at, 20 Desember", YearlessDate(20, 12, 4)),
        ("(3/7)", YearlessDate(3, 7)),
        ("3 Juli", YearlessDate(3, 7)),
    ],
)
def test_a_date_without_year_is_read_day_first(
    text: str, expected: YearlessDate
) -> None:
    assert read_yearless(text) == expected


@pytest.mark.parametrize(
    "text", ["Jumat", "12/20", "3 Foo", "Besok (3/7)", "20/12/2024", "0", ""]
)
def test_other_texts_are_not_dates_without_year(text: str) -> None:
    assert read_yearless(text) is None


def test_the_weekday_settles_the_year_of_the_sukabumi_meeting() -> None:
    inferred = infer_year(YearlessDate(20, 12, 4), range(2021, 2026))
    assert inferred == InferredDate(
        date(2024, 12, 20), "weekday", (date(2024, 12, 20),)
    )


def test_the_year_named_in_the_text_settles_the_lahat_meeting() -> None:
    inferred = infer_year(YearlessDate(3, 7, 2), [2024])
    assert (inferred.on, inferred.confidence) == (date(2024, 7, 3), "weekday")


def test_without_weekday_one_year_of_context_is_a_weaker_ground() -> None:
    inferred = infer_year(YearlessDate(3, 7), [2024, 2024])
    assert (inferred.on, inferred.confidence) == (date(2024, 7, 3), "context")


def test_two_fitting_years_leave_the_date_open() -> None:
    inferred = infer_year(YearlessDate(20, 12, 4), range(2013, 2025))
    assert inferred.on is None
    assert inferred.confidence == "open"
    assert inferred.candidates == (
        date(2013, 12, 20),
        date(2019, 12, 20),
        date(2024, 12, 20),
    )


def test_a_weekday_that_fits_no_year_contradicts() -> None:
    assert infer_year(YearlessDate(20, 12, 0), [2024]).confidence == "contradicted"
    assert infer_year(YearlessDate(30, 2), [2024]).confidence == "contradicted"
