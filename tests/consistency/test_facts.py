"""Every fact of the fact sheet stands in the book, with its value, its days and its doubt.

Where the reference data are at hand, the sheet beside them is compared value by
value. Without it, the other half is proved: every place that the list of facts
names is in the book, with a history and a source.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from naungan.law.book import enacted
from naungan.law.source.entry import CONFIDENCES


PLACES = yaml.safe_load(
    (Path(__file__).parent / "facts_to_paths.yaml").read_text(encoding="utf-8")
)
# fact -> why the book says otherwise; each with the reason beside the value there
KNOWN_BETTER: dict[str, str] = {}
# tables: column of the fact -> column of the book; percentages there are ratios here
TABLES = {
    "bpu.income_table": {
        "income_from": "income_from",
        "base": "base",
        "jkk": "jkk",
        "jht": "jht",
    },
    "jakon.jkk.tiers": {"contract_above": "above", "marginal_percent": "rate"},
    "jakon.jkm.tiers": {"contract_above": "above", "marginal_percent": "rate"},
    "jkk.disability.table": {"part": "part", "percent": "ratio"},
    "jkk.stmb.schedule": {"months_from": "from_month", "percent": "ratio"},
    "jkp.cash.schedule": {
        "month_from": "month_from",
        "month_to": "month_to",
        "percent": "ratio",
    },
    "scholarship.schedule": {"amount_per_year": "amount", "max_years": "max_years"},
}


def paths(place):
    """Give the paths of a fact as a list."""
    return place if isinstance(place, list) else [place]


@pytest.fixture(scope="module")
def facts(reference_data):
    """Return the facts of the sheet; none where it is not at hand."""
    sheet = reference_data and reference_data.parent / "facts" / "law.yaml"
    if not sheet or not sheet.exists():
        return []
    return yaml.safe_load(sheet.read_text(encoding="utf-8"))["parameters"]


def as_day(value):
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def expected(fact):
    """Give a fact's value as the book would write it; None where they differ in form."""
    value, unit = fact["value"], fact["unit"]
    if "percent" in unit and isinstance(value, int | float):
        return Decimal(str(value)) / 100
    if unit == "multiplier":
        return Decimal(str(value))
    if unit == "programme_list":
        return set(value)
    if unit.startswith("date") or unit == "day":
        return as_day(value)
    if isinstance(value, bool | int):
        return value
    return None


def in_book(path, day):
    """Give the book's value on a day in the same form."""
    found = enacted().parameter(path).at(day)
    return (
        set(found)
        if path.startswith("participation/") and isinstance(found, tuple)
        else found
    )


def differences(fact):
    """Say where the book does not say what a fact says."""
    yield from doubts_lost(fact)
    place, wanted = PLACES[fact["id"]], expected(fact)
    if wanted is None or isinstance(place, list):
        return
    for day in (fact["valid_from"], fact["valid_to"]):
        got = None if day is None else in_book(place, as_day(day))
        if day is not None and got != wanted:
            yield f"{place} on {day}: {got!r}, the fact says {wanted!r}"


def doubts_lost(fact):
    """Say where the book is surer than the fact, of its value or of its first day."""
    start = as_day(fact["valid_from"])
    for path in paths(PLACES[fact["id"]]):
        entry = enacted().parameter(path).entry_at(start)
        if entry is None:
            continue
        if _surer(entry.confidence, fact["confidence"]):
            yield f"{path}: {entry.confidence}, the fact is {fact['confidence']}"
        if _more_certain_day(entry, fact, start):
            yield f"{path}: {start} is uncertain, the book does not say so"


def _more_certain_day(entry, fact, start):
    uncertain = fact.get("date_uncertain", False)
    return uncertain and entry.from_on == start and not entry.date_uncertain


def _surer(ours, theirs):
    return CONFIDENCES.index(ours) < CONFIDENCES.index(theirs)


def test_every_fact_has_a_place(facts):
    assert {fact["id"] for fact in facts} - set(PLACES) == set()


def test_every_fact_is_said_as_it_is_known(facts):
    wrong = {
        f"{fact['id']} {fact['valid_from']}": found
        for fact in facts
        if fact["id"] not in KNOWN_BETTER and (found := list(differences(fact)))
    }
    assert wrong == {}


def test_every_table_has_the_rows_of_its_fact(facts):
    for fact in facts:
        if fact["id"] in TABLES:
            columns = TABLES[fact["id"]]
            held = in_book(PLACES[fact["id"]], as_day(fact["valid_from"]))
            theirs = [
                tuple(_plain(row, name) for name in columns) for row in fact["value"]
            ]
            ours = [tuple(row[name] for name in columns.values()) for row in held]
            assert ours == theirs, fact["id"]


def _plain(row, name):
    value = row.get(name)
    return Decimal(str(value)) / 100 if "percent" in name else value


@pytest.mark.parametrize("fact", PLACES)
def test_every_place_of_a_fact_is_in_the_book_with_a_source(fact):
    for path in paths(PLACES[fact]):
        entries = enacted().parameter(path).entries
        assert entries, path
        assert all(entry.instrument and entry.article for entry in entries), path


def test_no_exception_is_kept_for_a_fact_that_has_no_place():
    assert set(KNOWN_BETTER) <= set(PLACES)
