from naungan.law.handbook.edition import Edition
from naungan.law.handbook.values import LARGEST_PAGE, value_page, value_pages


def page(book, language="id", stem="contoh"):
    shown = value_pages(book)[stem]
    return "\n".join(value_page(Edition(book, language), stem, shown))


def test_a_value_has_its_history_sources_and_notes(book):
    text = page(book)
    assert "## Tarif contoh\n\n`contoh/jht/tarif` · nisbah · upah sebulan" in text
    assert (
        "| 1 Agustus 2020 sampai 31 Januari 2021 | 1% | PP 1/2001 Pasal 2 | satu sumber |"
        in text
    )
    assert "| sejak 1 Januari 2025 | tidak berlaku lagi |" in text
    assert "* 1 Agustus 2020: Dari satu surat." in text
    assert "* 1 Agustus 2020: Catatan berkala." in text
    assert "* Catatan umum." in text


def test_a_table_of_several_rows_is_written_out(book):
    assert "| hal | nilai |\n|---|---|\n| one | Rp2.000 |\n| two | Rp3.000 |" in (
        page(book, "en")
    )
    assert "| satu | Rp2.000 |" in page(book)


def test_a_rule_of_the_office_is_marked(local):
    assert "3% (**ketetapan kantor**: Kantor Lahat)" in page(local)
    assert "3% (**office rule**: Kantor Lahat)" in page(local, "en")


def test_a_folder_with_many_values_has_a_page_for_each_of_its_own(shelf, rate_text):
    for number in range(LARGEST_PAGE):
        shelf.write(f"parameters/contoh/jkk/n{number}.yaml", rate_text)
    stems = set(value_pages(shelf.book()))
    assert stems == {"clocks", "contoh-jht", "contoh-jkk", "contoh-shared"}
