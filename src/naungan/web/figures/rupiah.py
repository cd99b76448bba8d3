"""Rupiah as pages write them, with the number still at hand for a file."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, gettext_noop

from naungan.lib.money import format_rupiah, format_rupiah_short


SCALES: Final = (
    gettext_noop("juta"),
    gettext_noop("miliar"),
    gettext_noop("triliun"),
)


def headline(amount: int) -> str:
    """Write rupiah for a headline, the scale in the language of the page."""
    digits, _space, scale = format_rupiah_short(amount).partition(" ")
    return f"{digits} {gettext(scale)}" if scale in SCALES else digits


@dataclass(frozen=True, order=True)
class Idr:
    """Whole rupiah; as text "Rp4.041.420", and nothing is false."""

    amount: int

    def __str__(self) -> str:
        return format_rupiah(self.amount)

    def __bool__(self) -> bool:
        return self.amount != 0

    @property
    def short(self) -> str:
        """Write it for a headline, such as "Rp2,41 miliar"."""
        return headline(self.amount)
