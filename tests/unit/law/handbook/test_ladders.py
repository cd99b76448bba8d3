from naungan.law.handbook.edition import Edition
from naungan.law.handbook.ladders import duties_page, ladders_page


def test_duties_stand_under_who_owes_them(book):
    text = "\n".join(duties_page(Edition(book, "id")))
    assert "## Pemberi kerja\n\n### Membayar contoh" in text
    assert "* 7 hari kerja (clocks/contoh), dihitung sejak pembukaan contoh" in text
    assert "* PP 1/2001 Pasal 8, sejak 1 Juli 2015" in text
    assert "* Catatan kewajiban." in text
    assert "### Pay a sample" in "\n".join(duties_page(Edition(book, "en")))


def test_a_ladder_is_a_diagram_whose_arrows_show_what_must_be_taken(book):
    text = "\n".join(ladders_page(Edition(book, "en")))
    assert "```mermaid\nflowchart TD\n" in text
    assert '  teguran["Warning<br/>BPJS Ketenagakerjaan"]' in text
    assert "  teguran ==> laporan" in text


def test_each_step_has_its_term_end_articles_and_letter(book):
    text = "\n".join(ladders_page(Edition(book, "id")))
    assert "* Tenggang: 7 hari kerja (clocks/contoh)" in text
    assert "* Selesai bila: dibayar" in text
    assert "* Surat: surat laporan (belum terlihat teksnya)\n  * nomor" in text
    assert "* Catatan langkah." in text
