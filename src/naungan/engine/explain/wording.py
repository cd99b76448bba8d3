"""The forms in which explanations speak of rows, memberships and amounts."""

from collections.abc import Mapping
from typing import Any

from naungan.engine.wording import BAND, LAW_DOUBT, METHOD
from naungan.lib import dates, money, numbers, programmes


def place(row: Mapping[str, Any]) -> str:
    """Say where a source row stands."""
    return f"{row['file']}, baris {row['line']} (data ke-{row['row']})"


def identity(row: Mapping[str, Any]) -> str:
    """Say who a source row speaks of, with the NIK as the door gave it."""
    born = row.get("birth_date")
    when = dates.format_date(born) if born else row.get("birth_year") or "tanpa tanggal"
    return f"{row.get('name') or '(tanpa nama)'}, lahir {when}, NIK {_nik(row)}"


def _nik(row: Mapping[str, Any]) -> str:
    return str(row.get("nik") or row.get("nik_written") or "–")


def doubt(confidence: str) -> str:
    """Say how unsure a rule of law is, or nothing where it was read in the text."""
    return f" [{LAW_DOUBT[confidence]}]" if confidence in LAW_DOUBT else ""


def month(index: int | None) -> str:
    """Say a month index in words, or a dash."""
    return "–" if index is None else dates.month_label(index)


def membership(row: Mapping[str, Any]) -> str:
    """Say what a membership holds and until when it is paid."""
    held = programmes.text_of(row.get("programmes") or 0) or "tanpa program"
    return (
        f"KPJ {row['kpj']}: {row.get('segment') or 'segmen tidak disebut'}, {held}, "
        f"lunas sampai {month(row.get('paid_through'))}, "
        f"{BAND[row['band']]} ({METHOD.get(row['method'], row['method'])})"
    )


def rupiah(amount: int | None) -> str:
    """Say an amount, or a dash where none is known."""
    return "–" if amount is None else money.format_rupiah(amount)


def account(row: Mapping[str, Any]) -> str:
    """Say how the lines of one file add up."""
    said = {
        name: numbers.format_number(row[name])
        for name in ("lines", "accepted", "rejected", "set_aside")
    }
    return (
        f"{row['file']} ({row['kind']}): {said['lines']} baris = "
        f"{said['accepted']} diterima + {said['rejected']} ditolak + "
        f"{said['set_aside']} disisihkan"
    )
