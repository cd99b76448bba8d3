from datetime import date

from naungan.law.handbook.edition import Edition, cell, row
from naungan.law.words import words


def test_a_cell_cannot_break_its_table():
    assert cell(" a|b\nc ") == "a\\|b c"
    assert row("a", 1) == "| a | 1 |"


def test_a_page_points_at_the_index_and_at_its_twin(book):
    assert list(Edition(book, "id").top("fines")) == [
        "# Denda",
        "",
        "[Buku pegangan hukum](README.md) · [In English](../en/fines.md)",
    ]
    assert (
        "[Bahasa Indonesia](../id/fines.md)"
        in list(Edition(book, "en").top("fines"))[2]
    )


def test_words_days_and_heads_are_in_the_language_of_the_edition(book):
    edition = Edition(book, "en")
    assert edition.day(date(2026, 5, 1)) == "1 May 2026"
    assert edition.choose("a", "b") == "b"
    assert edition.head(words("a", "b")) == ["| b |", "|---|"]
