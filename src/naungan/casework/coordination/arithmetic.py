"""Whether numbers that were said agree with each other, each with why.

What is printed as a percent is compared with every pair of counts of the same event
that it may be a share of; a gap and a sum likewise. Nothing is corrected: a reader sees
the value that follows beside the one that was said.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import Any, Final, Protocol


NEAR: Final = Decimal("1.5")  # percent points: beyond that two numbers are no share
ROUNDED: Final = Decimal("0.5")
COUNTS: Final = ("people", "villages", "employers", "cases", "idr")


class Said(Protocol):
    """A number as it was said."""

    value: Decimal
    unit: str
    meaning: str


def checks(figures: Sequence[Said]) -> list[dict[str, Any]]:
    """Say of every number, in its place, what follows from the others; {} of none."""
    return [_check(one, figures) for one in figures]


def _check(one: Said, figures: Sequence[Said]) -> dict[str, Any]:
    if one.unit == "percent":
        return _share(one, figures)
    if one.unit == "people":
        return _product(one, figures)
    return {}


def _share(one: Said, figures: Sequence[Said]) -> dict[str, Any]:
    """Find the pair of counts nearest to a percent, and say whether it divides."""
    found = list(_shares(figures))
    if not found:
        return {}
    share, part, whole = min(found, key=lambda each: abs(each[0] - one.value))
    if abs(share - one.value) > NEAR:
        return {}
    return {
        "kind": "share",
        "of": [_plain(part.value), _plain(whole.value)],
        "value": _plain(round(share, 2)),
        "agrees": abs(share - one.value) <= _half(one.value),
    }


def _shares(figures: Sequence[Said]) -> Iterable[tuple[Decimal, Said, Said]]:
    for part, whole in permutations(figures, 2):
        same = part.unit == whole.unit and part.unit in COUNTS
        if same and 0 <= part.value <= whole.value and whole.value:
            yield part.value * 100 / whole.value, part, whole


def _product(one: Said, figures: Sequence[Said]) -> dict[str, Any]:
    """Find "so many a village" times villages, or two counts that add up to this one."""
    rates = [each for each in figures if each.unit == "people_per_village"]
    places = [each for each in figures if each.unit == "villages"]
    for rate in rates:
        for place in places:
            if rate.value * place.value == one.value:
                return _whole("product", [rate.value, place.value], one.value)
        if not places and rate.value and one.value % rate.value == 0:
            villages = one.value / rate.value
            if villages > 1:
                return _whole("villages", [one.value, rate.value], villages)
    others = [each for each in figures if each is not one and each.unit == one.unit]
    for first, second in combinations(others, 2):
        if first.value + second.value == one.value:
            return _whole("sum", [first.value, second.value], one.value)
    return {}


def _whole(kind: str, of: list[Decimal], value: Decimal) -> dict[str, Any]:
    return {
        "kind": kind,
        "of": [_plain(one) for one in of],
        "value": _plain(value),
        "agrees": True,
    }


def _half(value: Decimal) -> Decimal:
    """Give half of the last digit that was said: 21 may be 20.5 to 21.5."""
    exponent = value.normalize().as_tuple().exponent
    places = -min(int(exponent), 0) if isinstance(exponent, int) else 0
    return ROUNDED * Decimal(1).scaleb(-places)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
