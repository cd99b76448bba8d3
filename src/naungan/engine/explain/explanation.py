"""What an explanation is: five parts, always in the same order.

A part that has nothing to show says why, so that nobody wonders whether it
was forgotten.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """One numbered part: its heading, its lines, and why it may be empty."""

    heading: str
    lines: tuple[str, ...]
    empty: str

    def shown(self) -> tuple[str, ...]:
        """Return the lines, or the sentence that says why there are none."""
        return self.lines or (self.empty,)


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """The answer to *Mengapa?* about one person, employer or region."""

    title: str
    calculation: tuple[str, ...]
    sources: tuple[str, ...]
    weights: tuple[str, ...]
    rupiah: tuple[str, ...]
    law: tuple[str, ...]

    def parts(self) -> tuple[Part, ...]:
        """Return the five parts in their fixed order."""
        return (
            Part("Hitungan", self.calculation, "Tidak ada hitungan untuk bulan ini."),
            Part("Baris sumber", self.sources, "Tidak ada baris sumber dalam lingkup."),
            Part("Bobot", self.weights, "Tidak ada pemadanan yang perlu ditimbang."),
            Part("Rupiah", self.rupiah, "Tidak ada jumlah uang yang dihitung."),
            Part("Dasar hukum", self.law, "Tidak ada ketentuan yang dibaca."),
        )

    def text(self) -> str:
        """Return the explanation as lines for a terminal."""
        lines = [self.title]
        for place, part in enumerate(self.parts(), start=1):
            lines += ["", f"{place} {part.heading}"]
            lines += [f"  {line}" for line in part.shown()]
        return "\n".join(lines)

    def as_data(self) -> dict[str, Any]:
        """Return the explanation as plain data for JSON."""
        return asdict(self)
