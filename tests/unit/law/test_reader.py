from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


DAY = date(2026, 1, 1)
RULE = """\
title: Pembulatan contoh
title_en: Sample
unit: text
values:
  - from: 2001-01-01
    value: {rule}
    instrument: pp-1-2001
    article: Pasal 2
    confidence: MEMORY
checked_on: 2026-11-21
"""
ENACTED = """\
first_day: 2015-07-01
last_day: 2027-03-31
checked_on: 2026-11-21
"""


@pytest.fixture
def reader(shelf, rate_text):
    shelf.write("parameters/contoh/tarif.yaml", rate_text)
    shelf.write("parameters/rounding/contribution.yaml", RULE.format(rule="half_up"))
    shelf.write("parameters/rounding/odd.yaml", RULE.format(rule="sideways"))
    shelf.write("enacted.yaml", ENACTED)
    return Reader(shelf.book())


def test_a_value_comes_with_everything_about_its_source(reader):
    read = reader.at("contoh/tarif", DAY, Decimal)
    assert read.value == Decimal("0.0024")
    assert read.used.basis == "PP 1/2001 Pasal 1"
    assert read.used.from_on == date(2001, 1, 1)
    assert read.used.to_on is None


def test_what_was_read_once_is_kept(reader):
    assert reader.at("contoh/tarif", DAY, Decimal) is reader.at(
        "contoh/tarif", DAY, Decimal
    )
    assert reader_of(reader.book) is reader_of(reader.book)


def test_what_is_kept_does_not_grow_without_end(reader, monkeypatch):
    monkeypatch.setattr("naungan.law.reader.MOST_KEPT", 1)
    first = reader.at("contoh/tarif", DAY, Decimal)
    reader.at("contoh/tarif", date(2026, 2, 1), Decimal)
    assert reader.at("contoh/tarif", DAY, Decimal) is not first


def test_a_day_without_value_is_none_or_refused_with_where_to_look(reader):
    before = date(2000, 12, 31)
    assert reader.find("contoh/tarif", before, Decimal) is None
    with pytest.raises(LawRefused) as refused:
        reader.at("contoh/tarif", before, Decimal)
    assert "31 Desember 2000" in str(refused.value)
    assert "law show contoh/tarif" in str(refused.value)


def test_a_month_takes_the_value_of_its_last_day(reader):
    assert reader.find_at_month("contoh/tarif", 2000 * 12 + 11, Decimal) is None
    january = reader.at_month("contoh/tarif", 2001 * 12, Decimal)
    assert january.value == Decimal("0.0024")


def test_a_rule_that_expects_another_type_is_a_fault(reader):
    with pytest.raises(TypeError, match="contoh/tarif is Decimal"):
        reader.at("contoh/tarif", DAY, int)


def test_rounding_is_cited_only_where_it_bit(reader):
    assert reader.rounded("contribution", DAY, Decimal("12.0")) == (12, ())
    amount, used = reader.rounded("contribution", DAY, Fraction(25, 2))
    assert amount == 13
    assert [one.path for one in used] == ["rounding/contribution"]


def test_an_unknown_rounding_is_refused_with_those_that_are_known(reader):
    with pytest.raises(LawRefused, match="'sideways' tidak dikenal; pilih: half_up"):
        reader.rounded("odd", DAY, Fraction(1, 3))


@pytest.mark.parametrize("month", [(2015, 6), (2027, 4)])
def test_a_month_outside_the_book_is_refused(reader, month):
    year, number = month
    with pytest.raises(LawRefused, match="Juli 2015 sampai Maret 2027"):
        reader.refuse_outside(year * 12 + number - 1)


@pytest.mark.parametrize("month", [(2015, 7), (2027, 3)])
def test_the_first_and_the_last_month_of_the_book_are_answered(reader, month):
    year, number = month
    reader.refuse_outside(year * 12 + number - 1)
