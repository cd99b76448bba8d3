"""Payments of a file: rows of a sheet read, or said why they cannot be.

Nothing here writes: the rows are looked at first, then taken.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import fastexcel
from django.utils.translation import gettext_noop as _

from naungan.lib.dates import parse_date, parse_month
from naungan.lib.errors import InputRefused
from naungan.lib.money import parse_rupiah


MOST_ROWS: Final = 2_000
MOST_UNPACKED: Final = 100 << 20  # bytes of a workbook once unpacked
ZIP: Final = b"PK\x03\x04"
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "case": ("nomor kasus", "no kasus", "kasus"),
    "npp": ("npp", "nomor pendaftaran perusahaan", "no npp"),
    "paid_on": ("tanggal bayar", "tgl bayar", "tanggal pembayaran", "tanggal"),
    "amount": ("jumlah bayar", "jumlah dibayar", "dibayar", "jumlah", "rupiah"),
    "reference": ("nomor bukti", "no bukti", "bukti", "referensi", "nomor transaksi"),
    "month": ("bulan iuran", "blth", "bulan", "periode"),
}
"""The heads that name a column, without case."""
NEEDED: Final = ("paid_on", "amount")
_NEED: Final = _(
    "Berkas memerlukan kolom “tanggal bayar”, “jumlah bayar”, dan “nomor kasus” atau "
    "“NPP” pada baris pertamanya."
)


@dataclass(frozen=True)
class Row:
    """One payment of a file; `wrong` says why it cannot be taken."""

    line: int
    case: str = ""
    npp: str = ""
    paid_on: date | None = None
    amount_idr: int | None = None
    reference: str = ""
    month: int | None = None
    wrong: str = ""


def read(content: bytes) -> list[Row]:
    """Read a workbook or a delimited text; raises InputRefused for anything else."""
    table = _workbook(content) if content.startswith(ZIP) else _text(content)
    rows = [row for row in table if any(cell.strip() for cell in row)]
    if not rows:
        raise InputRefused("Berkas ini kosong.")
    if len(rows) - 1 > MOST_ROWS:
        raise InputRefused("Paling banyak dua ribu baris sekali impor.")
    columns = _columns(rows[0])
    return [_row(line, columns, row) for line, row in enumerate(rows[1:], start=2)]


def _workbook(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
                raise InputRefused("Berkas ini terlalu besar setelah dibuka.")
        sheet = fastexcel.read_excel(content).load_sheet(
            0, header_row=None, dtypes="string"
        )
    except (zipfile.BadZipFile, fastexcel.FastExcelError) as fault:
        raise InputRefused("Berkas ini bukan buku kerja Excel yang utuh.") from fault
    columns = sheet.to_arrow().to_pydict().values()
    return [[cell or "" for cell in row] for row in zip(*columns, strict=True)]


def _text(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputRefused("Berkas ini bukan CSV UTF-8 dan bukan Excel.") from fault
    if "\0" in text:
        raise InputRefused("Berkas ini bukan CSV UTF-8 dan bukan Excel.")
    head = text.split("\n", 1)[0]
    mark = max(";,\t|", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as fault:
        raise InputRefused("Baris CSV berkas ini tidak terbaca.") from fault


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Find each column by its head; the first that fits has it."""
    written = [" ".join(one.lower().replace(".", " ").split()) for one in head]
    found = {
        name: written.index(alias)
        for name, aliases in NAMES.items()
        if (alias := _first(aliases, written))
    }
    if not {*NEEDED} <= found.keys() or not {"case", "npp"} & found.keys():
        raise InputRefused(_NEED)
    return found


def _first(aliases: Iterable[str], written: Sequence[str]) -> str:
    return next((one for one in aliases if one in written), "")


def _row(line: int, columns: dict[str, int], cells: Sequence[str]) -> Row:
    def cell(name: str) -> str:
        place = columns.get(name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    paid_on, amount = _day(cell("paid_on")), parse_rupiah(cell("amount"))
    month = parse_month(cell("month")) if cell("month") else None
    return Row(
        line=line,
        case=cell("case"),
        npp=cell("npp"),
        paid_on=paid_on,
        amount_idr=amount,
        reference=cell("reference")[:60],
        month=month,
        wrong=_wrong(paid_on, amount, bool(cell("month")) and month is None),
    )


def _day(written: str) -> date | None:
    read = parse_date(written.removesuffix(" 00:00:00"))
    if read is None or read.month is None or read.day is None:
        return None
    return date(read.year, read.month, read.day)


def _wrong(paid_on: date | None, amount_idr: int | None, month_unread: bool) -> str:
    if paid_on is None:
        return _("Tanggal bayar tidak terbaca.")
    if amount_idr is None or amount_idr <= 0:
        return _("Jumlah bayar tidak terbaca.")
    return _("Bulan iuran tidak terbaca.") if month_unread else ""
