"""By how much a figure is said to have moved, beside where it was and where it came to.

"Turun 4 persen dari 35 persen menjadi 32 persen" prints three numbers, and two of them
say what the third must be: a share moves by percentage points, and by percent of what
it was; a count moves by a count, or by percent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from naungan.lib.numbers import parse_number


Unit = Literal["percent", "percentage_point", "count"]
_HUNDRED: Final = Decimal(100)
_ROUNDED: Final = Decimal("0.5")
_NUM: Final = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SHARE: Final = r"(?:persen|%)"
_MOVES: Final = (
    r"(?P<move>naik|meningkat|bertambah|kenaikan|peningkatan"
    r"|turun|menurun|berkurang|merosot|penurunan)"
)
_ABOUT: Final = r"(?:sebesar\s+|sebanyak\s+|sekitar\s+|hanya\s+)*"
_SAID: Final = rf"{_ABOUT}(?P<said>{_NUM})(?:\s*(?P<unit>poin\s+persen|poin|{_SHARE}))?"
_LEVELS: Final = (
    rf"dari\s+(?:semula\s+|sebelumnya\s+|{_ABOUT})(?P<first>{_NUM})\s*(?P<from>[a-z%]+)?\s+"
    rf"(?:menjadi|jadi|ke)\s+{_ABOUT}(?P<last>{_NUM})\s*(?P<to>[a-z%]+)?"
)
_NOUN: Final = r"(?:\s+(?!dari\b)[a-z]+)?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MOVES}\s+{_SAID}{_NOUN},?\s+(?:yakni\s+|yaitu\s+)?{_LEVELS}",
        rf"\b{_LEVELS},?\s+(?:atau\s+|yakni\s+|yaitu\s+|artinya\s+|berarti\s+)?{_MOVES}\s+{_SAID}",
        rf"\b{_MOVES}\s+{_LEVELS}\s*(?:\(|,?\s*(?:atau|yakni|yaitu)\s+){_SAID}",
    )
)
_FALLS: Final = frozenset({"turun", "menurun", "berkurang", "merosot", "penurunan"})


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it was said, and the levels beside it; `of_shares` where these are shares."""

    said: Decimal
    unit: Unit
    falls: bool
    first: Decimal
    last: Decimal
    of_shares: bool
    words: str
    start: int

    @property
    def difference(self) -> Decimal:
        """Give by how much it moved: in percentage points, or in what is counted."""
        return abs(self.last - self.first)

    @property
    def percent(self) -> Decimal | None:
        """Give by how many percent of what it was; None where it was nothing."""
        return self.difference * _HUNDRED / self.first if self.first else None

    @property
    def fits(self) -> bool:
        """Tell whether what was said comes out, within its last digit.

        "Naik 3 persen" of a share that gained three points is how most people say it.
        """
        if self.falls != (self.last < self.first):
            return False
        by_percent = self.percent is not None and self._is(self.percent)
        if self.unit == "percent":
            return by_percent or (self.of_shares and self._is(self.difference))
        return self._is(self.difference)

    def _is(self, exact: Decimal) -> bool:
        places = max(0, -int(self.said.as_tuple().exponent))
        return abs(exact - self.said) <= _ROUNDED.scaleb(-places)


def changes_in(text: str) -> Iterator[Change]:
    """Yield the changes that a text says together with both of their levels."""
    for form in _FORMS:
        for match in form.finditer(text):
            if found := _change(match):
                yield found


def _change(match: re.Match[str]) -> Change | None:
    of_shares = (match["to"] or "").lower() in ("persen", "%")
    unit = _unit(match["unit"] or "")
    said, first, last = (
        parse_number(match[name], percent=of_shares)
        for name in ("said", "first", "last")
    )
    if said is None or first is None or last is None or first == last:
        return None
    if unit == ("count" if of_shares else "percentage_point"):
        return None  # a share moves by no count, and a count by no points
    return Change(
        said=said,
        unit=unit,
        falls=match["move"].lower() in _FALLS,
        first=first,
        last=last,
        of_shares=of_shares,
        words=match.string[
            match.start("said") : max(match.end("said"), match.end("unit"))
        ],
        start=match.start("said"),
    )


def _unit(written: str) -> Unit:
    if written.lower().startswith("poin"):
        return "percentage_point"
    return "percent" if written else "count"
