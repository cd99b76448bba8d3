"""Which kind a file is, by its headers alone."""

import zipfile

import pytest

from naungan.engine.reading.preview import kind_of
from naungan.engine.reading.templates import KINDS, write_template
from naungan.lib.errors import InputRefused


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_is_recognised_with_certainty(tmp_path, kind):
    path = tmp_path / "isi.xlsx"
    write_template(kind, path)
    found = kind_of(path)
    assert (found.kind, found.certainty, found.between) == (kind, "certain", ())


@pytest.mark.parametrize(
    ("header", "kind", "certainty"),
    [
        (
            "No;NIK;Nama Lengkap;Tgl Lahir;JK;Desa;Kecamatan;Pekerjaan",
            "workers",
            "certain",
        ),
        ("Nama", "workers", "certain"),
        ("KPJ;NIK;Nama;Kepesertaan;Program", "members", "certain"),
        ("NPP;Nama Perusahaan;Skala Usaha", "employers", "certain"),
        ("NPP;BLTH;Tagihan;Dibayar;Tanggal Bayar", "contributions", "certain"),
        ("Kode Wilayah;Tahun;Jumlah Pekerja;Sumber", "universe", "certain"),
        ("NIB;NPP;Nama", "employers", "likely"),
    ],
)
def test_headers_tell_the_kind(tmp_path, header, kind, certainty):
    path = tmp_path / "a.csv"
    path.write_text(f"JUDUL\n{header}\n")
    found = kind_of(path)
    assert (found.kind, found.certainty) == (kind, certainty)
    assert found.why.startswith("Judul “")


def test_two_kinds_alike_are_left_to_the_person(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("NPP,Nama\nP-1,SITI\n")
    found = kind_of(path)
    assert (found.kind, found.certainty) == (None, "unsure")
    assert set(found.between) == {"workers", "employers"}
    assert "pilih salah satu" in found.why


def test_the_closest_kind_is_named_with_what_it_lacks(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("KPJ,Program,Orang\n1,JKK,SITI\n")
    found = kind_of(path)
    assert (found.kind, found.between) == (None, ("members",))
    assert "belum ada kolom untuk" in found.why


def test_members_without_their_numbers_do_not_pass_for_workers(tmp_path):
    path = tmp_path / "kiriman.csv"
    path.write_text("NIK;Nama;Tanggal Lahir;Segmen;Status;Program\n", encoding="utf-8")
    found = kind_of(path)
    assert found.kind is None
    assert found.between == ("members", "workers")
    assert "kpj" in found.why.lower()
    assert "“Program”" in found.why


def test_unknown_headers_are_quoted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("alpha,beta\n1,2\n")
    found = kind_of(path)
    assert (found.kind, found.between) == (None, ())
    assert "“alpha”, “beta”" in found.why


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "kosong"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "kata sandi"),
        ("a.xlsx", b"PK\x03\x04rest", "rusak"),
        ("a.csv", b"%PDF-1.7", "PDF"),
        ("a.parquet", b"PAR1rest", "rusak"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputRefused, match=f"daftar saya: .*{said}"):
        kind_of(path, name="daftar saya")


def test_an_ods_behind_a_password_is_refused_as_such(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", b"\x00\x01\x02")
        made.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(InputRefused, match="terkunci kata sandi; buka dengan"):
        kind_of(path)


def test_a_zip_behind_a_password_is_refused_as_such(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(InputRefused, match="terkunci kata sandi"):
        kind_of(path)


def test_letters_that_are_broken_are_shown_not_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Nama,Alamat\nRen\xe9e,\xff\xfe\n")
    assert kind_of(path).kind == "workers"
