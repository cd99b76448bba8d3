"""What an explanation is: five parts, always in the same order.

A part that has nothing to show says why, so that nobody wonders whether it
was forgotten. Every line is in both languages until it is shown.
"""

from dataclasses import dataclass
from typing import Any, Final

from naungan.law.words import Language, Words, words


@dataclass(frozen=True)
class Part:
    """One numbered part in one language: heading, lines, and why it may be empty."""

    heading: str
    lines: tuple[str, ...]
    empty: str

    def shown(self) -> tuple[str, ...]:
        """Return the lines, or the sentence that says why there are none."""
        return self.lines or (self.empty,)


HEADINGS: Final = {
    "calculation": (
        words("Hitungan", "Calculation"),
        words(
            "Tidak ada hitungan untuk bulan ini.",
            "Nothing was computed for this month.",
        ),
    ),
    "sources": (
        words("Baris sumber", "Source rows"),
        words(
            "Tidak ada baris sumber dalam lingkup.", "No source row lies in the scope."
        ),
    ),
    "weights": (
        words("Bobot", "Weights"),
        words(
            "Tidak ada pemadanan yang perlu ditimbang.", "No match had to be weighed."
        ),
    ),
    "rupiah": (
        words("Rupiah", "Rupiah"),
        words("Tidak ada jumlah uang yang dihitung.", "No amount was computed."),
    ),
    "law": (
        words("Dasar hukum", "Legal basis"),
        words("Tidak ada ketentuan yang dibaca.", "No rule was read."),
    ),
}
"""The five parts in their fixed order: heading, and what an empty one says."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """The answer to *Mengapa?* about one person, employer or region."""

    title: Words
    calculation: tuple[Words, ...]
    sources: tuple[Words, ...]
    weights: tuple[Words, ...]
    rupiah: tuple[Words, ...]
    law: tuple[Words, ...]

    def parts(self, language: Language = "id") -> tuple[Part, ...]:
        """Return the five parts in their fixed order."""
        return tuple(
            Part(
                heading.text(language),
                self._lines(name, language),
                empty.text(language),
            )
            for name, (heading, empty) in HEADINGS.items()
        )

    def text(self, language: Language = "id") -> str:
        """Return the explanation as lines for a terminal."""
        lines = [self.title.text(language)]
        for place, part in enumerate(self.parts(language), start=1):
            lines += ["", f"{place} {part.heading}"]
            lines += [f"  {line}" for line in part.shown()]
        return "\n".join(lines)

    def as_data(self, language: Language = "id") -> dict[str, Any]:
        """Return the explanation as plain data for JSON."""
        parts = {name: self._lines(name, language) for name in HEADINGS}
        return {"title": self.title.text(language), **parts}

    def _lines(self, name: str, language: Language) -> tuple[str, ...]:
        lines: tuple[Words, ...] = getattr(self, name)
        return tuple(line.text(language) for line in lines)
