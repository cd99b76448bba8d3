"""Rupiah as pages write them, with the number still at hand for a file."""

from dataclasses import dataclass

from naungan.lib.money import format_rupiah, format_rupiah_short


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
        return format_rupiah_short(self.amount)
