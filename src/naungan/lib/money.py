"""Rupiah: whole numbers only, read and written the Indonesian way.

Sums come from exact whole rupiah; a text with cents is refused unless the caller
names the rounding, because a silently lost half rupiah multiplies by millions.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Final, Literal

from naungan.lib.numbers import (
    MINUS,
    THOUSANDS_NOTE,
    format_number,
    read_number,
)
from naungan.lib.parsed import Parsed


Rounding = Literal["refuse", "half_up", "up", "down"]

_ROUNDINGS: Final = {"half_up": ROUND_HALF_UP, "up": ROUND_UP, "down": ROUND_DOWN}
_HEADLINE_SCALES: Final = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
)


def read_rupiah(text: str, *, rounding: Rounding = "refuse") -> Parsed[int]:
    """Read "Rp1.234.567,00", "1.234.567", "Rp 2,93 miliar", "(Rp5.000)" as rupiah.

    Cents other than zero are refused, or rounded as told ("down" is towards zero).
    """
    body = text.strip()
    negative, body = _without_marks(body)
    if body.endswith((",-", ".-")):
        body = body[:-2]
    read = read_number(body)
    if read.value is None:
        note = read.note if not body else f"“{text.strip()}” bukan nilai rupiah."
        return Parsed(None, note)
    amount = -read.value if negative else read.value
    return _whole(amount, read.note, rounding)


def parse_rupiah(text: str, *, rounding: Rounding = "refuse") -> int | None:
    """Return the whole rupiah of `read_rupiah`, or None."""
    return read_rupiah(text, rounding=rounding).value


def format_rupiah(amount_idr: int) -> str:
    """Write 4041420 as "Rp4.041.420", without space or decimals."""
    text = f"Rp{format_number(abs(amount_idr))}"
    return f"{MINUS}{text}" if amount_idr < 0 else text


def format_rupiah_short(amount_idr: int) -> str:
    """Write an amount above ten million for a headline: "Rp2,41 miliar".

    Smaller amounts stay exact; print the exact amount somewhere near.
    """
    size = abs(amount_idr)
    if size < 10**7:
        return format_rupiah(amount_idr)
    sign = MINUS if amount_idr < 0 else ""
    # From 999.995.000 on, two decimals of "juta" would already print 1.000,00.
    scale, word = next(
        (scale, word)
        for scale, word in _HEADLINE_SCALES
        if size >= scale - scale // 200_000
    )
    number = format_number(Decimal(size) / scale, 2)
    return f"{sign}Rp{number} {word}"


def _without_marks(body: str) -> tuple[bool, str]:
    """Strip currency marks; return whether a minus stood before them."""
    negative = False
    if body.startswith("(") and body.endswith(")"):
        negative, body = True, body[1:-1].strip()
    if body.startswith(("-", MINUS)):
        negative, body = not negative, body[1:].strip()
    folded = body.lower()
    for mark in ("rp.", "rp", "idr"):
        if folded.startswith(mark):
            return negative, body[len(mark) :].strip()
    return negative, body.removesuffix(" rupiah").strip()


def _whole(amount: Decimal, note: str, rounding: Rounding) -> Parsed[int]:
    whole = amount.to_integral_value(rounding=ROUND_DOWN)
    if whole == amount:
        # Rupiah have no three decimals, so the dot of "Rp5.000" leaves no doubt.
        return Parsed(int(whole), "" if note == THOUSANDS_NOTE else note)
    if rounding == "refuse":
        return Parsed(None, "Nilai rupiah memuat sen; tulis tanpa sen.")
    rounded = amount.to_integral_value(rounding=_ROUNDINGS[rounding])
    return Parsed(int(rounded), "Sen dibulatkan.")
