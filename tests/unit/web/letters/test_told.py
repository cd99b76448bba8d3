"""Words for texts are written as letters write them, or asked for."""

import pytest
from tests.unit.web.letters.told_facts import DAY, facts

from naungan.web.letters.facts import Facts
from naungan.web.letters.told import Untold, count, full_day, in_words, told


def test_a_day_an_amount_and_a_count_are_written_out():
    assert full_day(DAY) == "Senin, 2 November 2026"
    assert in_words(16_800) == "Rp16.800 (enam belas ribu delapan ratus rupiah)"
    assert count(3_615) == "3.615 (tiga ribu enam ratus lima belas)"


def test_a_span_of_months_names_the_first_and_the_last():
    assert told(facts())["span"] == "Januari 2026 sampai Maret 2026"


def test_what_was_not_told_asks_for_itself_in_words():
    with pytest.raises(Untold, match="hari berakhirnya tenggang"):
        "{ends_on}".format_map(told(Facts()))
