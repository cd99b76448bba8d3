"""The steps already taken: read, in order, with the day on which each term ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from naungan.law.answer import Used
from naungan.law.duty.situation import end_of_term
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.step import Step
from naungan.law.words import Words, day as day_words, number, words


@dataclass(frozen=True)
class Taken:
    """A step that was taken; `ends_on` is None where neither law nor letter sets a term."""

    step: Step
    on: date
    ends_on: date | None
    why: Words
    used: tuple[Used, ...]
    letter: str | None

    @property
    def frees_on(self) -> date:
        """Give the first day on which a step that follows may be taken.

        What goes to another institution gives no time that would have to pass first.
        """
        if self.ends_on is None and self.step.addressed_to:
            return self.on
        ended = max(self.on, self.ends_on or self.on)
        return date.fromordinal(ended.toordinal() + 1)


def read_past(facts: Facts, day: date, reader: Reader) -> tuple[Taken, ...]:
    """Read `history`, oldest first; refuse what is unknown, repeated or in the future."""
    found: list[Taken] = []
    stated = [(one.need("on", date), one) for one in facts.records("history")]
    for on, one in sorted(stated, key=lambda pair: pair[0]):
        step = step_named(one, "step", reader)
        if on > day:
            one.refuse("on", f"{on} sesudah hari pemeriksaan {day}; betulkan")
        if any(earlier.step.code == step.code for earlier in found):
            one.refuse(
                "step", f"{step.code} tertulis dua kali; tulis yang terakhir saja"
            )
        found.append(_taken(one, step, on, found, reader))
    return tuple(found)


def step_named(facts: Facts, field: str, reader: Reader) -> Step:
    """Find the step that a field names; an unknown code is refused with all codes."""
    steps = reader.book.steps
    code = facts.need(field, str).replace("-", "_")
    if code not in steps:
        known = ", ".join(sorted(steps, key=lambda one: steps[one].order))
        facts.refuse(field, f"'{code}' tidak dikenal; pilih: {known}")
    return steps[code]


def _taken(
    facts: Facts, step: Step, on: date, earlier: Sequence[Taken], reader: Reader
) -> Taken:
    start = _start(facts, step, on, earlier)
    letter = facts.get("letter", str)
    if step.term is None:
        why = words("diambil {on}", "taken {on}", on=day_words(on))
        return Taken(step, on, None, why, (), letter)
    working = reader.book.parameter(step.term).unit == "working_days"
    stated, read = facts.get("days", int), reader.find(step.term, on, int)
    if stated is None and read is None:
        why = words(
            "diambil {on}; tenggangnya tidak ditetapkan peraturan",
            "taken {on}; no regulation sets its term",
            on=day_words(on),
        )
        return Taken(step, on, None, why, (), letter)
    count = stated if stated is not None else _value(read)
    ends_on = end_of_term(start, count, working)
    why = _counted(on, start, count, working, ends_on, by_letter=stated is not None)
    used = () if stated is not None or read is None else (read.used,)
    return Taken(step, on, ends_on, why, used, letter)


def _value(read: object) -> int:
    value = getattr(read, "value", None)
    assert isinstance(value, int)
    return value


def _start(facts: Facts, step: Step, on: date, earlier: Sequence[Taken]) -> date:
    if step.counts_from == "previous_term_ended":
        before = {code for place in step.places for code in place.after}
        ends = [
            one.ends_on for one in earlier if one.step.code in before and one.ends_on
        ]
        return max(ends, default=on)
    received_on = facts.get("received_on", date)
    if received_on is not None and received_on < on:
        facts.refuse("received_on", f"{received_on} sebelum diambil {on}; betulkan")
    return received_on or on


def _counted(
    on: date, start: date, count: int, working: bool, ends_on: date, *, by_letter: bool
) -> Words:
    unit = words("hari kerja", "working days") if working else words("hari", "days")
    source = (
        words(" menurut suratnya", " by its letter") if by_letter else words("", "")
    )
    return words(
        "diambil {on}; {count} {unit}{source} sejak {start} berakhir {ends}",
        "taken {on}; {count} {unit}{source} from {start} end on {ends}",
        on=day_words(on),
        count=number(count),
        unit=unit,
        source=source,
        start=day_words(start),
        ends=day_words(ends_on),
    )
