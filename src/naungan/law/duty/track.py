"""One track of enforcement: which step is open, from when, by when, and why not.

A step opens on the day after the term before it ended; where neither the law nor
the office nor the letter sets a term, on the day after the step before it. A
step that others followed is past. What must be done comes before what may.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Final

from naungan.law.answer import Used
from naungan.law.book import Book
from naungan.law.duty import reason as why_not
from naungan.law.duty.past import Taken
from naungan.law.duty.reason import Reason
from naungan.law.duty.situation import Found, Situation, end_of_term
from naungan.law.reader import Read
from naungan.law.step import Place, Step, edges, ladder


CLEAR: Final = "clear"
OPEN: Final = "open"
WAITING: Final = "waiting"
CLOSED: Final = "closed"

BEHIND: Final = ("already_taken", "passed")
"""Reasons of steps that are behind us."""

_LIFTING: Final = "enforcement/tmp2t/lift_conditions"
_RANK: Final = {"must": 0, "may": 1, "beside": 2}


@dataclass(frozen=True)
class Next:
    """A step that is open or will open; `due_on` only where the law sets a last day."""

    step: Step
    opens_on: date
    due_on: date | None
    used: tuple[Used, ...] = ()


@dataclass
class Track:
    """A track as it stands on the day of the check."""

    name: str
    situation: Situation
    broken: tuple[Found, ...]
    past: tuple[Taken, ...]

    @property
    def exists(self) -> bool:
        """Tell whether the law has this track for the addressee at all."""
        return any(
            step.nature != "beside" and self._unfit(step) is None
            for step in self._ladder
        )

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Give the steps of the book."""
        return self.situation.reader.book.steps

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """Give what was taken on this track, oldest first."""
        return tuple(one for one in self.past if one.step.place(self.name))

    @cached_property
    def coming(self) -> tuple[Next, ...]:
        """Give the steps that are open or wait for a term, the foremost first."""
        found = [
            self._next(step)
            for step in self._ladder
            if self._refusals[step.code] is None or self._only_waits(step)
        ]
        return tuple(sorted(found, key=self._rank))

    @cached_property
    def open(self) -> tuple[Next, ...]:
        """Give the steps that may be taken today, the foremost first."""
        return tuple(o for o in self.coming if o.opens_on <= self.situation.day)

    @cached_property
    def blocked(self) -> dict[str, Reason]:
        """Say of every other step that is not behind us why it may not be taken today."""
        return {
            code: one
            for code, one in self._refusals.items()
            if one is not None and one.code not in BEHIND
        }

    @property
    def state(self) -> str:
        """Say in one word where the track stands."""
        if self.open:
            return OPEN
        if not self.broken:
            return CLEAR
        return WAITING if self.coming else CLOSED

    @cached_property
    def running(self) -> Taken | None:
        """Give the latest step whose term still runs and that nothing followed."""
        live = [
            one
            for one in self.taken
            if one.ends_on is not None
            and one.ends_on >= self.situation.day
            and not self._passed(one.step, self.past)
        ]
        return max(live, key=lambda one: one.on, default=None)

    def refusal(self, step: Step, day: date, past: tuple[Taken, ...]) -> Reason | None:
        """Say why a step may not be taken on a day after what was taken; or None."""
        place = step.place(self.name)
        assert place is not None, step.code
        return (
            self._unfit(step)
            or self._repeated(step, past)
            or self._ungrounded(step)
            or self._crossed(step, past)
            or self._early(step, place, day, past)
            or self._out_of_bounds(step)
        )

    def fault(self, one: Taken) -> Reason | None:
        """Say what was wrong with a step when it was taken, or None."""
        place = one.step.place(self.name)
        if place is None or (place.begins and not self.broken):
            return None
        earlier = tuple(other for other in self.past if other.on <= one.on)
        before = tuple(other for other in earlier if other is not one)
        return (
            self._unfit(one.step)
            or self._crossed(one.step, before)
            or self._early(one.step, place, one.on, before)
            or self._late(one, place, before)
        )

    def opens_on(self, place: Place, past: tuple[Taken, ...]) -> date | None:
        """Give the first day of a step by those before it; None when none was taken."""
        freed = [one.frees_on for one in past if one.step.code in place.after]
        if freed:
            return min(freed)
        return self._since() if place.begins else None

    def _since(self) -> date:
        days = [one.since for one in self.broken if one.since is not None]
        return min([*days, self.situation.day])

    @cached_property
    def _refusals(self) -> dict[str, Reason | None]:
        return {
            step.code: self.refusal(step, self.situation.day, self.past)
            for step in self._ladder
        }

    def _only_waits(self, step: Step) -> bool:
        """Tell whether nothing but a running term stands before a step."""
        refused, place = self._refusals[step.code], step.place(self.name)
        if refused is None or refused.code != "waiting" or place is None:
            return False
        opens_on = self.opens_on(place, self.past)
        assert opens_on is not None
        return self.refusal(step, opens_on, self.past) is None

    def _next(self, step: Step) -> Next:
        place = step.place(self.name)
        assert place is not None
        opens_on = self.opens_on(place, self.past)
        assert opens_on is not None
        due = self._due(step, opens_on)
        if due is None:
            used = (self._lifting().used,) if step.when_mended else ()
            return Next(step, opens_on, None, used)
        return Next(step, opens_on, due[0], (due[1],))

    def _due(self, step: Step, opens_on: date) -> tuple[date, Used] | None:
        """Give the last day for a step that the law wants taken within a term."""
        if step.take_within is None:
            return None
        reader = self.situation.reader
        within = reader.at(step.take_within, self.situation.day, int)
        start = date.fromordinal(opens_on.toordinal() - 1)
        working = within.used.unit == "working_days"
        return end_of_term(start, within.value, working), within.used

    def _late(
        self, one: Taken, place: Place, before: tuple[Taken, ...]
    ) -> Reason | None:
        opens_on = self.opens_on(place, before)
        due = self._due(one.step, opens_on) if opens_on else None
        if due is None or one.on <= due[0]:
            return None
        return why_not.late(one.step, *due)

    def _rank(self, one: Next) -> tuple[bool, int, int]:
        later = one.opens_on > self.situation.day
        return later, _RANK[one.step.nature], one.step.order

    def _unfit(self, step: Step) -> Reason | None:
        segment, kind = self.situation.segment, self.situation.kind
        if kind in step.not_for:
            return why_not.not_for(step, kind)
        if step.applies_to and segment not in step.applies_to:
            return why_not.other_segment(step, segment)
        return None

    def _repeated(self, step: Step, past: tuple[Taken, ...]) -> Reason | None:
        for one in past:
            if one.step.code == step.code:
                return why_not.already(step, one.on)
        if step.first_only and past:
            return why_not.only_first(step, min(one.on for one in past))
        follower = self._passed(step, past)
        return why_not.already(step, follower.on) if follower else None

    def _ungrounded(self, step: Step) -> Reason | None:
        if step.when_mended:
            return None if self._mended else why_not.still_broken(step, self.name)
        return None if self.broken else why_not.nothing_broken(step, self.name)

    @property
    def _mended(self) -> bool:
        """Tell whether the conditions of lifting are met, by the breach there was."""
        needed = self._lifting().value
        paid = self.situation.facts.get("fine_paid", bool)
        return not self.broken and ("fine_paid_in_full" not in needed or bool(paid))

    def _lifting(self) -> Read[tuple[str, ...]]:
        """Read the conditions: other ones for data than for not being registered."""
        registered_on = self.situation.registered_on
        first = min((one.on for one in self.taken), default=self.situation.day)
        data = registered_on is not None and registered_on <= first
        breach = "data" if data else "not_registered"
        return self.situation.reader.at(
            f"{_LIFTING}/{breach}", self.situation.day, tuple
        )

    def _crossed(self, step: Step, past: tuple[Taken, ...]) -> Reason | None:
        done = {one.step.code: one for one in past}
        for code in step.exclusive_with:
            if code in done:
                return why_not.exclusive(step, done[code].step, done[code].on)
        for code in step.needs:
            if code not in done:
                return why_not.needs(step, self.steps[code])
        return None

    def _early(
        self, step: Step, place: Place, day: date, past: tuple[Taken, ...]
    ) -> Reason | None:
        opens_on = self.opens_on(place, past)
        if opens_on is None:
            return why_not.missing(step, place.after, self.steps)
        return why_not.waiting(step, opens_on) if opens_on > day else None

    def _out_of_bounds(self, step: Step) -> Reason | None:
        debt = self.situation.facts.get("debt", int)
        reader, day = self.situation.reader, self.situation.day
        if debt is None:
            return None
        if step.least_debt is not None:
            least = reader.find(step.least_debt, day, int)
            if least is not None and debt < least.value:
                return why_not.bounded(step, debt, least.value, least.used, least=True)
        if step.most_debt is not None:
            most = reader.find(step.most_debt, day, int)
            if most is not None and debt > most.value:
                return why_not.bounded(step, debt, most.value, most.used, least=False)
        return None

    def _passed(self, step: Step, past: tuple[Taken, ...]) -> Taken | None:
        """Give a step taken that lies behind this one, so that this one is over."""
        behind = self._behind[step.code]
        return next((one for one in past if one.step.code in behind), None)

    @property
    def _ladder(self) -> tuple[Step, ...]:
        return shape(self.situation.reader.book, self.name)[0]

    @property
    def _behind(self) -> dict[str, set[str]]:
        return shape(self.situation.reader.book, self.name)[1]


@cache
def shape(book: Book, name: str) -> tuple[tuple[Step, ...], dict[str, set[str]]]:
    """Give a track of a book: its steps, and for each those not reached without it."""
    behind: dict[str, set[str]] = {code: set() for code in book.steps}
    for before, after in reversed(edges(book.steps, name)):
        place = book.steps[after].place(name)
        if place is not None and len(place.after) == 1:
            behind[before] |= {after} | behind[after]
    return tuple(ladder(book.steps, name)), behind
