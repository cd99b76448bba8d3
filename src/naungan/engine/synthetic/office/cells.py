"""Write columns the way an office does: lists of cells, numbers where it types them."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pyarrow as pa

from naungan.engine.synthetic.office.style import Style
from naungan.lib import dates, regions


Cell = str | int | float | None
EXCEL_EPOCH = dt.date(1899, 12, 30)

HEADERS: dict[str, tuple[str, ...]] = {
    "source": ("Sumber",),
    "nik": ("NIK", "No. KTP", "Nomor Induk Kependudukan", "N I K"),
    "name": ("Nama", "Nama Lengkap", "NAMA PEKERJA"),
    "birth_date": ("Tanggal Lahir", "Tgl. Lahir", "TGL LAHIR"),
    "birth_place": ("TTL", "Tempat, Tanggal Lahir", "Tempat/Tanggal Lahir"),
    "sex": ("JK", "Jenis Kelamin", "L/P"),
    "village_code": ("Kode Desa", "Kode Wilayah", "KODE KELURAHAN"),
    "village": ("Desa", "Kelurahan/Desa", "DESA"),
    "district": ("Kecamatan", "KECAMATAN"),
    "employer_ref": ("NIB", "Kode Perusahaan", "NPP"),
    "wage": ("Upah", "Gaji", "Penghasilan"),
    "segment": ("Segmen", "Status Pekerjaan"),
    "category": ("Kategori", "Pekerjaan"),
    "kpj": ("No Kartu", "Nomor Peserta", "KPJ"),
    "npp": ("NPP", "No. Perusahaan"),
    "programmes": ("Program",),
    "reported_wage": ("Upah Dilaporkan",),
    "start_month": ("Awal Kepesertaan",),
    "paid_through": ("BLTH Terakhir", "Iuran Terakhir"),
    "status": ("Status Kepesertaan",),
    "funder": ("Sumber Dana",),
    "nib": ("NIB",),
    "company": ("Nama Perusahaan", "Badan Usaha", "Pemberi Kerja"),
    "kbli": ("KBLI",),
    "kbli_version": ("Versi KBLI",),
    "scale": ("Skala Usaha",),
    "risk_group": ("Tingkat Risiko",),
    "declared_workers": ("Jumlah Tenaga Kerja",),
    "kind": ("Jenis",),
    "month": ("BLTH", "Bulan"),
    "billed": ("Tagihan",),
    "paid": ("Dibayar",),
    "paid_on": ("Tanggal Bayar",),
}
WORDS = {
    "vulnerable": "Pekerja Rentan", "farmer": "Petani", "fisher": "Nelayan",
    "oil_palm": "Petani Sawit", "driver": "Sopir", "msme": "Pedagang", "rt_rw": "Ketua RT",
    "village_officer": "Perangkat Desa", "construction": "Tukang Batu",
    "non_asn": "Honorer", "other": "Lainnya", "active": "AKTIF", "inactive": "NONAKTIF",
    "self": "Mandiri", "employer": "Perusahaan", "apbn": "APBN", "apbd": "APBD",
    "dbh_sawit": "DBH Sawit", "dbhcht": "DBHCHT", "village": "APBDes", "csr": "CSR",
    "baznas": "Baznas", "unknown": "Tidak diketahui", "micro": "Mikro", "small": "Kecil",
    "medium": "Menengah", "large": "Besar", "company": "PT", "cooperative": "Koperasi",
    "foundation": "Yayasan", "household": "Rumah Tangga", "government": "Pemerintah",
    "JAKON": "Jasa Konstruksi", "PMI": "PMI", "PU": "Penerima Upah",
    "BPU": "Bukan Penerima Upah",
}  # fmt: skip
RISKS = {"very_low": "I", "low": "II", "medium": "III", "high": "IV", "very_high": "V"}


def header_of(column: str, style: Style, stem: str) -> str:
    """Choose the header an office puts above a column."""
    if column == "name" and stem.startswith("employers"):
        column = "company"
    if column == "birth_date" and style.dates == "place":
        column = "birth_place"
    if column == "employer_ref" and stem.startswith("employers"):
        return "Kode"
    options = HEADERS[column]
    return options[style.headers % len(options)]


def written_date(day: dt.date, style: Style, place: str) -> Cell:
    """Write a date as an office does."""
    if style.dates == "iso":
        return day.isoformat()
    if style.dates == "slash":
        return f"{day:%d/%m/%Y}"
    if style.dates == "dash":
        return f"{day:%d-%m-%Y}"
    if style.dates == "serial":
        return (day - EXCEL_EPOCH).days
    text = dates.format_date(day)
    return f"{place}, {text}" if style.dates == "place" else text


def written_money(amount: int, style: Style) -> Cell:
    """Write an amount of rupiah as an office does."""
    if style.money == "plain":
        return amount
    text = f"{amount:,}".replace(",", ".")
    return text if style.money == "dotted" else f"Rp{text},00"


def written_month(text: str, style: Style) -> str:
    """Write a month as an office does, from `2026-10`."""
    year, month = text.split("-")
    if style.months == "slash":
        return f"{month}/{year}"
    if style.months == "words":
        return dates.month_label(dates.month_index(int(year), int(month)))
    return text


def written_nik(nik: str, style: Style, *, spreadsheet: bool, rounded: bool) -> Cell:
    """Write a NIK as text, or as the number a spreadsheet made of it."""
    if rounded and spreadsheet:
        return float(nik)
    if rounded:
        return f"{int(nik):.5E}".replace(".", ",")
    if spreadsheet and style.niks == "number":
        return int(nik)
    return f"'{nik}" if style.niks == "quoted" else nik


def written_code(code: str, style: Style) -> str:
    """Write a village code as an office does."""
    return regions.dotted(int(code)) if style.codes == "dotted" else code


def written_word(word: str, _style: Style) -> str:
    """Write a word of our vocabulary in Indonesian."""
    return WORDS.get(word, word)


def _plain(value: Any, _style: Style) -> Cell:
    return value if isinstance(value, int) else str(value)


MONTH_COLUMNS = ("start_month", "paid_through", "month")
MONEY_COLUMNS = ("wage", "reported_wage", "billed", "paid")
WORD_COLUMNS = ("category", "status", "funder", "scale", "kind", "segment")
WRITERS: dict[str, Callable[[Any, Style], Cell]] = {
    **dict.fromkeys(MONTH_COLUMNS, written_month),
    **dict.fromkeys(MONEY_COLUMNS, written_money),
    **dict.fromkeys(WORD_COLUMNS, written_word),
    "village_code": written_code,
    "risk_group": lambda value, _style: RISKS[value],
}


def cells_of(table: pa.Table, column: str, style: Style) -> list[Cell]:
    """Write a whole column whose cells depend on nothing else."""
    write = WRITERS.get(column, _plain)
    known: dict[Any, Cell] = {None: None}
    out = []
    for value in table.column(column).to_pylist():
        if value not in known:
            known[value] = write(value, style)
        out.append(known[value])
    return out
