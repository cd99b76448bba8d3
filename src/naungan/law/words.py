"""What the law's answers are written in: sentences in Indonesian and English.

A sentence is written once in each language with `{names}` for its figures; the
figures keep their kind, so that each language writes its days its own way (2 Mei 2023
and 2 May 2023). Numbers and rupiah are of Indonesian papers and stand in both as they
are written there: Rp5.000.000 and 0,24%.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from naungan.lib.dates import format_date, month_label, month_start
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number


Language = Literal["id", "en"]
_ENGLISH_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Figure:
    """A value inside a sentence, with its forms in both languages."""

    id: str
    en: str


@dataclass(frozen=True)
class Words:
    """One sentence or label in both languages, with its figures."""

    id: str
    en: str
    figures: tuple[tuple[str, "Figure | Words"], ...] = ()

    def text(self, language: Language = "id") -> str:
        """Write the sentence in one language."""
        pattern = self.id if language == "id" else self.en
        return pattern.format(
            **{name: _written(figure, language) for name, figure in self.figures}
        )


def words(indonesian: str, english: str, **figures: "Figure | Words | str") -> Words:
    """Make a sentence; a plain text among the figures reads alike in both."""
    kept = {
        name: _alike(one) if isinstance(one, str) else one
        for name, one in figures.items()
    }
    return Words(indonesian, english, tuple(kept.items()))


def rupiah(amount_idr: int) -> Figure:
    """Whole rupiah, alike in both: Rp5.000.000."""
    return _alike(format_rupiah(amount_idr))


def percent(ratio: Decimal) -> Figure:
    """A ratio as a percentage with the digits it has, alike in both: 0.0024 is 0,24%."""
    value = (ratio * 100).normalize()
    places = max(0, -int(value.as_tuple().exponent))
    return _alike(f"{format_number(value, places)}%")


def number(value: int | Decimal) -> Figure:
    """A plain number with the digits it has, alike in both: 1.234,5."""
    exact = Decimal(value).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return _alike(format_number(exact, places))


def day(when: date) -> Figure:
    """A date: 2 Mei 2023 or 2 May 2023."""
    english = f"{when.day} {_ENGLISH_MONTHS[when.month - 1]} {when.year}"
    return Figure(format_date(when), english)


def month(index: int) -> Figure:
    """A month index (year * 12 + month - 1): Mei 2023 or May 2023."""
    first = month_start(index)
    return Figure(
        month_label(index), f"{_ENGLISH_MONTHS[first.month - 1]} {first.year}"
    )


FIGURES: Final[dict[str, Callable[..., Figure]]] = {
    "idr": rupiah,
    "ratio": percent,
    "day": day,
    "month": month,
}
"""How a value of a kind is written; every other kind is a plain number or text."""


def figure(kind: str, value: object) -> Figure:
    """Write any value of a field or a parameter by its kind or unit."""
    if kind in FIGURES:
        return FIGURES[kind](value)
    if isinstance(value, bool):
        return Figure("ya" if value else "tidak", "yes" if value else "no")
    if isinstance(value, int | Decimal):
        return number(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return _alike(", ".join(str(one) for one in value))
    return _alike(str(value))


def folded(row: str, width: int | None) -> str:
    """Fold one row to a width; what follows stands under its text, past the bullet.

    Without a width, or where it fits, the row stays as it is.
    """
    if width is None or len(row) <= width:
        return row
    import textwrap  # loaded with the first row that is folded

    body = row.lstrip(" ")
    indent = len(row) - len(body)
    hanging = indent + (2 if body[:2] in ("- ", "· ") else 4 if indent == 0 else 0)
    return textwrap.fill(
        body,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _alike(text: str) -> Figure:
    return Figure(text, text)


def _written(one: Figure | Words, language: Language) -> str:
    if isinstance(one, Words):
        return one.text(language)
    return one.id if language == "id" else one.en
