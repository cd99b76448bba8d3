from datetime import date
from decimal import Decimal

import pytest

from naungan.law.source.unit import as_text
from naungan.lib.errors import LawRefused


CITED = "instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED"


@pytest.mark.parametrize(
    ("unit", "written", "value", "text"),
    [
        ("ratio", '"0.0030"', Decimal("0.0030"), "0.0030"),
        ("idr", "16800", 16800, "16800"),
        ("months", "0", 0, "0"),
        ("day_of_month", "31", 31, "31"),
        ("programmes", "[JKK, JKM, JHT]", ("JKK", "JKM", "JHT"), "JKK+JKM+JHT"),
        ("list", "[apbn, apbd]", ("apbn", "apbd"), "apbn+apbd"),
        ("text", "kata  kata", "kata kata", "kata kata"),
        ("day", "2026-06-30", date(2026, 6, 30), "2026-06-30"),
        ("yes_no", "true", True, "true"),
        ("yes_no", "false", False, "false"),
    ],
)
def test_a_value_is_read_in_its_unit_and_written_for_sql(
    shelf, unit, written, value, text
):
    parameter = shelf.parameter(
        f"- {{from: 2001-01-01, value: {written}, {CITED}}}", unit=unit
    )
    assert parameter.entries[0].value == value
    assert as_text(parameter.entries[0].value) == text


@pytest.mark.parametrize(
    ("unit", "written", "message"),
    [
        ("idr", "16.8", "bukan bilangan bulat"),
        ("idr", "1_000", "bukan bilangan bulat"),
        ("idr", '"1000"', "bukan bilangan bulat"),
        ("idr", "-1", "kurang dari nol"),
        ("day_of_month", "32", "tanggal 32 tidak ada"),
        ("day_of_month", "0", "tanggal 0 tidak ada"),
        ("programmes", "[JKM, JKK]", r"tulis \[JKK, JKM\]"),
        ("programmes", "[JKK, JKK]", r"tulis \[JKK\]"),
        ("programmes", "[JPK]", "'JPK' tidak dikenal"),
        ("programmes", "[]", "daftar yang tidak kosong"),
        ("list", "apbn", "daftar yang tidak kosong"),
        ("yes_no", "yes", "bukan true atau false"),
    ],
)
def test_a_value_that_does_not_fit_its_unit_is_refused(shelf, unit, written, message):
    with pytest.raises(LawRefused, match=message):
        shelf.parameter(f"- {{from: 2001-01-01, value: {written}, {CITED}}}", unit=unit)
