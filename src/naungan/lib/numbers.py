"""Indonesian numbers: read as written in lists and news, write as people read.

The dot groups thousands and the comma marks decimals. Where a text can be read
two ways the rule is fixed, and the reading says so in its note:

- "1.234": three digits after one dot are thousands (1234), except in a percentage
  ("24.350 persen"), where the dot is a decimal point;
- "24.35": any other count of digits after one dot is a decimal point;
- "1,234": one comma is always the decimal comma (1.234);
- "1,234,567" and "1,234.50" can only be English grouping and are read so.

Values are exact (`Decimal`, `int`), never binary floats.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from naungan.lib.number_words import value_of_words
from naungan.lib.parsed import Parsed


MOST_DIGITS: Final = 18  # of the number of a row, so that it fits 64 bits
MINUS: Final = "\N{MINUS SIGN}"
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"

THOUSANDS_NOTE: Final = "Titik dibaca sebagai ribuan."

_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?$")
_PLAIN = re.compile(r"\d+(,\d+)?$")
_DOT_DECIMAL = re.compile(r"\d+\.\d+$")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?$")
_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?e\+?\d{1,2}$")
_PERCENT = re.compile(r"\s*(%|persen|prosen|percent)$")
_TOKEN = re.compile(r"[a-z]+|[\d.,]*\d|\S")

_EMPTY: Final[Parsed[Decimal]] = Parsed(None, "Sel kosong.")


def read_number(text: str, *, percent: bool = False) -> Parsed[Decimal]:
    """Read a number in digits, words or both; a trailing % or "persen" is allowed.

    `percent=True` says that the column holds percentages, so that "24.350" is
    24.35; the value stays in percent ("37,7 persen" is 37.7, not 0.377).
    """
    body = _tidy(text)
    if not body:
        return _EMPTY
    cut = _PERCENT.sub("", body)
    percent = percent or cut != body
    sign, cut = _sign(cut)
    read = _read_unsigned(cut, percent=percent)
    if read.value is None:
        return Parsed(None, read.note or f"“{text.strip()}” bukan angka.")
    return Parsed(read.value * sign, read.note)


def parse_number(text: str, *, percent: bool = False) -> Decimal | None:
    """Return the value of `read_number`, by its rules, or None."""
    return read_number(text, percent=percent).value


def parse_whole(text: str) -> int | None:
    """Return a whole number, or None when the text is none or has a fraction."""
    value = parse_number(text)
    if value is None or value != value.to_integral_value():
        return None
    return int(value)


def percentage(part: int, whole: int, places: int = 1) -> Decimal:
    """Return part of whole in percent, rounded half up: 51398 of 239799 is 21.4.

    Exact integer arithmetic. Raises ZeroDivisionError when `whole` is 0: a share
    of nothing has no value, and the caller says what to show instead.
    """
    scaled = 2 * 100 * 10**places * abs(part)
    quotient = (scaled // abs(whole) + 1) // 2
    sign = -1 if (part < 0) != (whole < 0) else 1
    return Decimal(sign * quotient).scaleb(-places)


def format_number(value: int | Decimal, places: int | None = None) -> str:
    """Write 1234567.8 as "1.234.567,8"; `places` rounds half up and pads."""
    number = Decimal(value)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(number):,f}".partition(".")
    text = whole.replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"{MINUS}{text}" if number < 0 else text


def format_percent(value: int | Decimal, places: int = 1) -> str:
    """Write a percentage with a no-break space: 31 is "31,0 %"."""
    return f"{format_number(value, places)}{NO_BREAK_SPACE}%"


def format_points(difference: int | Decimal, places: int = 1) -> str:
    """Write a difference of percentages, signed: "+0,5 poin", never persen.

    What rounds to nothing has no sign: "0,0 poin".
    """
    return f"{format_signed(difference, places)} poin"


def format_signed(value: int | Decimal, places: int = 1) -> str:
    """Write a number with its sign: "+3,0", "−18,4"; what rounds to nothing has none."""
    text = format_number(value, places)
    rises = text.strip("0,") and not text.startswith(MINUS)
    return f"{'+' if rises else ''}{text}"


def compare_points(difference: int | Decimal) -> str:
    """Say a difference of percentages in words: +0.5 is "sedikit lebih tinggi".

    Below one point it is "sedikit", from five points "jauh": a house rule of
    wording, not a statistical statement.
    """
    size = abs(Decimal(difference))
    if size == 0:
        return "sama"
    direction = "lebih tinggi" if difference > 0 else "lebih rendah"
    if size < 1:
        return f"sedikit {direction}"
    return f"jauh {direction}" if size >= 5 else direction


def _tidy(text: str) -> str:
    body = " ".join(text.replace(NO_BREAK_SPACE, " ").split()).lower()
    return body.lstrip("'`").replace(MINUS, "-").replace("–", "-")


def _sign(body: str) -> tuple[int, str]:
    if body.startswith("(") and body.endswith(")"):
        return -1, body[1:-1].strip()
    for mark in ("-", "minus ", "negatif "):
        if body.startswith(mark):
            return -1, body.removeprefix(mark).strip()
    return 1, body.removeprefix("+").strip()


def _read_unsigned(body: str, *, percent: bool) -> Parsed[Decimal]:
    if body.isascii() and body.isdigit():
        return Parsed(Decimal(body))
    if _SCIENTIFIC.match(body):
        note = "Ditulis dalam notasi ilmiah; angka di belakang dapat hilang."
        return Parsed(
            Decimal(Decimal(body.replace(",", ".")).to_integral_value()), note
        )
    digits = _read_digits(body, percent=percent)
    if digits is not None:
        return digits
    return _read_words(body, percent=percent)


def _read_digits(body: str, *, percent: bool) -> Parsed[Decimal] | None:
    if _GROUPED.match(body):
        if "," in body or body.count(".") > 1:
            return Parsed(Decimal(body.replace(".", "").replace(",", ".")))
        if percent:
            return Parsed(Decimal(body), "Titik dibaca sebagai koma desimal.")
        return Parsed(Decimal(body.replace(".", "")), THOUSANDS_NOTE)
    if _PLAIN.match(body):
        note = "Koma dibaca sebagai desimal." if _looks_english(body) else ""
        return Parsed(Decimal(body.replace(",", ".")), note)
    if _DOT_DECIMAL.match(body):
        return Parsed(Decimal(body))
    if _ENGLISH.match(body):
        return Parsed(Decimal(body.replace(",", "")))
    return None


def _looks_english(body: str) -> bool:
    return _ENGLISH.match(body) is not None


def _read_words(body: str, *, percent: bool) -> Parsed[Decimal]:
    words: list[str | Decimal] = []
    notes: list[str] = []
    for token in _TOKEN.findall(body):
        if not token[-1].isdigit():
            words.append(token)
            continue
        read = _read_digits(token, percent=percent)
        if read is None or read.value is None:
            return Parsed(None)
        words.append(read.value)
        notes.append(read.note)
    return Parsed(value_of_words(words), " ".join(note for note in notes if note))


def is_number(text: str) -> bool:
    """Tell whether a text names a number of a row: digits alone, as many as a key has.

    Python refuses to read a number of thousands of digits, so they are not read.
    """
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
