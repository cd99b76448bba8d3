"""Under which headings a template asks for our columns, and invented samples of each."""

from typing import Final

from naungan.engine.format import Column
from naungan.engine.reading.values.choice import spoken_words


ACRONYMS: Final = ("nik", "nib", "npp", "npwp", "kbli", "kpj")
# Where the first customary heading would not be understood by itself.
HEADINGS: Final = {
    "birth_date": "Tanggal lahir",
    "sex": "Jenis kelamin",
    "village": "Desa/kelurahan",
    "kbli_version": "Versi KBLI",
    "employer_ref": "Kode perusahaan",
    "declared_workers": "Jumlah tenaga kerja",
    "name": "Nama",
    "start_month": "Awal kepesertaan",
    "paid_through": "Iuran terakhir",
    "status": "Status kepesertaan",
    "month": "Bulan",
    "region_code": "Kode wilayah",
    "reported_wage": "Upah dilaporkan",
    "kind": "Jenis badan usaha",
}
# Invented people and enterprises; their numbers were never issued.
SAMPLES: Final[dict[str, tuple[str, str]]] = {
    "source": ("Daftar desa", "Daftar desa"),
    "nik": ("1604012003859001", "1604015204809002"),
    "name": ("Sari Rekaan", "Budi Rekaan"),
    "birth_date": ("20-03-1985", "12-04-1980"),
    "sex": ("P", "L"),
    "village_code": ("16.04.01.2001", "16.04.01.2002"),
    "village": ("(nama desa)", "(nama desa)"),
    "district": ("(nama kecamatan)", "(nama kecamatan)"),
    "employer_ref": ("P-001", "P-002"),
    "wage": ("3.500.000", "2.800.000"),
    "reported_wage": ("3.500.000", "2.800.000"),
    "kpj": ("99000000001", "99000000002"),
    "npp": ("P-001", "P-002"),
    "nib": ("9900000000001", "9900000000002"),
    "npwp": ("(15 atau 16 angka)", ""),
    "programmes": ("JKK+JKM", "JKK+JKM+JHT+JP"),
    "start_month": ("2024-01", "2025-07"),
    "paid_through": ("2026-09", "2026-10"),
    "kbli": ("01262", "47111"),
    "kbli_version": ("2020", "2020"),
    "declared_workers": ("25", "4"),
    "month": ("2026-10", "2026-10"),
    "year": ("2026", "2026"),
    "billed": ("1.250.000", "90.000"),
    "paid": ("1.250.000", "0"),
    "paid_on": ("2026-10-12", ""),
    "region_code": ("16.04", "16.04.01"),
    "workers": ("239.799", "12.345"),
}


def heading_of(column: Column) -> str:
    """Give the heading under which a template asks for a column."""
    if column.name in ACRONYMS:
        return column.name.upper()
    if column.name in HEADINGS:
        return HEADINGS[column.name]
    return column.aliases[0].capitalize() if column.aliases else column.name


def samples_of(column: Column) -> tuple[str, str]:
    """Give two invented cells of a column; empty ones where none is needed."""
    if column.choices:
        words = spoken_words(column)
        return words[0], words[-1]
    return SAMPLES.get(column.name, ("", ""))
