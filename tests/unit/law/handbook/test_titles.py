import pytest

from naungan.law.book import enacted
from naungan.law.handbook.titles import FOLDERS, title_of
from naungan.law.handbook.values import value_pages
from naungan.law.source.unit import PROGRAMMES


@pytest.mark.parametrize(
    ("stem", "indonesian", "english"),
    [
        ("README", "Buku pegangan hukum", "Handbook of the law"),
        ("fines", "Denda", "Fines"),
        ("benefits-jkk", "Manfaat: JKK", "Benefits: JKK"),
        ("contributions-due", "Iuran: jatuh tempo", "Contributions: due dates"),
    ],
)
def test_a_page_has_a_title_in_both_languages(stem, indonesian, english):
    assert title_of(stem).text() == indonesian
    assert title_of(stem).text("en") == english


def test_every_folder_of_the_law_has_a_title():
    parts = {part for stem in value_pages(enacted()) for part in stem.split("-")}
    assert {part for part in parts if part.upper() not in PROGRAMMES} <= set(FOLDERS)
