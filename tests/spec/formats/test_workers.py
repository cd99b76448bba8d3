"""What offices send as lists of workers, and what is understood of it."""

from datetime import date

import pytest
from tests.unit.engine.reading.desk import read

from naungan.lib.errors import InputRefused


NIK = "1604015205809001"


def workers(tmp_path, text, **options):
    return read(tmp_path, "workers", ("daftar.csv", text), **options)


def test_a_plain_list_is_taken_as_it_is(tmp_path):
    desk = workers(tmp_path, f"nik,name,birth_date\n{NIK},SITI,1980-05-12\n")
    assert desk.rows("nik", "name", "birth_date", "birth_year", "row", "line") == [
        (int(NIK), "SITI", date(1980, 5, 12), 1980, 1, 2)
    ]
    assert desk.account == (2, 1, 0, 1)
    assert desk.aside == {1: "kepala tabel"}
    assert desk.rows("source", "nik_written", "nik_rounded") == [
        ("daftar", None, False)
    ]


def test_titles_blanks_totals_and_repeated_headers_are_set_aside(tmp_path):
    desk = workers(
        tmp_path,
        "DAFTAR PEKERJA RENTAN,,\n"
        "DESA SUKAMAJU,,\n"
        "\n"
        "No,Nama Lengkap,No. KTP\n"
        f"1,SITI,{NIK}\n"
        ",,\n"
        "No,Nama Lengkap,No. KTP\n"
        "2,BUDI,\n"
        "Jumlah,,2\n"
        ",Total Keseluruhan,2\n",
    )
    assert desk.rows("name", "row", "line") == [("SITI", 1, 5), ("BUDI", 2, 8)]
    assert desk.aside == {
        1: "judul",
        2: "judul",
        3: "baris kosong",
        4: "kepala tabel",
        6: "baris kosong",
        7: "kepala tabel",
        9: "baris jumlah",
        10: "baris jumlah",
    }


def test_a_header_of_two_rows_is_read_as_one(tmp_path):
    desk = workers(
        tmp_path,
        "No,Nama,No,Tanggal,,Alamat,\n"
        ",,KTP,Lahir,Masuk,Desa,Kecamatan\n"
        "(1),(2),(3),(4),(5),(6),(7)\n"
        f"1,SITI,{NIK},12-05-1980,01-01-2020,X,Y\n",
    )
    assert desk.rows("name", "nik", "birth_date") == [
        ("SITI", int(NIK), date(1980, 5, 12))
    ]
    assert desk.aside == dict.fromkeys((1, 2, 3), "kepala tabel")
    assert desk.mapping["birth_date"] == "Tanggal Lahir"


def test_a_bare_running_number_is_never_an_identifier(tmp_path):
    desk = workers(tmp_path, "No,Nama\n1,SITI\n2,BUDI\n")
    assert desk.rows("nik", "employer_ref") == [(None, None)] * 2
    assert desk.mapping == {
        "name": "Nama",
        "_unmapped": ["No"],
        "_headers": ["No", "Nama"],
        "_encoding": "utf-8",
        "_separator": "koma",
    }


@pytest.mark.parametrize(
    ("written", "nik", "kept", "rounded"),
    [
        (NIK, int(NIK), None, False),
        (f"'{NIK}", int(NIK), None, False),
        ("1604 0152 0580 9001", int(NIK), None, False),
        ("16.04.01.520580.9001", int(NIK), None, False),
        ("3.20E+15", None, "3.20E+15", True),
        (f"{NIK}.0", int(NIK), NIK, True),
        ("160401520580900", None, "160401520580900", False),
        ("tidak punya", None, "tidak punya", False),
        ("-", None, None, False),
        ("", None, None, False),
    ],
)
def test_a_nik_is_sixteen_digits_or_kept_as_written(
    tmp_path, written, nik, kept, rounded
):
    desk = workers(tmp_path, f"Nama;NIK\nSITI;{written}\n")
    assert desk.rows("nik", "nik_written", "nik_rounded") == [(nik, kept, rounded)]
    assert len(desk.records("warnings")) == (1 if kept else 0)


