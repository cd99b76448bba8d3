"""What extracts of participants look like, and what a row must have."""

from datetime import date

import pytest
from tests.unit.engine.reading.desk import read

from naungan.lib.dates import month_index
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"
HEADER = "No Kartu;NIK;Nama;Tgl Lahir;Segmen;Program;BLTH Terakhir;Status;Sumber Dana\n"


def members(tmp_path, *lines):
    text = HEADER + "\n".join(lines) + "\n"
    return read(tmp_path, "members", ("peserta.csv", text))


def test_a_membership_is_read_with_its_programmes_and_months(tmp_path):
    desk = members(
        tmp_path,
        f"00012345678;{NIK};SITI;12/05/1980;BPU;JKK, JKM;Oktober 2026;AKTIF;APBD Perubahan",
    )
    assert desk.rows("kpj", "nik", "name", "birth_date", "segment") == [
        ("00012345678", int(NIK), "SITI", date(1980, 5, 12), "BPU")
    ]
    assert desk.rows("programmes", "paid_through", "status", "funder") == [
        (3, month_index(2026, 10), "active", "apbd_revised")
    ]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (f";{NIK};SITI;;BPU;JKK;;;", "kpj", "missing"),
        ("1;;SITI;;BPU;JKK;;;", "nik", "missing"),
        ("1;3.2E+15;;;BPU;JKK;;;", "nik", "unreadable"),
        (f"1;{NIK};SITI;;;JKK;;;", "segment", "missing"),
        (f"1;{NIK};SITI;;XYZ;JKK;;;", "segment", "unreadable"),
        (f"1;{NIK};SITI;;BPU;;;;", "programmes", "missing"),
        (f"1;{NIK};SITI;;BPU;ABC;;;", "programmes", "unreadable"),
        (f"1,2E+10;{NIK};SITI;;BPU;JKK;;;", "kpj", "unreadable"),
    ],
)
def test_a_row_without_what_it_needs_is_rejected(tmp_path, line, column, code):
    desk = members(tmp_path, line)
    [(named, why, message)] = desk.records("rejected", "column", "code", "message")
    assert (named, why) == (column, code)
    assert message.startswith("Baris 2: ")


def test_a_name_and_a_birth_year_do_instead_of_a_nik(tmp_path):
    desk = members(tmp_path, "1;;SITI;1980;BPU;JKK;;;", "2;;BUDI;12/05/1980;PU;JKK;;;")
    assert desk.rows("name", "birth_year") == [("SITI", 1980), ("BUDI", 1980)]


@pytest.mark.parametrize(
    ("written", "mask"),
    [
        ("JKK+JKM+JHT", 7),
        ("jkk jkm", 3),
        ("JKK/JKM/JHT/JP/JKP", 31),
        ("Jaminan Kecelakaan Kerja; Jaminan Kematian", 3),
    ],
)
def test_programmes_come_with_any_separator(tmp_path, written, mask):
    text = f'kpj,nik,segment,programmes\n1,{NIK},BPU,"{written}"\n'
    desk = read(tmp_path, "members", ("peserta.csv", text))
    assert desk.rows("programmes") == [mask]


@pytest.mark.parametrize(
    ("written", "status"),
    [("AKTIF", "active"), ("Non Aktif", "inactive"), ("NONAKTIF", "inactive")],
)
def test_statuses_are_heard(tmp_path, written, status):
    assert members(tmp_path, f"1;{NIK};S;;PU;JKK;;{written};").rows("status") == [
        status
    ]


def test_a_funder_nobody_knows_is_unknown(tmp_path):
    desk = members(tmp_path, f"1;{NIK};S;;PU;JKK;;;hibah", f"2;{NIK};S;;PU;JKK;;;")
    assert desk.rows("funder") == ["unknown", None]


def test_an_extract_without_programmes_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="tidak ada kolom untuk programmes"):
        read(tmp_path, "members", ("p.csv", f"kpj,nik,segmen\n1,{NIK},PU\n"))
