"""How long the term of a step runs: by the law, or by what a region laid over it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import StepTaken, TermOverlay
from naungan.law.answer import Used
from naungan.law.book import Book, enacted
from naungan.law.duty.situation import end_of_term
from naungan.law.reader import reader_of
from naungan.law.step import Step
from naungan.law.words import Words, number, words
from naungan.lib import regions
from naungan.lib.errors import LawRefused


WORKING: Final = "working_days"
MANDATES: Final = tuple(kinds.MANDATE_OF)
"""Steps whose last day is that of a mandate: until then it may be used."""
LENGTH: Final = 16
"""Signs of a version's hash that are kept."""


@dataclass(frozen=True)
class Term:
    """The term of a step from a day: its last day, in words, and what says so."""

    ends_on: date | None = None
    words: Words | None = None
    overlay: TermOverlay | None = None
    used: tuple[Used, ...] = ()


def of_step(
    step: Step,
    on: date,
    taken: Sequence[StepTaken],
    overlays: Sequence[TermOverlay] = (),
) -> Term:
    """Give the term that a step would have if it were taken on a day.

    One that runs on from an earlier term and would be over by then has no last day to
    propose: the officer writes it.
    """
    start = _start(step, on, taken)
    laid = next((one for one in overlays if one.step == step.code), None)
    if laid is not None:
        ends_on = _ahead(_end(start, laid.days, laid.unit), on)
        return Term(ends_on, counted(laid), laid)
    if step.term is None:
        return Term()
    found = reader_of(enacted()).find(step.term, on, int)
    if found is None:
        return Term()
    unit = found.used.unit
    ends_on = _ahead(_end(start, found.value, unit), on)
    return Term(ends_on, _counted(found.value, unit), None, (found.used,))


def last_day(step: Step, opens_on: date | None, on: date) -> date | None:
    """Give the last day on which the law wants a step taken, if it sets one."""
    if step.take_within is None or opens_on is None:
        return None
    within = reader_of(enacted()).find(step.take_within, on, int)
    if within is None:
        return None
    start = date.fromordinal(opens_on.toordinal() - 1)
    return _end(start, within.value, within.used.unit)


def is_set_by_officer(one: StepTaken) -> bool:
    """Tell whether a last day was set where neither the law nor a region gives a term."""
    return one.ends_on is not None and not one.term and one.step not in MANDATES


def frees_on(one: StepTaken) -> date:
    """Give the first day on which a step that follows one may be taken.

    What goes to another institution gives the employer no time: its answer may follow
    at once. The day until which a mandate lasts is no term: what it is for comes
    before it.
    """
    ends_on = None if one.step in MANDATES else one.ends_on
    known = enacted().steps.get(one.step)
    if ends_on is None and known is not None and known.addressed_to:
        return one.taken_on
    ended = max(one.taken_on, ends_on or one.taken_on)
    return date.fromordinal(ended.toordinal() + 1)


def counted(laid: TermOverlay) -> Words:
    """Write the term that a region set."""
    return _counted(laid.days, laid.unit)


def laid_over(
    rows: Iterable[TermOverlay], region_code: str, on: date
) -> tuple[TermOverlay, ...]:
    """Keep one term for each step: of the nearest region, then the newest."""
    found: dict[str, TermOverlay] = {}
    held = (
        one
        for one in rows
        if one.from_on <= on and regions.lies_in(region_code, one.region_code)
    )
    for one in sorted(held, key=lambda o: (len(o.region_code), o.from_on, o.pk)):
        found[one.step] = one
    return tuple(found.values())


def version(overlays: Sequence[TermOverlay]) -> str:
    """Name the ladder that holds: the steps of the law with the terms laid over them."""
    laid = sorted((o.step, o.days, o.unit, o.region_code, o.basis) for o in overlays)
    text = f"{_steps(enacted())} {laid}"
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


@cache
def _steps(book: Book) -> str:
    text = repr(sorted(book.steps.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def _start(step: Step, on: date, taken: Sequence[StepTaken]) -> date:
    """Give the day from which a term counts: its own, or the end of the one before."""
    if step.counts_from != "previous_term_ended":
        return on
    before = {code for place in step.places for code in place.after}
    ends = [one.ends_on for one in taken if one.step in before and one.ends_on]
    return max(ends, default=on)


def _ahead(ends_on: date | None, on: date) -> date | None:
    """Keep a last day that has not passed."""
    return ends_on if ends_on is None or ends_on >= on else None


def _end(start: date, count: int, unit: str) -> date | None:
    """Give the last day of a term; None where its holidays are not decreed yet.

    Then nothing is proposed, and the officer writes the day.
    """
    try:
        return end_of_term(start, count, unit == WORKING)
    except LawRefused:
        return None


def _counted(count: int, unit: str) -> Words:
    named = (
        words("hari kerja", "working days")
        if unit == WORKING
        else words("hari", "days")
    )
    return words("{count} {unit}", "{count} {unit}", count=number(count), unit=named)