@pytest.mark.parametrize(
    ("written", "day", "year"),
    [
        ("1980-05-12", date(1980, 5, 12), 1980),
        ("12/05/1980", date(1980, 5, 12), 1980),
        ("12-05-1980", date(1980, 5, 12), 1980),
        ("12 Mei 1980", date(1980, 5, 12), 1980),
        ("Lahat, 12 Mei 1980", date(1980, 5, 12), 1980),
        ("1980", None, 1980),
        ("29353", date(1980, 5, 12), 1980),
        ("31/02/1980", None, None),
        ("2030-01-01", None, None),
        ("01/01/2030", None, None),
        ("-", None, None),
    ],
)
def test_a_birth_date_is_read_in_every_style(tmp_path, written, day, year):
    desk = workers(tmp_path, f"Nama;TTL\nSITI;{written}\n")
    assert desk.rows("birth_date", "birth_year") == [(day, year)]
    unread = year is None and written != "-"
    assert [code for (code,) in desk.records("warnings", "code")] == (
        ["unreadable"] if unread else []
    )


@pytest.mark.parametrize(
    ("column", "written", "meant"),
    [
        ("JK", "L", "M"),
        ("JK", "Perempuan", "F"),
        ("Jenis Kelamin", "laki - laki", "M"),
        ("Segmen", "Penerima Upah", "PU"),
        ("Segmen", "bpu", "BPU"),
        ("Pekerjaan", "Petani/Pekebun", "farmer"),
        ("Pekerjaan", "Guru les", "other"),
        ("Kategori", "Pekerja Rentan", "vulnerable"),
        ("Upah", "Rp1.234.567,00", 1234567),
        ("Upah", "1.234.567", 1234567),
        ("Upah", "1234567", 1234567),
        ("Upah", "1234567.0", 1234567),
        ("Kode Desa", "16.04.01.2001", 1604012001),
        ("Kode Desa", "1604012001", 1604012001),
        ("NPP", "00012345", "00012345"),
        ("NPP", "'00012345", "00012345"),
    ],
)
def test_cells_mean_what_offices_mean_by_them(tmp_path, column, written, meant):
    desk = workers(tmp_path, f"Nama;{column}\nSITI;{written}\n")
    [ours] = [name for name, header in desk.mapping.items() if header == column]
    assert desk.rows(ours) == [meant]
    assert desk.records("warnings") == []


def test_an_unreadable_optional_cell_is_emptied_and_told(tmp_path):
    desk = workers(tmp_path, "Nama;JK;Upah\nSITI;?;banyak\n")
    assert desk.rows("name", "sex", "wage") == [("SITI", None, None)]
    assert desk.records("warnings", "line", "row", "column", "value", "code") == [
        (2, 1, "sex", "?", "unreadable"),
        (2, 1, "wage", "banyak", "unreadable"),
    ]
    [(message, _)] = desk.records("warnings", "message", "value")[:1]
    assert message == "Baris 2, kolom “JK”: “?” tidak dikenal; pakai L, P."


def test_a_row_without_a_name_is_rejected_with_a_way_to_mend_it(tmp_path):
    desk = workers(tmp_path, f"Nama;NIK\n;{NIK}\nBUDI;\n")
    assert desk.records("rejected") == [
        (2, 1, "name", None, "missing", "Baris 2: kolom “Nama” kosong; wajib diisi.")
    ]
    assert desk.rows("name", "row", "row_id") == [("BUDI", 2, 0)]


