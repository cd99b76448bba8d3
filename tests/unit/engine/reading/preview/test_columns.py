"""What each header would be read as, with samples that show no NIK."""

import time

import duckdb
import openpyxl
import pytest

from naungan.engine.reading.preview import headers
from naungan.engine.reading.preview.columns import masked
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"
ODD = (
    "Siapa,Nomor,Lahir,LP,Asal,Nama,Nama\n"
    f"SITI,{NIK},12-05-1980,P,16.04.01.2001,a,b\n"
    f"BUDI,1604.0112.0580.9002,11/05/1981,L,16.04.01.2002,c,d\n"
    f"ANI,160401120580900,10 Mei 1982,P,16.04.01.2002,e,f\n"
    "EKO,1604011205809004,09/05/1983,L,16.04.01.2003,e,f\n"
    "UPIK,1604014205809005,08/05/1983,P,16.04.01.2003,e,f\n"
)


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text(ODD)
    return path


def by_label(found):
    return {one.label: one for one in found.columns}


def test_known_headers_are_proposed_by_their_words(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"DAFTAR\nNo;Nama Lengkap;N I K\n1;SITI;{NIK}\n")
    found = headers(path, "workers")
    assert found.mapping == {"name": "Nama Lengkap", "nik": "N I K"}
    assert (found.lines, found.separator, found.missing) == ((2,), "titik koma", ())
    assert by_label(found)["No"].target is None
    assert {one.why for one in found.columns} == {"alias", ""}


def test_unknown_headers_are_proposed_by_their_contents(odd):
    found = by_label(headers(odd, "workers"))
    assert {
        one.label: one.target for one in found.values() if one.why == "contents"
    } == {
        "Nomor": "nik",
        "Lahir": "birth_date",
        "Asal": "village_code",
    }
    assert found["LP"].why == "alias"


def test_columns_of_one_name_are_told_apart(odd):
    found = headers(odd, "workers")
    labels = [one.label for one in found.columns]
    assert labels[-2:] == ["Nama (kolom 6)", "Nama (kolom 7)"]
    assert len(set(labels)) == len(labels)


def test_no_sample_shows_a_nik(odd):
    shown = " ".join(
        cell for one in headers(odd, "workers").columns for cell in one.samples
    )
    digits = "".join(sign for sign in shown if sign.isdigit())
    assert "2058" not in digits
    assert "1604••••••••••••" in shown


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (f"'{NIK}", "'1604••••••••••••"),
        ("1604 0152 0580 9001", "1604••••••••••••"),
        ("160401520580", "1604••••••••"),
        ("26000000001", "26000000001"),
        ("Rp3.500.000,00", "Rp3.500.000,00"),
    ],
)
def test_whatever_may_be_a_nik_is_hidden(cell, shown):
    assert masked(cell) == shown


def test_what_was_chosen_before_goes_before_any_guess(odd):
    mark = headers(odd, "workers").fingerprint
    found = headers(
        odd, "workers", remembered={mark: {"name": "Siapa", "nik": "Nomor"}}
    )
    assert found.mapping == {"name": "Siapa", "nik": "Nomor"}
    assert {one.why for one in found.columns} == {"remembered", ""}


def test_what_was_chosen_for_other_headers_is_left_alone(odd):
    found = headers(odd, "workers", remembered={"other": {"name": "Siapa"}})
    assert "name" not in {
        one.target for one in found.columns if one.why == "remembered"
    }


def test_needs_that_no_column_meets_are_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("KPJ,Nama\n1,SITI\n")
    found = headers(path, "members")
    assert len(found.missing) == 3
    assert all(said.startswith("Belum ada kolom untuk “") for said in found.missing)
    assert {one.name for one in found.targets if one.required} == {
        *("kpj", "segment", "programmes")
    }


def test_a_file_of_strange_headers_still_shows_its_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("LAPORAN\nalpha,beta,gamma\n1,2,3\n")
    found = headers(path, "workers")
    assert [one.label for one in found.columns] == ["alpha", "beta", "gamma"]
    assert found.lines == (2,)


def test_sheets_are_offered_and_one_may_be_chosen(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Depan"
    book.active.append(["Nama"])
    second = book.create_sheet("Isi")
    second.append(["Nama", "NIK"])
    second.append(["SITI", NIK])
    book.save(tmp_path / "a.xlsx")
    found = headers(tmp_path / "a.xlsx", "workers")
    assert (found.sheet, found.sheets) == ("Isi", ("Depan", "Isi"))
    assert found.mapping == {"name": "Nama", "nik": "NIK", "_sheet": "Isi"}
    other = headers(tmp_path / "a.xlsx", "workers", sheet="Depan")
    assert other.mapping == {"name": "Nama", "_sheet": "Depan"}


def test_parquet_is_shown_too(tmp_path):
    path = tmp_path / "a.parquet"
    duckdb.sql(f"COPY (SELECT 'SITI' AS nama, {NIK} AS nomor) TO '{path}'")
    found = headers(path, "workers")
    assert [one.label for one in found.columns] == ["nama", "nomor"]
    assert found.columns[1].samples == ("1604••••••••••••",)


def test_a_name_that_belies_the_contents_is_noted(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("Nama\nSITI\n")
    [note] = headers(path, "workers").notes
    assert "berakhiran .xlsx, tetapi isinya teks" in note


def test_a_file_without_any_header_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("1,2\n3,4\n")
    with pytest.raises(InputRefused, match="baris judul kolom tidak ditemukan"):
        headers(path, "workers")


@pytest.mark.parametrize("columns", [1_000, 3_000])
def test_very_wide_files_are_shown_or_refused(tmp_path, columns):
    path = tmp_path / "a.csv"
    path.write_text(",".join(["Nama", *(f"k{at}" for at in range(columns - 1))]) + "\n")
    if columns < 2_000:
        assert len(headers(path, "workers").columns) == columns
    else:
        with pytest.raises(InputRefused, match=r"3000 kolom; paling banyak 2000"):
            headers(path, "workers")


def test_only_the_head_of_a_large_file_is_read(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("w") as file:
        file.write("Nama,NIK\n" + f"SITI,{NIK}\n" * 20_000)
        file.truncate(500 << 20)
    begun = time.process_time()
    assert headers(path, "workers").mapping == {"name": "Nama", "nik": "NIK"}
    assert time.process_time() - begun < 2
