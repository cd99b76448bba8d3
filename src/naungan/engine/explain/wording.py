"""The forms in which explanations speak of rows, memberships and amounts.

Numbers are written as in Indonesia in both languages, like everywhere on the pages.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.engine.explain.terms import term
from naungan.engine.wording import BAND, KIND, LAW_DOUBT, METHOD, SEGMENT
from naungan.law import words as said
from naungan.law.words import Figure, Words, words
from naungan.lib import money, numbers, programmes
from naungan.lib.identity_numbers import mask_kpj


NOTHING: Final = "–"


def plain(text: object) -> Words:
    """Give what somebody wrote, the same in both languages."""
    return words("{text}", "{text}", text=str(text))


def place(row: Mapping[str, Any]) -> Words:
    """Say where a source row stands."""
    return words(
        "{file}, baris {line} (data ke-{row})",
        "{file}, line {line} (row {row})",
        **{name: str(row[name]) for name in ("file", "line", "row")},
    )


def identity(row: Mapping[str, Any]) -> Words:
    """Say who a source row speaks of, with the NIK as the door gave it."""
    return words(
        "{name}, lahir {born}, NIK {nik}",
        "{name}, born {born}, NIK {nik}",
        name=plain(row["name"]) if row.get("name") else _NAMELESS,
        born=_born(row.get("birth_date"), row.get("birth_year")),
        nik=str(row.get("nik") or row.get("nik_written") or NOTHING),
    )


_NAMELESS: Final = words("(tanpa nama)", "(no name)")
_NO_DATE: Final = words("tanpa tanggal", "without a date")


def _born(day: date | None, year: int | None) -> Figure | Words:
    if day:
        return said.day(day)
    return plain(year) if year else _NO_DATE


def pair(before: Words, after: Words) -> Words:
    """Say one thing about another: "file, line: name"."""
    return words("{before}: {after}", "{before}: {after}", before=before, after=after)


def doubt(confidence: str) -> Words:
    """Say how unsure a rule of law is, or nothing where it was read in the text."""
    if confidence not in LAW_DOUBT:
        return plain("")
    return words(" [{doubt}]", " [{doubt}]", doubt=term(LAW_DOUBT[confidence]))


def month(index: int | None) -> Figure:
    """Say a month index in words, or a dash."""
    return Figure(NOTHING, NOTHING) if index is None else said.month(index)


def membership(row: Mapping[str, Any]) -> Words:
    """Say what a membership holds and until when it is paid."""
    held = programmes.text_of(row.get("programmes") or 0)
    segment = row.get("segment")
    return words(
        "KPJ {kpj}: {segment}, {held}, lunas sampai {month}, {band} ({method})",
        "KPJ {kpj}: {segment}, {held}, paid through {month}, {band} ({method})",
        kpj=mask_kpj(str(row["kpj"])),
        segment=plain(segment) if segment else term(SEGMENT["unknown"]),
        held=plain(held) if held else words("tanpa program", "no programme"),
        month=month(row.get("paid_through")),
        band=term(BAND[row["band"]]),
        method=term(METHOD.get(row["method"], row["method"])),
    )


def rupiah(amount: int | None) -> str:
    """Say an amount, or a dash where none is known."""
    return NOTHING if amount is None else money.format_rupiah(amount)


def bits(weight: float) -> str:
    """Say a weight with its sign: +3,0 or −18,4."""
    return numbers.format_signed(Decimal(str(weight)))


def account(row: Mapping[str, Any]) -> Words:
    """Say how the lines of one file add up."""
    counted = {
        name: numbers.format_number(row[name])
        for name in ("lines", "accepted", "rejected", "set_aside")
    }
    return words(
        "{file} ({kind}): {lines} baris = {accepted} diterima + {rejected} ditolak + "
        "{set_aside} disisihkan",
        "{file} ({kind}): {lines} rows = {accepted} accepted + {rejected} rejected + "
        "{set_aside} set aside",
        file=str(row["file"]),
        kind=term(KIND.get(row["kind"], row["kind"])),
        **counted,
    )
