"""Which rate of late fine governs a programme's month, paid on a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from naungan.law.answer import Used
from naungan.law.reader import Read, Reader
from naungan.lib.errors import LawRefused


SETTLE_BY = "fines/late/labour_intensive/settle_by"


@dataclass(frozen=True)
class Rate:
    """The share of the contribution that each month of delay costs."""

    monthly: Decimal
    used: tuple[Used, ...]


def rate(
    segment: str,
    programme: str,
    month: int,
    paid_on: date,
    reader: Reader,
    *,
    labour_intensive: bool = False,
) -> Rate:
    """Give the rate of a contribution month; the relief only until its last day."""
    if segment == "BPU":
        return _plain(reader.at_month("fines/late/bpu", month, Decimal))
    if segment != "PU":
        raise LawRefused(
            f"Denda keterlambatan segmen {segment} tidak ada dalam hukum yang "
            "tercatat; yang ada: PU, BPU."
        )
    usual = reader.at_month(f"fines/late/{programme.lower()}", month, Decimal)
    if not labour_intensive or programme != "JKK":
        return _plain(usual)
    relief = reader.find_at_month("fines/late/labour_intensive/jkk", month, Decimal)
    if relief is None:
        return _plain(usual)
    settle_by = reader.at_month(SETTLE_BY, month, date)
    governing = relief if paid_on <= settle_by.value else usual
    return Rate(governing.value, (governing.used, settle_by.used))


def deferred_rate(month: int, reader: Reader) -> Rate:
    """Give the rate on JP that was deferred and not settled in time."""
    return _plain(reader.at_month("fines/late/deferred_jp", month, Decimal))


def _plain(read: Read[Decimal]) -> Rate:
    return Rate(read.value, (read.used,))
