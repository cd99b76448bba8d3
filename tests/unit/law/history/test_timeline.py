import pytest

from naungan.law.history.timeline import timeline
from naungan.lib.errors import LawRefused


def written(book, subject, language="id"):
    return [f"{one.on} {one.text(language)}" for one in timeline(book, subject)]


def test_a_value_starts_changes_returns_and_ends_with_its_text(book):
    assert written(book, "JHT") == [
        "2015-07-01 Tarif contoh: mulai 2%; PP 1/2001 Pasal 1",
        "2020-08-01 Tarif contoh: 2% menjadi 1%; PP 1/2001 Pasal 2; satu sumber",
        "2021-02-01 Tarif contoh: 1% menjadi 2%; PP 1/2001 Pasal 1",
        "2025-01-01 Tarif contoh: 2% berakhir; PP 1/2001 Pasal 3",
    ]
    assert written(book, "jht", "en")[3] == (
        "2025-01-01 Sample rate: 2% ends; PP 1/2001 Pasal 3"
    )


def test_a_table_says_that_its_rows_changed_or_that_a_new_text_keeps_them(book):
    assert written(book, "contoh/tabel") == [
        (
            "2015-07-01 Tabel contoh: mulai hal satu, nilai 1.000; "
            "PP 1/2001 Pasal 4; tanggal mulai belum pasti"
        ),
        (
            "2016-01-01 Tabel contoh: hal satu, nilai 1.000 menjadi tabel 2 baris; "
            "PP 1/2001 Pasal 5"
        ),
        "2017-01-01 Tabel contoh: isinya berubah, tabel 2 baris; PP 1/2001 Pasal 6",
        "2018-01-01 Tabel contoh: tetap tabel 2 baris; PP 1/2001 Pasal 7",
    ]


def test_a_passing_measure_that_nothing_follows_ends_by_itself(shelf):
    shelf.write(
        "parameters/reliefs/bpu/potongan.yaml",
        """\
        title: Potongan
        title_en: Sample
        unit: ratio
        values:
          - {from: 2026-01-01, to: 2026-12-31, value: "0.5", instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED}
        checked_on: 2026-11-21
        """,
    )
    assert written(shelf.book(), "BPU") == [
        "2026-01-01 Potongan: mulai 50%; PP 1/2001 Pasal 1",
        "2027-01-01 Potongan: 50% berakhir",
    ]


def test_a_rule_of_the_office_is_marked(local):
    laid = [row for row in written(local, "JHT") if "2023-01-01" in row]
    assert laid == [
        (
            "2023-01-01 Tarif contoh: 2% menjadi 3%; ketetapan kantor: Kantor Lahat; "
            "ketetapan kantor sendiri"
        )
    ]


@pytest.mark.parametrize("subject", ["JHT", "PU", "pu", "contoh/jht", "semua", "all"])
def test_a_subject_is_a_programme_a_segment_a_folder_or_everything(book, subject):
    assert any("Tarif contoh" in row for row in written(book, subject))


def test_a_subject_without_values_is_refused_with_what_may_be_asked(book):
    with pytest.raises(LawRefused, match="'JKX'; pilih JKK, JKM, JHT, JP, JKP, PU"):
        timeline(book, "JKX")


def test_a_scholarship_belongs_to_both_programmes_that_pay_it(shelf, rate_text):
    shelf.write("parameters/benefits/scholarship/sd.yaml", rate_text)
    book = shelf.book()
    assert timeline(book, "JKK")
    assert timeline(book, "JKM")


def test_as_data_a_turn_has_both_sides_and_its_source(book):
    first, second, *_ = [one.as_data() for one in timeline(book, "JHT")]
    assert first["before"] is None
    assert second["before"] == {"id": "2%", "en": "2%"}
    assert second["after"] == {"id": "1%", "en": "1%"}
    assert second["path"] == "contoh/jht/tarif"
    assert second["confidence"] == "SINGLE"


def test_a_rule_that_is_yes_or_no_takes_effect(shelf):
    shelf.write(
        "parameters/contoh/jkm/wajib.yaml",
        """\
        title: Wajib
        title_en: Must
        unit: yes_no
        values:
          - {from: 2026-01-01, value: true, instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED}
        checked_on: 2026-11-21
        """,
    )
    assert written(shelf.book(), "JKM", "en") == [
        "2026-01-01 Must: takes effect: yes; PP 1/2001 Pasal 1"
    ]
