"""What is left of a page: no navigation, no credits, no bylines."""

import pytest

from naungan.engine.prose.page.article import read_article


def test_a_copied_page_keeps_title_dateline_and_what_was_told():
    article = read_article(
        "Rapat Digelar di Contoh\n\nRapat Digelar di Contoh\nSenin, 12 Agu 2024 18:45 WIB\n"
        "Foto: Dokumentasi\nCONTOH, KABAR.ID – Rapat digelar. (kus)\nBaca juga: 97 desa\n"
        "Semua hadir. (Foto: Humas)\nPewarta: Seseorang\nNurrekaan Satu\nKomentar\nBagus sekali."
    )
    assert article.headline == "Rapat Digelar di Contoh"
    assert (article.dateline.places, article.dateline.outlet) == (
        ("CONTOH",),
        "KABAR.ID",
    )
    assert article.paragraphs == ("Rapat digelar.", "Semua hadir.")
    assert article.stamp == "Senin, 12 Agu 2024 18:45 WIB"


@pytest.mark.parametrize(
    "line",
    [
        "BACA JUGA:Harga sawit naik",
        "Editor : Seseorang",
        "Tag: bpjs",
        "SERAHKAN SANTUNAN : Bupati Contoh (Rekaan/kabar.com)",
        "* * *",
    ],
)
def test_a_line_beside_the_report_is_dropped(line):
    article = read_article(f"Rapat digelar pagi ini.\n{line}\nSemua pihak hadir.")
    assert article.paragraphs == ("Rapat digelar pagi ini.", "Semua pihak hadir.")


def test_a_link_inside_a_paragraph_is_cut_off():
    article = read_article("Rapat digelar. Baca juga: 500 orang\nSemua hadir di sana.")
    assert article.paragraphs == ("Rapat digelar.", "Semua hadir di sana.")


def test_a_title_may_end_with_a_full_stop_when_it_is_written_as_one():
    assert read_article("Cabang Sasar Aparat Desa.\nRapat digelar.").headline
    assert not read_article("Rapat ini digelar pagi.\nSemua hadir.").headline


def test_an_empty_text_has_nothing():
    assert read_article(" \n ").paragraphs == ()


def test_captions_above_the_dateline_are_no_part_of_the_report():
    article = read_article(
        "Rapat Digelar\nSuasana rapat di aula\nLaporan Wartawan Seseorang\n"
        "CONTOH, KABAR.ID – Rapat digelar hari ini."
    )
    assert article.paragraphs == ("Rapat digelar hari ini.",)


def test_a_first_sentence_with_its_day_is_no_title():
    article = read_article(
        "BPJS Ketenagakerjaan Meneken MoU di Contoh, Rabu (12/02/2020).\nSemua hadir."
    )
    assert article.headline == ""


def test_a_line_broken_at_a_comma_goes_on():
    text = (
        "Judul Berita Rapat\n"
        "Hadir dalam kegiatan itu Direktur Kepesertaan Badan Penyelenggara Contoh Wilayah Barat,\n"
        "Rekaan Satu, dan tamu lain dari daerah yang diundang panitia untuk ikut dalam rapat besar itu.\n"
        "Selesai sudah semua acara hari itu dengan baik."
    )
    assert any(
        "Wilayah Barat, Rekaan Satu" in one for one in read_article(text).paragraphs
    )
