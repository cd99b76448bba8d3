from decimal import Decimal

import pytest

from naungan.lib import numbers
from naungan.lib.numbers import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21%", "21"),
        ("21 %", "21"),
        ("37,7 persen", "37.7"),
        ("24.35 persen", "24.35"),
        ("24.35", "24.35"),
        ("1.234.567,00", "1234567"),
        ("1.234,5", "1234.5"),
        ("1234567", "1234567"),
        ("0", "0"),
        ("007", "7"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("1,234,567", "1234567"),
        ("1,234.50", "1234.50"),
        ("12.345.678", "12345678"),
        ("2,93 miliar", "2930000000"),
        ("2.93 milyar", "2930000000"),
        ("779 juta", "779000000"),
        ("1,5 triliun", "1500000000000"),
        ("250 rb", "250000"),
        ("5jt", "5000000"),
        ("2 juta 500 ribu", "2500000"),
        ("sebelas", "11"),
        ("dua puluh satu", "21"),
        ("Dua Puluh Satu", "21"),
        ("seribu", "1000"),
        ("tiga ratus enam puluh", "360"),
        ("dua belas", "12"),
        ("dua koma lima persen", "2.5"),
        ("dua setengah miliar", "2500000000"),
        ("setengah juta", "500000"),
        ("minus lima", "-5"),
        ("-1.234,5", "-1234.5"),
        ("−12", "-12"),
        ("+12", "12"),
        ("(1.234.000)", "-1234000"),
        ("'123", "123"),
    ],
)
def test_a_number_that_can_be_read_one_way_has_no_doubt(text: str, value: str) -> None:
    read = read_number(text)
    assert (read.value, read.note) == (Decimal(value), "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("51.398", "51398"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("24.350 persen", "24.350"),
        ("1.500 juta", "1500000000"),
        ("3.20E+15", "32E14"),
        ("1,5e6", "1500000"),
    ],
)
def test_a_number_with_two_readings_follows_the_rule_and_says_so(
    text: str, value: str
) -> None:
    read = read_number(text)
    assert read.value == Decimal(value)
    assert read.note


def test_a_percent_column_reads_the_dot_as_a_decimal_point() -> None:
    assert numbers.parse_number("24.350", percent=True) == Decimal("24.350")
    assert numbers.parse_number("24.350") == 24350


@pytest.mark.parametrize(
    "text",
    ["", "  ", "abc", "12 34", "1.23.4", "1.2345.678", "1,2,3", "12 5 ribu", "%", "-"],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    read = read_number(text)
    assert read.value is None
    assert read.note


def test_a_whole_number_has_no_fraction() -> None:
    assert numbers.parse_whole("1.234.567,00") == 1234567
    assert numbers.parse_whole("1.234,5") is None
    assert numbers.parse_whole("dua belas") == 12
    assert numbers.parse_whole("") is None


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234567, None, "1.234.567"),
        (0, None, "0"),
        (-1234, None, "−1.234"),
        (Decimal("1234567.8"), None, "1.234.567,8"),
        (Decimal("21.45"), 1, "21,5"),
        (Decimal("-21.45"), 1, "−21,5"),
        (Decimal("0.04"), 1, "0,0"),
        (Decimal("-0.04"), 1, "0,0"),
        (31, 1, "31,0"),
        (Decimal("1234.5"), 0, "1.235"),
    ],
)
def test_numbers_are_written_with_dots_and_comma(
    value: int | Decimal, places: int | None, text: str
) -> None:
    assert numbers.format_number(value, places) == text


def test_percentages_have_a_no_break_space_and_one_decimal() -> None:
    assert numbers.format_percent(31) == "31,0\u00a0%"
    assert numbers.format_percent(Decimal("21.4338"), 2) == "21,43\u00a0%"


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        ("0.5", "+0,5 poin"),
        ("-1.25", "−1,3 poin"),
        ("0", "0,0 poin"),
        ("0.04", "0,0 poin"),
    ],
)
def test_differences_of_percentages_are_signed_points(
    difference: str, text: str
) -> None:
    assert numbers.format_points(Decimal(difference)) == text


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        ("0.5", "sedikit lebih tinggi"),
        ("-0.5", "sedikit lebih rendah"),
        ("0", "sama"),
        ("1", "lebih tinggi"),
        ("-4.99", "lebih rendah"),
        ("5", "jauh lebih tinggi"),
    ],
)
def test_a_small_difference_is_called_slight(difference: str, words: str) -> None:
    assert numbers.compare_points(Decimal(difference)) == words


@pytest.mark.parametrize(
    ("part", "whole", "places", "percent"),
    [
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (-1, 8, 0, "-13"),
        (0, 5, 1, "0.0"),
        (5, 4, 1, "125.0"),
        (1, 3, 4, "33.3333"),
    ],
)
def test_percentages_round_half_up_exactly(
    part: int, whole: int, places: int, percent: str
) -> None:
    assert str(numbers.percentage(part, whole, places)) == percent


def test_a_share_of_nothing_has_no_value() -> None:
    with pytest.raises(ZeroDivisionError):
        numbers.percentage(1, 0)
