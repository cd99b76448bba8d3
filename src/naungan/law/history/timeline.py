"""What changed when: every turn of every value of a programme, in order of date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from naungan.law.book import Book
from naungan.law.history.statement import ENDS, Statement, both, statements
from naungan.law.source.parameter import Parameter
from naungan.law.source.parameter_file import SEGMENTS
from naungan.law.source.unit import PROGRAMMES, Value
from naungan.law.words import Figure, Language, Words, words
from naungan.lib.errors import LawRefused


EVERYTHING: Final = ("semua", "all")
SHARED: Final = {"scholarship": ("jkk", "jkm"), "non_asn": ("non_asn",)}
"""Words in a path that stand for programmes or segments that they do not name."""


@dataclass(frozen=True)
class Turn:
    """One change: from this day on a value starts, becomes another, or ends."""

    on: date
    parameter: Parameter
    before: Figure | Words | None
    after: Figure | Words | None
    statement: Statement
    was: Value | None = None

    def text(self, language: Language = "id") -> str:
        """Write the turn in one row: what, from which value to which, by which text."""
        title = self.parameter.title if language == "id" else self.parameter.title_en
        rows = [f"{title}: {self.words.text(language)}"]
        if self.statement.entry.overlaid_by:
            laid = words(
                "ketetapan kantor: {by}",
                "office rule: {by}",
                by=self.statement.entry.overlaid_by,
            )
            rows.append(laid.text(language))
        if self.statement.basis and (self.after or self.statement.entry.value is None):
            rows.append(self.statement.basis)
        if self.statement.doubtful:
            rows.append(self.statement.why_doubtful.text(language))
        return "; ".join(rows)

    @property
    def words(self) -> Words:
        """Say what became of the value."""
        if self.after is None:
            return words("{a} berakhir", "{a} ends", a=self.before or ENDS)
        if self.before is None and self.parameter.unit == "yes_no":
            return words("mulai berlaku: {b}", "takes effect: {b}", b=self.after)
        if self.before is None:
            return words("mulai {b}", "starts at {b}", b=self.after)
        if self.before == self.after:
            if self.statement.entry.value == self.was:
                return words("tetap {b}", "stays {b}", b=self.after)
            return words("isinya berubah, {b}", "its rows change, {b}", b=self.after)
        return words("{a} menjadi {b}", "{a} becomes {b}", a=self.before, b=self.after)

    def as_data(self) -> dict[str, Any]:
        """Give the turn as JSON has it."""
        return {
            "on": self.on.isoformat(),
            "path": self.parameter.path,
            "title": {"id": self.parameter.title, "en": self.parameter.title_en},
            "before": both(self.before) if self.before else None,
            "after": both(self.after) if self.after else None,
            "basis": self.statement.basis,
            "confidence": self.statement.entry.confidence,
            "date_uncertain": self.statement.entry.date_uncertain,
            "overlaid_by": self.statement.entry.overlaid_by,
        }


def timeline(book: Book, subject: str) -> list[Turn]:
    """Give every change of a programme, a segment or a folder, oldest first."""
    chosen = [one for one in book.parameters() if _is_about(one, subject)]
    if not chosen:
        known = ", ".join((*PROGRAMMES, *SEGMENTS))
        raise LawRefused(
            f"Tidak ada nilai hukum tentang '{subject}'; pilih {known}, semua, "
            "atau awal sebuah jalur seperti contributions/jp."
        )
    turns = [turn for one in chosen for turn in turns_of(book, one)]
    return sorted(turns, key=lambda one: (one.on, one.parameter.path))


def turns_of(book: Book, parameter: Parameter) -> Iterator[Turn]:
    """Yield the changes of one value, oldest first."""
    found = statements(book, parameter)
    ends = {one.from_on: one for one in found if one.entry.value is None}
    held = [one for one in found if one.entry.value is not None]
    previous: Statement | None = None
    # One item more than there are: the last has no successor.
    for one, following in zip(held, [*held[1:], None], strict=False):
        before = previous.value if previous else None
        was = previous.entry.value if previous else None
        yield Turn(one.from_on, parameter, before, one.value, one, was)
        previous = one
        if one.to_on is None:
            continue
        next_day = one.to_on + timedelta(days=1)
        if following is None or following.from_on != next_day:
            ended = ends.get(next_day, one)
            yield Turn(next_day, parameter, one.value, None, ended)
            previous = None


def _is_about(parameter: Parameter, subject: str) -> bool:
    said = subject.strip("/").casefold()
    if said in EVERYTHING or f"{parameter.path}/".startswith(f"{said}/"):
        return True
    name = said.replace("-", "_")
    parts = set(parameter.path.split("/")) | set(re.split("[/_]", parameter.path))
    for part in parts & set(SHARED):
        parts |= set(SHARED[part])
    return name in parts or name.upper() in parameter.applies_to
