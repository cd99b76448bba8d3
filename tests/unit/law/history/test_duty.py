import pytest

from naungan.law.history.duty import DutyShown, StepShown, owed_by, term_of


@pytest.fixture
def duty(book):
    return DutyShown(book, book.obligations["membayar"])


def step(book, code):
    return StepShown(book, book.steps[code])


def test_a_duty_says_who_owes_it_in_which_term_and_by_which_article(duty):
    assert duty.text() == (
        "Membayar contoh\n"
        "  obligations/membayar\n"
        "  Kewajiban: pemberi kerja, pekerja penerima upah\n"
        "  Jangka waktu: 7 hari kerja (clocks/contoh), dihitung sejak pembukaan contoh\n"
        "  Golongan bila dilanggar: MENUNGGAK\n"
        "  Temuan bila dilanggar: contributions_in_arrears\n"
        "  PP 1/2001 Pasal 8, sejak 1 Juli 2015; satu sumber, tanggal mulai belum pasti\n"
        "  - Catatan kewajiban."
    )


def test_the_same_duty_in_english(duty):
    text = duty.text("en")
    assert text.startswith("Pay a sample\n")
    assert (
        "Term: 7 working days (clocks/contoh), counted from opening of the sample"
        in text
    )
    assert "since 1 July 2015; one source, start date uncertain" in text


def test_a_duty_has_its_data(duty):
    data = duty.as_data()
    assert data["title"] == {"id": "Membayar contoh", "en": "Pay a sample"}
    assert data["category"] == "MENUNGGAK"
    assert data["counts_from"] == {
        "id": "pembukaan contoh",
        "en": "opening of the sample",
    }
    assert data["legal_bases"] == [
        {
            "from": "2015-07-01",
            "to": None,
            "basis": "PP 1/2001 Pasal 8",
            "confidence": "SINGLE",
            "date_uncertain": True,
            "note": None,
        }
    ]


def test_a_duty_without_term_writes_none(book, shelf):
    shelf.write(
        "obligations/lain.yaml",
        """\
        title: Lain
        title_en: Sample
        who: participant
        legal_bases:
          - {from: 2015-07-01, instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED}
        checked_on: 2026-11-21
        """,
    )
    other = DutyShown(shelf.book(), shelf.book().obligations["lain"])
    assert other.clock().text() == ""
    assert "Jangka waktu" not in other.text()
    assert owed_by(other.duty).text() == "peserta"


def test_a_term_may_run_from_no_act_in_particular(shelf):
    path = shelf.root / "obligations" / "membayar.yaml"
    text = path.read_text(encoding="utf-8")
    line = "counts_from: {id: pembukaan contoh, en: opening of the sample}\n"
    path.write_text(text.replace(line, ""), encoding="utf-8")
    book = shelf.book()
    other = DutyShown(book, book.obligations["membayar"])
    assert other.clock().text() == "7 hari kerja (clocks/contoh)"


def test_a_term_that_only_an_office_sets_says_so(shelf):
    shelf.write(
        "parameters/clocks/contoh.yaml",
        """\
        title: Jangka
        title_en: Term
        unit: days
        values:
          - {from: 2015-07-01, value: null, instrument: pp-1-2001, article: Pasal 9, confidence: VERIFIED}
        checked_on: 2026-11-21
        """,
    )
    assert term_of(shelf.book(), "clocks/contoh").text("en") == (
        "set by the office (clocks/contoh)"
    )


def test_a_step_says_who_takes_it_after_what_and_what_its_letter_says(book):
    assert step(book, "laporan").text() == (
        "Laporan\n"
        "  steps/laporan\n"
        "  Diambil oleh: BPJS Ketenagakerjaan (wajib diambil)\n"
        "  Jalur tunggakan iuran: sesudah salah satu dari: Teguran\n"
        "  PP 1/2001 Pasal 11, sejak 1 Juli 2015\n"
        "  Surat: surat laporan (belum terlihat teksnya)\n"
        "    - nomor"
    )


def test_a_first_step_has_a_term_and_an_end(book):
    text = step(book, "teguran").text("en")
    assert "Track of unpaid contributions: first step" in text
    assert "Term: 7 working days (clocks/contoh)" in text
    assert "Closed when: paid" in text
    assert "Catatan langkah." in step(book, "teguran").text()


def test_a_step_has_its_data(book):
    data = step(book, "laporan").as_data()
    assert data["tracks"] == [
        {"track": "arrears", "after": ["teguran"], "begins": False}
    ]
    assert data["letter"]["contents"] == [{"id": "nomor", "en": "number"}]
    assert step(book, "teguran").as_data()["letter"] is None
