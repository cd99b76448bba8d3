"""The law as the texts have it, on the first and last month of every entry."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from naungan.law.book import enacted
from naungan.law.source.unit import as_text
from naungan.lib.dates import month_end


CASES = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def month_of(text):
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def as_written(value):
    """The form in which the cases write a value, trailing zeros aside."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("case", "month", "expected"),
    [
        pytest.param(case, month, expected, id=f"{case['parameter']} {month}")
        for case in CASES
        for month, expected in case["at"].items()
    ],
)
def test_a_parameter_has_the_value_that_its_source_gives(case, month, expected):
    parameter = enacted().parameter(case["parameter"])
    assert as_written(parameter.at_month(month_of(month))) == expected


@pytest.mark.parametrize(
    "case", [case for case in CASES if "instrument" in case], ids=str
)
def test_a_month_cites_the_instrument_that_gives_its_value(case):
    parameter = enacted().parameter(case["parameter"])
    for month, instrument in case["instrument"].items():
        assert parameter.entry_at(month_end(month_of(month))).instrument == instrument


@pytest.mark.parametrize("case", [case for case in CASES if "rows" in case], ids=str)
def test_a_table_has_its_first_and_last_row(case):
    rows = enacted().parameter(case["parameter"]).at_month(month_of("2026-10"))
    assert len(rows) == case["rows"]["count"]
    assert rows[0] == case["rows"]["first"]
    assert rows[-1] == case["rows"]["last"]


def test_every_row_of_the_self_employed_table_is_one_and_two_percent_of_its_base():
    rows = enacted().parameter("contributions/bpu/base_income").at_month(2026 * 12)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        assert row["jkk"] * 100 == row["base"]
        assert row["jht"] * 50 == row["base"]
        assert row["income_from"] <= row["base"]
        assert following is None or row["base"] < following["income_from"]


def test_the_months_beside_every_boundary_of_every_history_have_a_case():
    stated = {
        (case["parameter"], month_of(month)) for case in CASES for month in case["at"]
    }
    missing = []
    for parameter in enacted().parameters():
        for period in parameter.periods():
            for day, shift in ((period.from_on, -1), (period.to_on, 1)):
                if day is None:
                    continue
                month = day.year * 12 + day.month - 1
                missing += [
                    (parameter.path, at)
                    for at in (month, month + shift)
                    if (parameter.path, at) not in stated and parameter.unit != "table"
                ]
    assert missing == []


def test_every_case_names_its_source():
    assert all(case["source"] for case in CASES)


def test_every_history_has_text_that_sql_can_read():
    for parameter in enacted().parameters():
        for period in parameter.periods():
            assert "E" not in as_text(period.entry.value) or parameter.unit != "ratio"
