"""An age is told to the day where the day of birth is known, else about."""

from datetime import date

import pytest

from naungan.web.persons.born import born_and_age


TODAY = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"birth_date": date(1960, 6, 19)}, "19 Jun 1960, 64 tahun"),
        ({"birth_date": date(1960, 1, 15)}, "15 Jan 1960, 65 tahun"),
        (
            {"birth_date": date(2009, 5, 31), "birth_year": 2009},
            "31 Mei 2009, 15 tahun",
        ),
        ({"birth_date": None, "birth_year": 1960}, "1960, sekitar 65 tahun"),
        ({"birth_date": None, "birth_year": None}, "–"),
    ],
)
def test_the_age_is_of_the_day_or_about_where_only_the_year_is_known(row, text):
    assert born_and_age(row, TODAY) == text
