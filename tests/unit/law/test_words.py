from datetime import date
from decimal import Decimal

import pytest

from naungan.law.words import (
    day,
    figure,
    folded,
    month,
    number,
    percent,
    rupiah,
    words,
)


@pytest.mark.parametrize(
    ("made", "indonesian", "english"),
    [
        (rupiah(5_000_000), "Rp5.000.000", "Rp5.000.000"),
        (rupiah(0), "Rp0", "Rp0"),
        (rupiah(-5_000), "\N{MINUS SIGN}Rp5.000", "\N{MINUS SIGN}Rp5.000"),
        (percent(Decimal("0.0024")), "0,24%", "0,24%"),
        (percent(Decimal("0.0030")), "0,3%", "0,3%"),
        (percent(Decimal("1")), "100%", "100%"),
        (number(Decimal("1234.50")), "1.234,5", "1.234,5"),
        (number(12), "12", "12"),
        (day(date(2023, 5, 2)), "2 Mei 2023", "2 May 2023"),
        (month(2026 * 12 + 7), "Agustus 2026", "August 2026"),
    ],
)
def test_numbers_stand_alike_in_both_languages_and_days_in_their_own(
    made, indonesian, english
):
    assert (made.id, made.en) == (indonesian, english)


def test_a_sentence_takes_figures_words_and_plain_text():
    said = words(
        "{who} membayar {sum} untuk {name}",
        "{who} pays {sum} for {name}",
        who=words("pemberi kerja", "the employer"),
        sum=rupiah(12_000),
        name="JKK",
    )
    assert said.text() == "pemberi kerja membayar Rp12.000 untuk JKK"
    assert said.text("en") == "the employer pays Rp12.000 for JKK"


@pytest.mark.parametrize(
    ("kind", "value", "indonesian"),
    [
        ("idr", 1_000, "Rp1.000"),
        ("ratio", Decimal("0.02"), "2%"),
        ("month", 2026 * 12, "Januari 2026"),
        ("yes_no", True, "ya"),
        ("yes_no", False, "tidak"),
        ("count", 1_500, "1.500"),
        ("other", date(2026, 1, 1), "1 Januari 2026"),
        ("programmes", ("JKK", "JKM"), "JKK, JKM"),
        ("text", "apa saja", "apa saja"),
    ],
)
def test_any_value_is_written_by_its_kind(kind, value, indonesian):
    assert figure(kind, value).id == indonesian


def test_a_long_row_folds_under_its_own_text():
    row = "    · " + "kata " * 20
    lines = folded(row.rstrip(), 40).split("\n")
    assert all(len(line) <= 40 for line in lines)
    assert lines[0].startswith("    · kata")
    assert lines[1].startswith("      kata")


def test_a_row_that_fits_or_has_no_width_stays_as_it_is():
    assert folded("  - pendek", 40) == "  - pendek"
    assert folded("kata " * 40, None) == "kata " * 40


def test_a_word_longer_than_the_width_is_not_cut():
    path = "participation/clocks/construction_registration"
    assert path in folded(f"  - lihat {path}", 30)
