"""Words for texts are written as letters write them, or asked for."""

from string import Formatter

import pytest
from tests.unit.web.letters.told_facts import DAY, facts

from naungan.web.letters.facts import Facts, Money, MonthOwed
from naungan.web.letters.text import texts
from naungan.web.letters.told import UNTOLD, Untold, count, full_day, in_words, told


def test_a_day_an_amount_and_a_count_are_written_out():
    assert full_day(DAY) == "Senin, 2 November 2026"
    assert in_words(16_800) == "Rp16.800 (enam belas ribu delapan ratus rupiah)"
    assert count(3_615) == "3.615 (tiga ribu enam ratus lima belas)"


def test_a_span_of_months_names_the_first_and_the_last():
    assert told(facts())["span"] == "Januari 2026 sampai Maret 2026"


def test_what_was_not_told_asks_for_itself_in_words():
    with pytest.raises(Untold, match="hari berakhirnya tenggang"):
        "{ends_on}".format_map(told(Facts()))


def test_months_are_those_whose_contribution_is_unpaid_and_not_only_their_fine():
    owed = (MonthOwed(24_288, 0, 5_000), MonthOwed(24_289, 100_000, 2_000))
    words = told(Facts(money=Money((*owed, MonthOwed(24_290, 100_000)), DAY)))
    assert words["months"] == "2 (dua)"
    assert words["span"] == "Februari 2024 sampai Maret 2024"
    with pytest.raises(Untold, match="bulan yang iurannya belum dibayar"):
        "{months}".format_map(told(Facts(money=Money(owed[:1], DAY))))


def test_whatever_a_text_names_is_asked_for_in_words_and_not_by_its_key():
    parts = [part for text in texts().values() for part in text.parts]
    named = {name for one in parts for _, name, _, _ in Formatter().parse(one.text)}
    assert named - {None} <= set(UNTOLD)
    lists = [one for one in parts if one.kind == "items" and one.needed]
    assert [one for one in lists if not one.says] == []
