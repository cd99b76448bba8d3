"""Payments of a file: rows of a sheet read, or said why they cannot be.

Nothing here writes: the rows are looked at first, then taken.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.intake import preview
from naungan.lib.dates import parse_date, parse_month
from naungan.lib.money import parse_rupiah


MOST_ROWS: Final = 2_000
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "case": ("nomor kasus", "no kasus", "kasus"),
    "npp": ("npp", "nomor pendaftaran perusahaan", "no npp"),
    "paid_on": ("tanggal bayar", "tgl bayar", "tanggal pembayaran", "tanggal"),
    "amount": ("jumlah bayar", "jumlah dibayar", "dibayar", "jumlah", "rupiah"),
    "reference": ("nomor bukti", "no bukti", "bukti", "referensi", "nomor transaksi"),
    "month": ("bulan iuran", "blth", "bulan", "periode"),
}
"""The heads that name a column, without case."""
NEEDED: Final = ("paid_on", "amount", ("case", "npp"))
"""What every file must have; of case and registration one will do."""


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


def read(content: bytes, name: str = "pembayaran") -> list[Row]:
    """Read a workbook or a delimited text; raises InputRefused for anything else."""
    found = preview.table_of(content, NAMES, NEEDED, name=name, most=MOST_ROWS)
    return [_row(line, cells) for line, cells in found.rows]


def _row(line: int, cells: dict[str, str]) -> Row:
    paid_on, amount = _day(cells["paid_on"]), parse_rupiah(cells["amount"])
    written = cells.get("month", "")
    month = parse_month(written) if written else None
    return Row(
        line=line,
        case=cells.get("case", ""),
        npp=cells.get("npp", ""),
        paid_on=paid_on,
        amount_idr=amount,
        reference=cells.get("reference", "")[:60],
        month=month,
        wrong=_wrong(paid_on, amount, bool(written) and month is None),
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
