"""A composed letter says what it must, asks for what it was not told, marks doubt."""

import pytest
from tests.unit.web.letters.told_facts import (
    DAY,
    EMPLOYER,
    NUMBERED,
    SITE,
    composed,
    facts,
    head,
    issued,
    money,
    words,
)

from naungan.law.book import enacted
from naungan.web.letters import composing
from naungan.web.letters.facts import Cited, Facts, Finding, Meeting, Party, Worker
from naungan.web.letters.text import texts


@pytest.mark.parametrize("letter", sorted(texts()))
def test_a_letter_that_is_told_everything_misses_nothing(letter):
    made = composed(letter)
    assert not made.missing
    assert "[belum diisi" not in words(made.data)


@pytest.mark.parametrize("letter", sorted(texts()))
def test_a_letter_that_is_told_nothing_asks_and_shows_the_gap(letter):
    made = composed(letter, Facts(), head=head(address="", contact=""))
    assert made.missing
    gaps = [one for one in made.data["blocks"] if one["kind"] == "gap"]
    assert gaps or "pihak yang dituju" in made.missing


def test_a_warning_says_the_day_its_term_ends_and_what_follows():
    said = words(issued("warning_1"))
    for text in (
        "PT Contoh Rekaan",
        "NPP 09012345",
        "10 hari kerja",
        "Senin, 16 November 2026",
        "Pasal 6 dan Pasal 10 ayat (1)",
        "37 (tiga puluh tujuh) pekerja",
        "sejak Januari 2025",
        "hal lain",
    ):
        assert text in said


def test_amounts_stand_in_words_and_long_lists_of_months_are_annexed():
    short, long = (
        composed("arrears_letter_1"),
        composed("arrears_letter_1", facts(money=money(14))),
    )
    assert "Rp3.060.000 (tiga juta enam puluh ribu rupiah)" in words(short.data)
    assert not short.data["annexes"]
    assert [one["title"] for one in long.data["annexes"]] == [
        "Lampiran: Rincian iuran per bulan"
    ]
    assert long.data["enclosure"] == "1 (satu) berkas"


def test_an_annex_of_people_tells_namesakes_apart_and_has_no_empty_column():
    people = (
        Worker("Siti Rekaan", "1604••••••••9001", place="Senabing", born="1985"),
        Worker("Siti Rekaan", "1604••••••••9002", place="Jati"),
    )
    (annex,) = composed("inspector_report", facts(workers=people)).data["annexes"]
    (table,) = [one for one in annex["blocks"] if one["kind"] == "table"]
    assert [one["label"] for one in table["columns"]] == [
        "No.",
        "Nama",
        "NIK",
        "Lahir",
        "Desa",
    ]
    assert [row[3:] for row in table["rows"]] == [["1985", "Senabing"], ["–", "Jati"]]


def test_papers_that_a_letter_names_are_counted_as_enclosed():
    given = facts(evidence=("Berita acara", "Daftar tanda tangan", "Daftar usulan"))
    assert (
        composed("village_cover_letter", given).data["enclosure"] == "3 (tiga) berkas"
    )
    bare = composed("village_cover_letter", facts(evidence=()))
    assert bare.data["enclosure"] == "–"


def test_the_sheet_to_sign_has_a_row_for_everybody_who_came():
    named = (Party("Ketua BPD Rekaan", position="Ketua BPD"),)
    meeting = Meeting(on=DAY, place="Balai desa", attended=24, village="Contoh")
    given = facts(meeting=meeting, countersigners=named)
    (table,) = (
        one
        for one in composed("village_signatures", given).data["blocks"]
        if one["kind"] == "table"
    )
    assert len(table["rows"]) == 24
    assert table["rows"][0][1:3] == ["Ketua BPD Rekaan", "Ketua BPD"]
    assert table["rows"][23] == ["24", "", "", "24. ……………………"]
    record = composed("village_meeting_record", given).data["blocks"]
    assert [len(one["rows"]) for one in record if one["kind"] == "table"] == [1]


def test_a_letter_that_another_than_its_signer_prepared_waits_for_the_signature():
    said = (
        "Disiapkan oleh Dian; berlaku setelah ditandatangani Penanda Rekaan. Bila "
        "ditandatangani pada hari lain, tenggangnya dihitung dari hari itu."
    )
    assert said in composed("warning_1", prepared_by="Dian").data["notes"]
    own = composed("warning_1", prepared_by="Penanda Rekaan")
    assert not any("Disiapkan" in note for note in own.data["notes"])


def test_only_what_was_not_read_is_marked_and_explained():
    doubtful, sure = (
        composed("warning_1"),
        composed(
            "warning_1",
            facts(
                findings=(
                    Finding("Tidak mendaftar", cited=(Cited("Undang-Undang Contoh"),)),
                )
            ),
        ),
    )
    assert doubtful.doubts == 1
    assert "Pasal 1\N{NO-BREAK SPACE}†" in words(doubtful.data)
    assert doubtful.data["notes"]
    assert sure.doubts == 0
    assert "†" not in words(sure.data)


def test_a_letter_demands_no_rupiah_where_no_wage_is_known():
    found = (
        "Daftar pemberi kerja mencatat 97 pekerja tanpa nama. Iuran yang seharusnya "
        "disetor Rp0 sebulan (97 pekerja tanpa data upah belum dihitung)."
    )
    said = words(composed("warning_1", facts(findings=(Finding(found),))).data)
    assert "Rp0" not in said
    assert "disetor belum dapat dihitung: 97 pekerja tanpa data upah" in said


def test_a_letter_cites_what_holds_on_its_day_and_no_practice():
    said = words(issued("arrears_letter_1"))
    assert "Undang-Undang Nomor 24 Tahun 2011" in said
    assert "kebiasaan" not in said
    early = enacted().steps["arrears_letter_1"].bases_on(DAY.replace(year=2013))
    assert not early
    made = composed("arrears_letter_1", today=DAY.replace(year=2013))
    assert "dasar hukumnya" in made.missing


def test_a_draft_has_no_number_and_says_so():
    made = composed("warning_1")
    draft = composing.numbered(made.data, None, DAY, "")
    assert (draft["number"], draft["proof"]) == ("", None)
    assert draft["draft"]
    whole = composing.numbered(made.data, NUMBERED, DAY, f"{SITE}/")
    assert whole["proof"]["address"] == f"{SITE}/surat/23456789ABCD"
    assert whole["proof"]["code"] == "2345-6789-ABCD"
    assert not whole["draft"]


def test_a_letter_to_another_institution_names_the_employer_inside():
    to = Party("Pengawasan Ketenagakerjaan", attention="Kepala")
    made = composed("inspector_report", facts(to=to)).data
    assert made["to"][0] == "Yth. Kepala Pengawasan Ketenagakerjaan"
    assert EMPLOYER.name in words(made["blocks"])


def test_who_signs_beside_the_institution_follows_from_the_letter():
    promise = composed("payment_pledge", facts(countersigners=())).data
    assert promise["countersigners"][0]["position"] == "Untuk PT Contoh Rekaan"
    mandate = composed("skk_non_litigation", facts(countersigners=())).data
    assert mandate["countersigners"][0]["name"] == "Jaksa Rekaan"
    assert composed("warning_1", facts(countersigners=())).data["countersigners"] == []
