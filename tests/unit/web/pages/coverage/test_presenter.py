"""The rows of a region, arranged for its page."""

from naungan.casework.intake.figures import RegionFigures
from naungan.web.figures import month_words
from naungan.web.pages.coverage.presenter import page_of


def row(month, low, **rest):
    """Give one row of coverage of 100 workers."""
    plain = {"segment": None, "category": None, "funder": None, "hidden": False}
    return {
        "measure": "coverage",
        "region_code": "16.04.23",
        "month": month,
        "universe": "daftar Naungan",
        "numerator": low,
        "denominator": 100,
        "low": low,
        "high": low,
        **plain,
        **rest,
    }


WHOLE = [row("2024-01", 20), row("2024-12", 30)]


def page(*rows):
    """Arrange the page of a district."""
    found = RegionFigures(own=[*WHOLE, *rows], below=[], level_below="village")
    return page_of(found, "Merapi Timur", None)


def test_months_that_tell_of_no_segment_make_no_empty_columns():
    shown = page(row("2024-12", 40, segment="PU"))
    assert shown.months == [month_words("2024-12", "M y")]
    assert [cell.text for cell in shown.matrix[0].cells] == ["40,0"]


def test_funds_without_earlier_months_promise_no_change():
    assert not page(row("2024-12", 20, funder="apbd")).has_past


def test_a_change_names_the_month_that_it_starts_from():
    shown = page(row("2024-01", 12, funder="apbd"), row("2024-12", 20, funder="apbd"))
    assert shown.has_past
    assert shown.first_month == month_words("2024-01", "M y")
