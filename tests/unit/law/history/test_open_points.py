import pytest

from naungan.law.history.open_points import doubts, open_points
from naungan.lib.errors import LawRefused


def test_a_point_has_its_words_in_both_languages_and_its_values(book):
    (point,) = open_points(book)
    assert point.title.text() == "Hal contoh"
    assert point.text.text() == "Belum jelas {sama sekali}."
    assert point.text.text("en") == "Unclear."
    assert point.touches == ("contoh/jht", "clocks/contoh")


def test_a_point_about_a_value_that_does_not_exist_is_refused_with_its_line(shelf):
    text = "- {title: a, title_en: a, text: a, text_en: a, touches: [tiada]}\n"
    shelf.write("open_points.yaml", text)
    with pytest.raises(LawRefused, match="open_points.yaml baris 1: jalur 'tiada'"):
        open_points(shelf.book())


def test_a_book_without_points_has_none(shelf):
    (shelf.root / "open_points.yaml").unlink()
    assert open_points(shelf.book()) == []


def test_every_unsure_statement_is_a_doubt_and_no_other(book):
    assert [
        (one.parameter.path, str(one.statement.from_on)) for one in doubts(book)
    ] == [
        ("contoh/jht/tarif", "2020-08-01"),
        ("contoh/tabel", "2015-07-01"),
    ]
