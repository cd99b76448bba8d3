"""Write one workbook of each other kind, as an office would type it; all is invented.

Run with the folder to write to.
"""

import datetime as dt
import sys
from pathlib import Path

import openpyxl
from openpyxl.styles import Font


DAY = dt.date
SHEETS = {
    "members": [
        ["DAFTAR PESERTA AKTIF"],
        ["No", "No Kartu", "NIK", "Nama", "Tgl Lahir", "Kepesertaan", "Program"]
        + ["Upah", "Iuran Terakhir", "Status Peserta"],
        [1, "99000000001", "1604015204809002", "BUDI", DAY(1980, 4, 12), "BPU"]
        + ["JKK+JKM", None, DAY(2026, 10, 1), "AKTIF"],
        [2, "99000000002", "1604011106889005", "AGUS", DAY(1988, 6, 11), "PU"]
        + ["JKK+JKM+JHT+JP", 3_500_000, DAY(2026, 9, 1), "AKTIF"],
        [3, None, "1604015505909003", "DEWI", DAY(1990, 5, 15), "BPU"]
        + ["JKK+JKM", None, DAY(2026, 8, 1), "NONAKTIF"],
        ["Jumlah", 3],
    ],
    "employers": [
        ["Kode", "NIB", "NPP", "Nama Perusahaan", "Skala Usaha", "Jumlah TK"],
        ["P-001", "9900000000001", "00012345", "PT Rekaan Satu", "besar", 3_250],
        ["P-002", None, "00012346", "CV Rekaan Dua", "kecil", "=2+2"],
        ["P-003", None, None, None, "mikro", 1],
    ],
    "contributions": [
        ["REKAP IURAN"],
        [],
        ["NPP", "BLTH", "Tagihan", "Dibayar", "Tanggal Bayar"],
        ["00012345", DAY(2026, 10, 1), 1_250_000.0, 1_250_000, DAY(2026, 10, 12)],
        ["00012346", DAY(2026, 10, 1), "Rp90.000,00", 0, None],
        ["Total", None, "=SUM(C4:C5)", None, None],
    ],
    "universe": [
        ["Kode Wilayah", "Tahun", "Jumlah Pekerja", "Sumber"],
        ["16.04", 2026, 239_799, "BPS rekaan"],
        ["16.04.01", 2026, "12.345", "BPS rekaan"],
        ["16.04.02", 2026, None, "BPS rekaan"],
    ],
}


def main(folder: Path) -> None:
    """Save every workbook, with a bold header and dates as dates."""
    for kind, rows in SHEETS.items():
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Data"
        for row in rows:
            sheet.append(row)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, dt.date):
                    cell.number_format = "DD/MM/YYYY"
                if isinstance(cell.value, int | float) and cell.value > 3000:
                    cell.number_format = "#,##0"
        book.save(folder / f"{kind}.xlsx")


main(Path(sys.argv[1]))
