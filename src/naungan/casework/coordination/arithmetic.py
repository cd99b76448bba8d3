"""Whether numbers that were said agree with each other, each with why.

A percent is compared with the two counts that it names as its part and its whole; one
that names none says nothing. A sum or a product that its own sentence says is reckoned,
right or wrong; so many a village and a sum are also found among the counts of the same
event where they come out. Nothing is corrected: a reader sees the value that follows beside the one
that was said.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, Final, Protocol

from naungan.casework.coordination.formulas import Formula, formula_of


ROUNDED: Final = Decimal("0.5")
COUNTS: Final = ("people", "villages", "employers", "cases", "idr")


class Said(Protocol):
    """A number as it was said."""

    value: Decimal
    unit: str
    meaning: str

    @property
    def part(self) -> "Said | None":
        """Give the count of which a percent is the share."""

    @property
    def whole(self) -> "Said | None":
        """Give the count of which the part is one."""


def checks(figures: Sequence[Said]) -> list[dict[str, Any]]:
    """Say of every number, in its place, what follows from the others; {} of none."""
    return [_check(one, figures) for one in figures]


def _check(one: Said, figures: Sequence[Said]) -> dict[str, Any]:
    if one.unit == "percent" and one.part is not None:
        return _share(one)
    if found := _spoken(one):
        return found
    if one.unit == "people":
        return _product(one, figures)
    return {}


def is_share(part: Said, whole: Said) -> bool:
    """Tell whether two numbers count the same thing, so that one may be a share."""
    return part.unit == whole.unit and part.unit in COUNTS and whole.value > 0


def _share(one: Said) -> dict[str, Any]:
    """Divide the two counts that a percent names, and say whether it agrees."""
    part, whole = one.part, one.whole
    if part is None or whole is None or not is_share(part, whole):
        return {}
    share = part.value * 100 / whole.value
    return {
        "kind": "share",
        "of": [_plain(part.value), _plain(whole.value)],
        "value": _plain(round(share, 2)),
        "agrees": abs(share - one.value) <= _half(one.value),
    }


def _spoken(one: Said) -> dict[str, Any]:
    """Reckon the sum or product of the sentence of which a number is the outcome."""
    said = formula_of(one.meaning)
    if said is None or (said.said, said.unit) != (one.value, one.unit):
        return {}
    return _reckoned(said)


def said_in(text: str) -> dict[str, Any]:
    """Reckon the sum or product that a sentence says; {} of none.

    `said` is its outcome in the words of the sentence; the rest is as `checks` gives it.
    """
    said = formula_of(text)
    return {} if said is None else _reckoned(said) | {"said": said.words}


def _reckoned(said: Formula) -> dict[str, Any]:
    found = {
        "kind": said.kind,
        "of": [_plain(each) for each in said.of],
        "value": _plain(said.value),
        "agrees": said.agrees,
    }
    return found | _moved(said) if said.kind == "difference" else found


def _moved(said: Formula) -> dict[str, Any]:
    """Say of a difference whether it is one of shares, and its percent of the first."""
    first, last = said.of
    share = abs(last - first) * 100 / first if first else None
    told = "" if share is None else _plain(round(share, 2))
    return {"points": said.of_shares, "share": told}


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
