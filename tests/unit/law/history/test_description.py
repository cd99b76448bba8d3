from datetime import date

from naungan.law.history.description import describe


def test_a_value_is_described_with_its_whole_history(book):
    assert describe(book, "contoh/jht/tarif").text() == (
        "Tarif contoh\n"
        "contoh/jht/tarif · nisbah · dasar upah sebulan · untuk pekerja penerima upah"
        " · dibayar oleh pemberi kerja\n"
        "  1 Juli 2015 sampai 31 Juli 2020: 2%\n"
        "      PP 1/2001 Pasal 1\n"
        "  1 Agustus 2020 sampai 31 Januari 2021: 1%\n"
        "      PP 1/2001 Pasal 2; satu sumber\n"
        "      Dari satu surat.\n"
        "  1 Februari 2021 sampai 31 Desember 2024: 2%\n"
        "      PP 1/2001 Pasal 1\n"
        "  sejak 1 Januari 2025: tidak berlaku lagi\n"
        "      PP 1/2001 Pasal 3\n"
        "  - Catatan umum.\n"
        "  - 1 Agustus 2020: Catatan berkala.\n"
        "  diperiksa 21 November 2026"
    )


def test_on_one_day_only_that_statement_is_described(book):
    text = describe(book, "contoh/jht/tarif", date(2020, 12, 1)).text("en")
    assert "1 August 2020 to 31 January 2021: 1%" in text
    assert "2%" not in text
    assert text.endswith("checked 21 November 2026")


def test_a_day_without_value_says_so(book):
    made = describe(book, "contoh/jht/tarif", date(2014, 1, 1))
    assert "belum atau tidak ada nilai" in made.text()
    assert made.as_data()["values"] == []


def test_the_rows_of_a_table_are_written_in_the_language_asked(book):
    made = describe(book, "contoh/tabel", date(2016, 1, 1))
    assert "      · hal satu; nilai Rp2.000\n" in made.text()
    assert "      · hal one; nilai Rp2.000\n" in made.text("en")


def test_a_rule_of_the_office_is_marked(local):
    text = describe(local, "contoh/jht/tarif").text()
    assert "KETETAPAN KANTOR: Kantor Lahat; ketetapan kantor sendiri" in text


def test_as_data_nothing_is_left_out(book):
    data = describe(book, "contoh/jht/tarif").as_data()
    assert data["title"] == {"id": "Tarif contoh", "en": "Sample rate"}
    assert data["applies_to"] == ["PU"]
    assert data["payer"] == "employer"
    assert len(data["values"]) == 4
    assert data["notes"] == [
        {"from": None, "text": "Catatan umum."},
        {"from": "2020-08-01", "text": "Catatan berkala."},
    ]
    assert data["checked_on"] == "2026-11-21"


def test_a_list_of_words_has_no_rows_of_its_own(shelf):
    shelf.write(
        "parameters/contoh/daftar.yaml",
        """\
        title: Daftar
        title_en: List
        unit: list
        values:
          - {from: 2015-07-01, value: [satu, dua], instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED}
        checked_on: 2026-11-21
        """,
    )
    assert "sejak 1 Juli 2015: satu, dua\n" in (
        describe(shelf.book(), "contoh/daftar").text()
    )
