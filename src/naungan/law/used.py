"""A value of the law that an answer read, with everything that is known of its source."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from naungan.law.source.entry import LOCAL
from naungan.law.source.unit import Row, Value
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE, listed, shown
from naungan.law.words import Figure, Language, Words, day, words


SURE: Final = "VERIFIED"
DOUBT: Final = (SURE, "SINGLE", "MEMORY", LOCAL)
"""Confidences, the surest first."""

ROUNDING: Final = "rounding/"
"""Where the rules stand that make whole rupiah of a fraction."""

_OVERLAID: Final = Words("KETETAPAN KANTOR: {by}", "OFFICE RULE: {by}")
_ABOVE: Final = Words("lihat di atas", "see above")


@dataclass(frozen=True)
class Used:
    """A value of the law that an answer read, with the entry that gave it."""

    path: str
    title: Words
    unit: str
    value: Value
    from_on: date
    to_on: date | None
    basis: str
    confidence: str
    date_uncertain: bool
    overlaid_by: str | None
    note: str | None
    value_en: str | None = None

    @property
    def shown(self) -> Figure | Words:
        """Give the value as readers see it."""
        if self.value_en is not None:
            return Figure(str(self.value), self.value_en)
        return shown(self.unit, self.value)

    @property
    def rounds(self) -> bool:
        """Tell whether this is the recorded rule that made whole rupiah of a fraction.

        An office's own rule is its own matter, and is marked as all of its values are.
        """
        return self.path.startswith(ROUNDING) and self.overlaid_by is None

    @property
    def sureness(self) -> str:
        """Give the confidence that an answer takes from it: rounding lowers none.

        A rule of rounding moves a share by a rupiah at most, whichever it is; it
        keeps its own tag and has a note of its own.
        """
        return SURE if self.rounds else self.confidence

    @property
    def doubtful(self) -> bool:
        """Tell whether anyone should check this value before a legal act."""
        return self.sureness != SURE or self.date_uncertain

    @property
    def why_doubtful(self) -> Words:
        """Say what is not sure about the value: its source, its first day, or both."""
        reasons = [CONFIDENCE[self.confidence]] if self.confidence != SURE else []
        if self.date_uncertain:
            reasons.append(UNCERTAIN_DATE)
        return listed(reasons)

    def narrowed(self, *rows: Row) -> "Used":
        """Give the same record of a table with only the rows that answered."""
        return replace(self, value=rows)

    def as_data(self) -> dict[str, Any]:
        """Give everything about the value as JSON has it."""
        return {
            "path": self.path,
            "title": in_both_languages(self.title),
            "value": plain(self.value),
            "shown": in_both_languages(self.shown),
            "unit": self.unit,
            "from": self.from_on.isoformat(),
            "to": self.to_on.isoformat() if self.to_on else None,
            "basis": self.basis,
            "confidence": self.confidence,
            "date_uncertain": self.date_uncertain,
            "overlaid_by": self.overlaid_by,
            "note": self.note,
        }

    def text(self, language: Language = "id") -> str:
        """Write one line: title, value, since when, article, confidence."""
        parts = [
            f"{self.title.text(language)}: {said_in(self.shown, language)}",
            self._dates().text(language),
        ]
        if self.overlaid_by:
            by = words(_OVERLAID.id, _OVERLAID.en, by=self.overlaid_by)
            parts.append(by.text(language))
        if self.basis:
            parts.append(self.basis)
        if self.doubtful or self.confidence != SURE:
            parts.append(self.why_doubtful.text(language))
        return "; ".join(parts)

    def again(self, language: Language = "id") -> str:
        """Write the value only, where its source already stands above."""
        title, value = self.title.text(language), said_in(self.shown, language)
        return f"{title}: {value} ({_ABOVE.text(language)})"

    def doubt(self, language: Language = "id") -> str:
        """Write what to check about the value, with the note of whoever recorded it."""
        why = self.why_doubtful.text(language)
        row = f"{self.title.text(language)} ({self.path}): {why}"
        return f"{row}. {self.note}" if self.note and language == "id" else row

    def unsure(self, language: Language = "id") -> str:
        """Write what is not sure about the value for whoever reads no files of the law."""
        return f"{self.title.text(language)}: {self.why_doubtful.text(language)}."

    def _dates(self) -> Words:
        if self.to_on is None:
            return words("sejak {day}", "since {day}", day=day(self.from_on))
        return words(
            "{first} sampai {last}",
            "{first} to {last}",
            first=day(self.from_on),
            last=day(self.to_on),
        )


def in_both_languages(said: Figure | Words) -> dict[str, str]:
    """Write words in both languages, as JSON has them."""
    return {"id": said_in(said, "id"), "en": said_in(said, "en")}


def said_in(one: Figure | Words, language: Language) -> str:
    """Write words or a figure in one language."""
    if isinstance(one, Words):
        return one.text(language)
    return one.id if language == "id" else one.en


def plain(value: Any) -> Any:
    """Give a value as JSON has it: ratios and days as text, exact to the digit."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, bool | int | str) or value is None:
        return value
    return str(value)
