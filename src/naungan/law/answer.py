"""What the law answers: amounts, the lines that make them, and every doubt.

Each line says what it is, its arithmetic, and the parameters it read: since
when they hold, by which article, how sure they are. The same answer is text
for a reader, data for a program and rows for a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from naungan.law.used import DOUBT, SURE, Used, in_both_languages, plain
from naungan.law.words import Language, Words, folded, number, rupiah, words


__all__ = ["SURE", "Answer", "Draft", "Line", "Used"]

_BASES = Words("Dasar hukum", "Legal basis")
_ASSUMED = Words("Dianggap", "Assumed")
_NOTES = Words("Catatan", "Notes")
_LOCAL = Words(
    "Memakai ketetapan kantor sendiri, bukan hukum yang ditetapkan",
    "Uses the office's own rules, not the law as enacted",
)
_CHECK = Words(
    "Periksa sebelum dipakai dalam surat resmi", "Check before using in a legal act"
)
_ROUNDED = Words(
    "{n} baris dibulatkan ke rupiah penuh dengan aturan yang dianggap, karena tidak ada "
    "pasal yang terlihat. Aturan lain mengubahnya paling banyak Rp1 tiap bagian yang "
    "dibulatkan (tiap orang dan bulan); keyakinan tidak turun karenanya.",
    "{n} lines were rounded to whole rupiah by an assumed rule, as no article was seen. "
    "Another rule would move them by at most Rp1 for each rounded share (of each person "
    "and month); confidence is not lowered for this.",
)
_VERSION = Words("Versi hukum", "Law version")


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
        found = [one.sureness for one in self.used] or [SURE]
        return max(found, key=DOUBT.index)

    def as_data(self) -> dict[str, Any]:
        """Give the line as JSON has it, its words in both languages."""
        return {
            "key": self.key,
            "label": in_both_languages(self.label),
            "amount_idr": self.amount_idr,
            "arithmetic": in_both_languages(self.arithmetic)
            if self.arithmetic
            else None,
            "parameters": [one.as_data() for one in self.used],
            "confidence": self.confidence,
        }

    def text(self, language: Language = "id") -> str:
        """Write the line with its arithmetic and, indented, what it rests on."""
        sources = [f"    · {one.text(language)}" for one in self.used]
        return "\n".join([*self.rows(language), *sources])

    def rows(self, language: Language) -> list[str]:
        """Write the line with its arithmetic alone."""
        head = self.label.text(language)
        if self.amount_idr is not None:
            head += f": {getattr(rupiah(self.amount_idr), language)}"
        if self.arithmetic is None:
            return [head]
        return [head, f"    {self.arithmetic.text(language)}"]


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
        return max(found, key=DOUBT.index)

    @property
    def doubts(self) -> tuple[Used, ...]:
        """Give the values that should be checked before a legal act."""
        return tuple(one for one in self.used if one.doubtful)

    @property
    def rounded(self) -> int:
        """Count the lines whose amount was rounded by a recorded rule."""
        return sum(any(one.rounds for one in line.used) for line in self.lines)

    @property
    def said(self) -> tuple[Words, ...]:
        """Give the notes, and what rounding may have moved where it was done."""
        if not self.rounded:
            return self.notes
        return (*self.notes, words(_ROUNDED.id, _ROUNDED.en, n=number(self.rounded)))

    @property
    def overlaid(self) -> tuple[Used, ...]:
        """Give the values that an office laid over the law."""
        return tuple(one for one in self.used if one.overlaid_by)

    def as_data(self) -> dict[str, Any]:
        """Give the whole answer as JSON has it; pages are made from this too."""
        return {
            "kind": self.kind,
            "title": in_both_languages(self.title),
            "results": plain(self.results),
            "lines": [line.as_data() for line in self.lines],
            "assumed": [in_both_languages(one) for one in self.assumed],
            "notes": [in_both_languages(one) for one in self.said],
            "confidence": self.confidence,
            "rounded": self.rounded,
            "doubts": [one.path for one in self.doubts],
            "overlaid": [one.path for one in self.overlaid],
            "law_version": self.law_version,
        }

    def text(
        self,
        language: Language = "id",
        width: int | None = None,
        *,
        brief: bool = False,
    ) -> str:
        """Write the whole answer for a reader, folded to a width if one is given.

        Brief, the values under each line are left out and their articles named
        once at the end; every doubt stays.
        """
        rows = [
            row
            for part in self._rows(language, brief=brief)
            for row in part.split("\n")
        ]
        return "\n".join(folded(row, width) for row in rows)

    def _rows(self, language: Language, *, brief: bool) -> Iterator[str]:
        yield self.title.text(language)
        yield ""
        told: set[tuple[str, date]] = set()
        for line in self.lines:
            yield from line.rows(language)
            for one in () if brief else line.used:
                # A value that many lines read is told once in full.
                again = (one.path, one.from_on) in told
                told.add((one.path, one.from_on))
                row = one.again(language) if again else one.text(language)
                yield f"    · {row}"
        bases = dict.fromkeys(one.basis for one in self.used if one.basis)
        for heading, said in (
            (_BASES, list(bases) if brief else []),
            (_ASSUMED, [one.text(language) for one in self.assumed]),
            (_NOTES, [one.text(language) for one in self.said]),
            (_LOCAL, [f"{one.path}: {one.overlaid_by}" for one in self.overlaid]),
            (_CHECK, [one.doubt(language) for one in self.doubts]),
        ):
            if said:
                yield ""
                yield f"{heading.text(language)}:"
                yield from (f"  - {one}" for one in said)
        yield ""
        yield f"{_VERSION.text(language)} {self.law_version}"


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
