"""Indonesian number words, read and written: ribu, juta, miliar, triliun.

"dua puluh satu" = 21, "seribu dua ratus" = 1200, "2 juta 500 ribu" = 2500000,
"dua koma lima" = 2.5, "setengah miliar" = 500000000. Exact throughout.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final


DIGITS: Final = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
WHOLE: Final = {
    **DIGITS,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
SCALES: Final = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
# One word for "one of these"; each splits into its scale without a number before.
SINGLE_SCALES: Final = {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9}
SPOKEN_DIGITS: Final = tuple(DIGITS)
SPOKEN_SCALES: Final = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
)
SINGLE_BELOW: Final = 10**6  # seribu, seratus; but satu juta
MOST_SPOKEN: Final = 10**15
HALF: Final = "setengah"
POINT: Final = "koma"


def value_of_words(words: Sequence[str | Decimal]) -> Decimal | None:
    """Return the exact value of number words, or None when they make no number.

    A Decimal among the words is a number written in digits ("2 juta 500 ribu").
    Scales must fall from left to right, as in speech.
    """
    total = Decimal(0)
    last_scale: int | None = None
    pending: list[str | Decimal] = []
    for word in words:
        scale = _scale_of(word)
        if scale is None:
            pending.append(word)
            continue
        if last_scale is not None and scale >= last_scale:
            return None
        amount = _below_scale(pending) if word in SCALES else _one_if_alone(pending)
        if amount is None:
            return None
        total, last_scale, pending = total + amount * scale, scale, []
    if not pending:
        return total if last_scale is not None else None
    rest = _below_scale(pending)
    if rest is None or (last_scale is not None and rest >= last_scale):
        return None
    return total + rest


def terbilang(number: int) -> str:
    """Write a whole number below 10^15 in words: 21 is "dua puluh satu"."""
    if number < 0:
        return f"minus {terbilang(-number)}"
    if number >= MOST_SPOKEN:
        raise ValueError(number)
    return " ".join(_spoken(number)) or SPOKEN_DIGITS[0]


def _spoken(number: int) -> list[str]:
    for scale, word in SPOKEN_SCALES:
        if number >= scale:
            times, rest = divmod(number, scale)
            is_single = times == 1 and scale < SINGLE_BELOW
            front = [f"se{word}"] if is_single else [*_spoken(times), word]
            return front + _spoken(rest)
    return _spoken_below_hundred(number)


def _spoken_below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if number in (10, 11):
        return ["sepuluh" if number == 10 else "sebelas"]
    last = [SPOKEN_DIGITS[ones]] if ones else []
    if tens == 1:
        return [*last, "belas"]
    return [SPOKEN_DIGITS[tens], "puluh", *last] if tens else last


def _scale_of(word: str | Decimal) -> int | None:
    if isinstance(word, Decimal):
        return None
    return SCALES.get(word) or SINGLE_SCALES.get(word)


def _one_if_alone(pending: list[str | Decimal]) -> Decimal | None:
    return Decimal(1) if not pending else None


def _below_scale(words: list[str | Decimal]) -> Decimal | None:
    """Read what stands before a scale: digits, words below 1000, halves, koma."""
    if len(words) == 1 and isinstance(words[0], Decimal):
        return words[0]
    spoken = [word for word in words if isinstance(word, str)]
    if not spoken or len(spoken) != len(words):
        return None
    half = Decimal(0)
    if spoken[-1] == HALF:
        half, spoken = Decimal("0.5"), spoken[:-1]
        if not spoken:
            return half
    if POINT in spoken:
        return None if half else _with_point(spoken)
    whole = _below_thousand(spoken)
    return None if whole is None else whole + half


def _with_point(words: list[str]) -> Decimal | None:
    at = words.index(POINT)
    whole, digits = _below_thousand(words[:at]), words[at + 1 :]
    if whole is None or not digits or any(word not in DIGITS for word in digits):
        return None
    return Decimal(f"{whole}.{''.join(str(DIGITS[word]) for word in digits)}")


def _below_thousand(words: list[str]) -> int | None:
    """Read 0..999: "tiga ratus enam puluh", "sebelas", "dua puluh satu"."""
    value, room, at = 0, 1000, 0
    while at < len(words):
        first = WHOLE.get(words[at])
        unit = words[at + 1] if at + 1 < len(words) else ""
        amount = first
        if first is not None and unit in _UNITS and 2 <= first <= 9:
            amount = _UNITS[unit](first)
            at += 1
        if amount is None or amount >= room:
            return None
        value += amount
        room = 100 if amount >= 100 else (10 if amount >= 20 else 1)
        at += 1
    return value if words else None


_UNITS: Final = {
    "belas": lambda digit: 10 + digit,
    "puluh": lambda digit: 10 * digit,
    "ratus": lambda digit: 100 * digit,
}