def test_a_village_is_found_by_its_names_within_the_region(tmp_path):
    desk = workers(
        tmp_path,
        "Nama,Desa,Kecamatan\nSITI,Tanjung Tebat,Tanjung Tebat\nBUDI,Entah,\n",
        region="16.04",
    )
    [code, unknown] = desk.rows("village_code")
    assert code is not None
    assert unknown is None
    assert [c for (c,) in desk.records("warnings", "code")] == ["village_unsure"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends_are_told_apart(
    tmp_path, separator, encoding, ending
):
    lines = ["Nama,Jenis Kelamin,Upah", "SITI RENÉ,P,1000000", "BUDI,L,2000000"]
    text = ending.join(lines).replace(",", separator)
    desk = workers(tmp_path, text.encode(encoding))
    assert desk.rows("name", "sex", "wage") == [
        ("SITI RENÉ", "F", 1000000),
        ("BUDI", "M", 2000000),
    ]


def test_a_damaged_letter_is_never_guessed(tmp_path):
    desk = workers(tmp_path, b"Nama,Sumber\nSIT\xff,a\nBUDI,desa \xe2\x80\n")
    assert desk.records("rejected", "line", "code") == [(2, "damaged_text")]
    assert desk.records("warnings", "line", "column") == [(3, "source")]
    assert desk.rows("name", "source") == [("BUDI", "daftar")]


def test_a_stray_quote_never_swallows_its_neighbours(tmp_path):
    desk = workers(
        tmp_path,
        "Nama,JK,Upah\n"
        '"SITI,P,1\n'
        'BUDI "UCOK,L,2\n'
        '"ANI, S.H.",P,3\n'
        '"AGUS, S.H.,L,4\n'
        "EKO,L,5\n",
    )
    assert desk.rows("name", "wage") == [
        ("SITI", 1),
        ('BUDI "UCOK', 2),
        ("ANI, S.H.", 3),
        ("EKO", 5),
    ]
    assert desk.records("rejected", "line", "code") == [(5, "broken_line")]


def test_a_quoted_cell_over_several_lines_is_one_record(tmp_path):
    desk = workers(tmp_path, 'Nama,Sumber,Upah\nSITI,"desa\n\nsukamaju",1\nBUDI,x,2\n')
    assert desk.rows("name", "source", "row", "line") == [
        ("SITI", "desa sukamaju", 1, 2),
        ("BUDI", "x", 2, 5),
    ]
    assert desk.aside == {
        1: "kepala tabel",
        3: "lanjutan baris 2",
        4: "lanjutan baris 2",
    }


def test_lines_cut_short_or_too_long_are_rejected(tmp_path):
    desk = workers(tmp_path, "Nama,JK,Upah\nSITI,P,1\nBUDI\nEKO,L,3,9\nANI,P,4,,\n")
    assert desk.records("rejected", "line", "value") == [(3, "BUDI"), (4, "EKO,L,3,9")]
    assert desk.rows("name") == ["SITI", "ANI"]


def test_duplicate_headers_of_ours_are_refused(tmp_path):
    with pytest.raises(InputRefused, match="kolom ke-1 dan 3 sama-sama berjudul"):
        workers(tmp_path, "Nama,JK,Nama\nSITI,P,BUDI\n")


def test_the_better_of_two_headers_for_a_column_is_taken(tmp_path):
    desk = workers(tmp_path, "Nama Pekerja,Nama\nSITI,lain\n")
    assert desk.mapping["name"] == "Nama"
    assert desk.mapping["_unmapped"] == ["Nama Pekerja"]


def test_a_file_without_the_needed_column_is_refused_with_what_was_seen(tmp_path):
    with pytest.raises(InputRefused, match=r"tidak ada kolom untuk name.*NIK, Alamat"):
        workers(tmp_path, "NIK,Alamat\n1,2\n")


def test_a_layout_may_be_explained_once_and_is_remembered(tmp_path):
    with pytest.raises(InputRefused, match="mappings.json"):
        workers(tmp_path, "Orangnya,NIK\nSITI,\n")
    memory = tmp_path / "out" / "mappings.json"
    text = memory.read_text()
    assert '"name": ""' in text
    memory.write_text(text.replace('"name": ""', '"name": "Orangnya"'))
    assert workers(tmp_path, "orangnya,nik\nSITI,\n", out=tmp_path / "out")
    desk = workers(tmp_path, "Orangnya,NIK\nSITI,\n")
    assert desk.rows("name") == ["SITI"]


@pytest.mark.parametrize("content", ["", "\n\n\n", "\x00" * 50, "halo dunia\n"])
def test_a_file_without_a_table_is_refused(tmp_path, content):
    with pytest.raises(InputRefused):
        workers(tmp_path, content)


def test_a_header_alone_is_an_empty_list(tmp_path):
    desk = workers(tmp_path, "Nama,NIK\n")
    assert desk.account == (1, 0, 0, 1)


def test_a_thousand_columns_are_no_obstacle(tmp_path):
    header = ["Nama", *(f"Kolom {at}" for at in range(1000))]
    row = ["SITI", *("x" for _ in range(1000))]
    desk = workers(tmp_path, ",".join(header) + "\n" + ",".join(row) + "\n")
    assert desk.rows("name") == ["SITI"]
    assert len(desk.mapping["_unmapped"]) == 1000


def test_more_columns_than_any_list_has_are_refused(tmp_path):
    header = ",".join(["Nama", *(f"Kolom {at}" for at in range(2500))])
    with pytest.raises(InputRefused, match="2501 kolom; paling banyak 2000"):
        workers(tmp_path, f"{header}\nSITI\n")


def test_only_rejects_are_still_an_answer(tmp_path):
    desk = workers(tmp_path, "Nama,NIK\n" + ",9\n" * 50)
    assert desk.account == (51, 0, 50, 1)


def test_an_input_is_never_written_to(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("Nama\nSITI\n")
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read(tmp_path, "workers", path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
