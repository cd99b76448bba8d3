"""Numbers in the sentences about published figures, as Indonesians write them."""

from decimal import Decimal
from fractions import Fraction

from naungan.lib import numbers


def number(value: int | None) -> str:
    """Write a count with thousands dots; nothing printed is a dash."""
    return "–" if value is None else numbers.format_number(value)


def percent(value: Fraction, places: int) -> str:
    """Write a percentage with at most so many decimals, rounded half up."""
    text = numbers.format_number(rounded(value, places))
    return f"{text}{numbers.NO_BREAK_SPACE}%"


def rounded(value: Fraction, places: int) -> Decimal:
    """Round a percentage half up to so many decimals, exactly."""
    scaled = value * 10**places * 2
    whole = (scaled.numerator // scaled.denominator + 1) // 2
    return Decimal(whole).scaleb(-places)
