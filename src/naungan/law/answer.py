"""What the law answers: amounts, the lines that make them, and every doubt.

Each line says what it is, its arithmetic, and the parameters it read: since
when they hold, by which article, how sure they are. The same answer is text
for a reader, data for a program and rows for a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from naungan.law.entry import LOCAL
from naungan.law.unit import Value
from naungan.law.words import Language, Words, day, figure, rupiah


SURE = "VERIFIED"
_DOUBT = (SURE, "SINGLE", "MEMORY", LOCAL)


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

    @property
    def doubtful(self) -> bool:
        """Tell whether anyone should check this value before a legal act."""
        return self.confidence != SURE or self.date_uncertain

    def as_data(self) -> dict[str, Any]:
        """Give everything about the value as JSON has it."""
        return {
            "path": self.path,
            "title": _both(self.title),
            "value": _plain(self.value),
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
        since = "sejak" if language == "id" else "since"
        shown = figure(self.unit, self.value)
        parts = [
            f"{self.title.text(language)}: {shown.id if language == 'id' else shown.en}",
            f"{since} {getattr(day(self.from_on), language)}",
            self.basis,
        ]
        if self.confidence != SURE:
            parts.append(self.confidence)
        if self.date_uncertain:
            uncertain = ("tanggal mulai belum pasti", "start date uncertain")
            parts.append(uncertain[language != "id"])
        if self.overlaid_by:
            laid = ("ditimpa oleh", "overlaid by")[language != "id"]
            parts.append(f"{laid} {self.overlaid_by}")
        return "; ".join(parts)


@dataclass(frozen=True)
class Line:
    """One step of an answer; `key` as in `JKK.employer`, amount in rupiah or None."""

    key: str
    label: Words
    amount_idr: int | None
    arithmetic: Words | None = None
    used: tuple[Used, ...] = ()

    @property
    def confidence(self) -> str:
        """Give the least sure confidence among the values it read."""
        found = [one.confidence for one in self.used] or [SURE]
        return max(found, key=_DOUBT.index)

    def as_data(self) -> dict[str, Any]:
        """Give the line as JSON has it, its words in both languages."""
        return {
            "key": self.key,
            "label": _both(self.label),
            "amount_idr": self.amount_idr,
            "arithmetic": _both(self.arithmetic) if self.arithmetic else None,
            "parameters": [one.as_data() for one in self.used],
            "confidence": self.confidence,
        }

    def text(self, language: Language = "id") -> str:
        """Write the line with its arithmetic and, indented, what it rests on."""
        head = self.label.text(language)
        if self.amount_idr is not None:
            head += f": {getattr(rupiah(self.amount_idr), language)}"
        rows = [head]
        if self.arithmetic is not None:
            rows.append(f"    {self.arithmetic.text(language)}")
        rows += [f"    · {one.text(language)}" for one in self.used]
        return "\n".join(rows)


@dataclass(frozen=True)
class Answer:
    """A question answered: nested amounts or facts, lines, assumptions, notes.

    `results` nests as expectations do: {"JKK": {"employer": 12000}, "total": …}.
    """

    kind: str
    title: Words
    results: dict[str, Any]
    lines: tuple[Line, ...]
    assumed: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    law_version: str = ""

    @property
    def used(self) -> tuple[Used, ...]:
        """Every value of the law that was read, once, in order of use."""
        read = (one for line in self.lines for one in line.used)
        return tuple({(one.path, one.from_on): one for one in read}.values())

    @property
    def confidence(self) -> str:
        """Give the least sure confidence among all lines."""
        found = [line.confidence for line in self.lines] or [SURE]
        return max(found, key=_DOUBT.index)

    @property
    def doubts(self) -> tuple[Used, ...]:
        """Give the values that should be checked before a legal act."""
        return tuple(one for one in self.used if one.doubtful)

    def as_data(self) -> dict[str, Any]:
        """Give the whole answer as JSON has it; pages are made from this too."""
        return {
            "kind": self.kind,
            "title": _both(self.title),
            "results": _plain(self.results),
            "lines": [line.as_data() for line in self.lines],
            "assumed": [_both(one) for one in self.assumed],
            "notes": [_both(one) for one in self.notes],
            "confidence": self.confidence,
            "doubts": [one.path for one in self.doubts],
            "law_version": self.law_version,
        }

    def text(self, language: Language = "id") -> str:
        """Write the whole answer for a reader."""
        return "\n".join(self._rows(language))

    def _rows(self, language: Language) -> Iterator[str]:
        indonesian = language == "id"
        yield self.title.text(language)
        yield ""
        for line in self.lines:
            yield line.text(language)
        for heading, said in (
            ("Dianggap" if indonesian else "Assumed", self.assumed),
            ("Catatan" if indonesian else "Notes", self.notes),
        ):
            if said:
                yield ""
                yield f"{heading}:"
                yield from (f"  - {one.text(language)}" for one in said)
        if self.doubts:
            yield ""
            yield (
                "Periksa sebelum dipakai dalam surat resmi:"
                if indonesian
                else "Check before using in a legal act:"
            )
            yield from (f"  - {one.text(language)}" for one in self.doubts)
        yield ""
        yield ("Versi hukum" if indonesian else "Law version") + f" {self.law_version}"


@dataclass
class Draft:
    """An answer in the making: rules add lines, then `answer` closes it."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)

    def line(
        self,
        key: str,
        label: Words,
        amount_idr: int | None,
        arithmetic: Words | None = None,
        *used: Used,
    ) -> int:
        """Add a line and give its amount back, 0 for a line without one."""
        self.lines.append(Line(key, label, amount_idr, arithmetic, used))
        return amount_idr or 0

    def note(self, said: Words) -> None:
        """Add a sentence that the reader must know, once."""
        if said not in self.notes:
            self.notes.append(said)


def _both(said: Words) -> dict[str, str]:
    return {"id": said.text("id"), "en": said.text("en")}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, bool | int | str) or value is None:
        return value
    return str(value)
