"""The workbook that LibreOffice was given; README.md says how the files were saved."""

import sys
from datetime import datetime
from pathlib import Path

import xlsxwriter


HEAD = "No,NIK,Nama Lengkap,Tanggal Lahir,JK,Kode Desa,Upah (Rp),Upah Setahun,Pekerjaan"
TITLES = (
    "DAFTAR PEKERJA RENTAN KECAMATAN LAHAT (REKAAN)",
    "Keadaan Oktober 2026",
)
PEOPLE = (
    ("1604012005809001", "Siti Aminah", (1980, 5, 20), "P", 2001, 2_750_000, "Petani"),
    (
        "1604016107929002",
        "Rukmini",
        (1992, 7, 21),
        "Perempuan",
        2001,
        3_100_000,
        "UMKM",
    ),
    ("1604011103759003", "M. YUSUF", (1975, 3, 11), "L", 2002, 2_899_999.6, "Nelayan"),
    ("1604010101689004", "Budi “Ujang”, S.Pd", (1968, 1, 1), "L", 2002, 4_200_000, "-"),
    ("1604012902849005", "Renée D'Arc", (1984, 2, 29), "L", 2003, None, "Ojek Online"),
)
FIRST = 5  # rows above the people, from 0


def write(path: Path) -> None:
    """Write a sheet as offices do: titles, formulas, dates, numbers as NIK, a total."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Catatan").write(0, 0, "Lembar ini hanya catatan")
        sheet = book.add_worksheet("Data Pekerja")
        for at, title in enumerate(TITLES):
            sheet.merge_range(at, 0, at, 8, title)
        sheet.write_row(3, 0, HEAD.split(","))
        sheet.write_row(4, 0, range(1, 10))
        rupiah = book.add_format({"num_format": '"Rp"#,##0'})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for at, person in enumerate(PEOPLE, start=FIRST):
            write_person(sheet, at, person, (rupiah, day))
        sheet.write_string(10, 2, "Jumlah")
        sheet.write_formula(10, 6, "=SUM(G6:G10)", rupiah, 12_949_999.6)
        sheet.write_string(13, 6, "Lahat, 1 Oktober 2026")
        sheet.write_formula(19, 2, "=1/0", None, "#DIV/0!")


def write_person(sheet, at, person, formats) -> None:
    """Write one row; every other NIK and village code is a number."""
    nik, name, born, sex, village, wage, work = person
    rupiah, day = formats
    sheet.write_formula(at, 0, "=ROW()-5", None, at - 4)
    if at % 2:
        sheet.write_string(at, 1, nik)
        sheet.write_string(at, 5, f"16.04.01.{village}")
    else:
        sheet.write_number(at, 1, int(nik))
        sheet.write_number(at, 5, 1604010000 + village)
    sheet.write_string(at, 2, name)
    if name.isupper():
        sheet.write_formula(at, 2, f'=UPPER("{name.lower()}")', None, name)
    sheet.write_datetime(at, 3, datetime(*born), day)  # noqa: DTZ001
    sheet.write_string(at, 4, sex)
    if wage is not None:
        sheet.write_number(at, 6, wage, rupiah)
    sheet.write_formula(at, 7, f"=G{at + 1}*12", rupiah, (wage or 0) * 12)
    sheet.write_string(at, 8, work)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
