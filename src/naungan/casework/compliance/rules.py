"""Which step may follow in a case, from when, until when, and why another may not.

The ladder is that of the law (`law/steps`). A rule looks at what was taken and at the
day; it proposes, an officer decides. What the law asks for cannot be left out; what
custom put there may be, and a step may come before its day, each for a reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from naungan.casework.compliance import kinds, refusals, terms
from naungan.casework.compliance.models import Case, StepTaken, TermOverlay
from naungan.casework.compliance.states import COUNTED, IN_FORCE, RUNNING
from naungan.law.answer import Used
from naungan.law.book import enacted
from naungan.law.duty import reason as said
from naungan.law.duty.cited import cite_step
from naungan.law.duty.track import shape
from naungan.law.reader import reader_of
from naungan.law.step import Place, Step, ladder
from naungan.law.words import Words


BESIDE: Final = "beside"
MANDATED: Final = terms.MANDATES
"""Steps that may be taken anew once what they gave was returned."""
RETURNED: Final = "skk_returned"


class Pursued(Protocol):
    """What rules need to know of a case."""

    track: str
    kind: str
    state: str


@dataclass(frozen=True)
class Known:
    """What is known on the day: the debt, replies that wait, whose case it is.

    `owner` is the kind of the institution whose case it is, `taker` of whoever would
    take the step; "" where nobody in particular asks.
    """

    debt_idr: int | None = None
    replies_in: int = 0
    mended: bool = False
    owner: str = ""
    taker: str = ""
    overlays: tuple[TermOverlay, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """One step of the track as it stands on a day.

    `may` tells whether it can be decided today; where it comes `early` or `skips`
    others, for a reason only, and `why_not` says what speaks against it. `due_on` is
    the last day that the law gives for taking it, `ends_on` that of its own term.
    """

    step: Step
    may: bool
    early: bool = False
    skips: tuple[str, ...] = ()
    why_not: Words | None = None
    opens_on: date | None = None
    due_on: date | None = None
    ends_on: date | None = None
    term: Words | None = None
    overlay: TermOverlay | None = None
    ours: bool = True
    cited: tuple[Used, ...] = ()

    @property
    def must(self) -> bool:
        """Tell whether the actor is not free to leave it."""
        return self.step.nature == "must"

    @property
    def actor(self) -> str:
        """Give who takes it, by the law."""
        return self.step.actor

    @property
    def asks_reason(self) -> bool:
        """Tell whether it can be decided for a reason only."""
        return self.may and (self.early or bool(self.skips))


@dataclass
class Ladder:
    """The steps of a case on a day: what was taken, and what is asked about the next."""

    case: Pursued
    taken: Sequence[StepTaken]
    on: date
    known: Known = field(default_factory=Known)

    def proposals(self) -> tuple[Proposal, ...]:
        """Give every step of the track in its order."""
        steps = ladder(enacted().steps, self.case.track)
        return tuple(self.proposal(step) for step in steps)

    def proposal(self, step: Step) -> Proposal:
        """Say of one step whether it may be taken on the day."""
        place = step.place(self.case.track)
        term = terms.of_step(step, self.on, self._counted, self.known.overlays)
        cited = (*cite_step(enacted(), step, self.on), *term.used)
        ours = self._ours(step)
        if place is None:
            other = refusals.other_track(step, self.case.track)
            return Proposal(step, may=False, why_not=other, ours=ours, cited=cited)
        skips, opens_on, path = self._way(step, place)
        refused = self._refusal(step, path=path, place=place)
        early = opens_on is not None and opens_on > self.on
        why = refused or self._doubt(step, skips, opens_on, early=early)
        return Proposal(
            step=step,
            may=refused is None,
            early=refused is None and early,
            skips=skips if refused is None else (),
            why_not=why,
            opens_on=opens_on,
            due_on=terms.last_day(step, opens_on, self.on),
            ends_on=term.ends_on,
            term=term.words,
            overlay=term.overlay,
            ours=ours,
            cited=cited,
        )

    def _refusal(self, step: Step, *, path: bool, place: Place) -> Words | None:
        """Say what no reason can mend, or nothing."""
        return (
            self._unfit(step)
            or self._over(step)
            or self._repeated(step)
            or self._crossed(step)
            or self._unmet(step, path=path, place=place)
            or self._unheard(step)
            or self._unsigned(step)
            or self._out_of_bounds(step)
        )

    def _doubt(
        self, step: Step, skips: tuple[str, ...], opens_on: date | None, *, early: bool
    ) -> Words | None:
        """Say what speaks against a step that may be taken for a reason."""
        if skips:
            return refusals.skipping(step, [enacted().steps[code] for code in skips])
        if early and opens_on is not None:
            return said.waiting(step, opens_on).words
        return None

    def _ours(self, step: Step) -> bool:
        taker = self.known.taker
        return not taker or taker in kinds.ACTORS[step.actor]

    def _unfit(self, step: Step) -> Words | None:
        kind, segment = self.case.kind, segment_of(self.case.kind)
        if kind in step.not_for:
            return said.not_for(step, kind).words
        if step.applies_to and segment not in step.applies_to:
            return said.other_segment(step, segment).words
        return None

    def _over(self, step: Step) -> Words | None:
        if self.case.state == "closed":
            return refusals.closed(step)
        if step.when_mended:
            mended = self.known.mended or self.case.state == "settled"
            return None if mended else said.still_broken(step, self.case.track).words
        if self.case.state == "settled":
            return said.nothing_broken(step, self.case.track).words
        return None

    def _repeated(self, step: Step) -> Words | None:
        if step.first_only:
            return self._begun(step)
        if step.nature == BESIDE:
            return None
        again = COUNTED if step.code not in MANDATED else IN_FORCE
        for one in self._lately(step):
            if one.step == step.code and one.state in again:
                return said.already(step, one.taken_on).words
        behind = shape(enacted(), self.case.track)[1][step.code]
        for one in self._lately(step):
            if one.step not in behind or step.code in MANDATED:
                continue
            later = enacted().steps[one.step]
            if later.nature != BESIDE:
                return said.already(later, one.taken_on).words
        return None

    def _begun(self, step: Step) -> Words | None:
        """Refuse what is taken at the very beginning or not at all."""
        found = self._counted
        if not found:
            return None
        again = next((one for one in found if one.step == step.code), None)
        if again is not None:
            return said.already(step, again.taken_on).words
        return said.only_first(step, found[0].taken_on).words

    def _lately(self, step: Step) -> list[StepTaken]:
        """Give what was taken since the last mandate ended: a new one begins anew."""
        found = self._counted
        last = max(
            (n for n, one in enumerate(found) if one.step == RETURNED), default=-1
        )
        return found[last + 1 :] if step.actor == "prosecutor" else found

    def _crossed(self, step: Step) -> Words | None:
        for one in self._counted:
            if one.step in step.exclusive_with:
                other = enacted().steps[one.step]
                return said.exclusive(step, other, one.taken_on).words
        for code in step.needs:
            if not any(o.step == code and o.state in IN_FORCE for o in self._counted):
                return said.needs(step, enacted().steps[code]).words
        return None

    def _unmet(self, step: Step, *, path: bool, place: Place) -> Words | None:
        if path:
            return None
        return said.missing(step, place.after, enacted().steps).words

    def _unheard(self, step: Step) -> Words | None:
        return refusals.unheard(step, self.known.replies_in)

    def _unsigned(self, step: Step) -> Words | None:
        """Let nothing follow a letter that counts for nothing yet."""
        if step.nature == BESIDE:
            return None
        for one in self.taken:
            if one.state == "unsigned":
                return refusals.unsigned(step, enacted().steps[one.step])
        return None

    def _out_of_bounds(self, step: Step) -> Words | None:
        debt, reader = self.known.debt_idr, reader_of(enacted())
        for path, least in ((step.least_debt, True), (step.most_debt, False)):
            bound = None if path is None else reader.find(path, self.on, int)
            if debt is None or bound is None:
                continue
            if (debt < bound.value) if least else (debt > bound.value):
                found = said.bounded(step, debt, bound.value, bound.used, least=least)
                return found.words
        return None

    def _way(
        self, step: Step, place: Place
    ) -> tuple[tuple[str, ...], date | None, bool]:
        """Give what is left out before a step, its first day, and whether a way leads.

        The day is that after the term of a step before it; of several, the first. A last
        day that an officer set where the law gives none holds it back as well. What goes
        on beside the ladder, as a promise to pay, waits for no term.
        """
        skips = self._shortest(step, place, frozenset())
        if skips is None:
            return (), None, False
        first = step if not skips else enacted().steps[skips[0]]
        before = first.place(self.case.track)
        is_beside = step.nature == BESIDE
        freed = [
            one.taken_on if is_beside else terms.frees_on(one)
            for one in self._counted
            if before is not None and one.step in before.after
        ]
        first_day = [min(freed)] if freed else []
        held = [] if is_beside else self._held_back()
        return skips, max([*first_day, *held], default=None), True

    def _held_back(self) -> list[date]:
        """Give the days after last days that only an officer set, and that still run.

        A mandate runs until its last day so that something is done meanwhile.
        """
        return [
            terms.frees_on(one)
            for one in self._counted
            if one.state in RUNNING and terms.is_set_by_officer(one)
        ]

    def _shortest(
        self, step: Step, place: Place, seen: frozenset[str]
    ) -> tuple[str, ...] | None:
        """Give the fewest customary steps that lie between what was taken and a step."""
        if place.begins or any(self._took(code) for code in place.after):
            return ()
        ways = [way for way in self._ways(step, place, seen) if way is not None]
        return min(ways, key=len, default=None)

    def _ways(
        self, step: Step, place: Place, seen: frozenset[str]
    ) -> Iterator[tuple[str, ...] | None]:
        for code in place.after:
            before = enacted().steps[code]
            its_place = before.place(self.case.track)
            if code in seen or its_place is None:
                continue
            if self._on_own(step, before):
                yield (code,)
            elif before.by_custom:
                way = self._shortest(before, its_place, seen | {step.code})
                yield None if way is None else (*way, code)

    def _on_own(self, step: Step, before: Step) -> bool:
        """Tell whether the owner acts of its own accord, without another's report."""
        owner = self.known.owner
        acts = owner in kinds.ACTORS[step.actor]
        return acts and owner not in kinds.ACTORS[before.actor] and not self._counted

    def _took(self, code: str) -> bool:
        return any(one.step == code for one in self._counted)

    @property
    def _counted(self) -> list[StepTaken]:
        return [one for one in self.taken if one.state in COUNTED]


def segment_of(kind: str) -> str:
    """Give the segment of the law in which a kind of employer employs."""
    return {"government": "NON_ASN", "project": "JAKON"}.get(kind, "PU")


def proposals(
    case: Case, steps: Sequence[StepTaken], on: date, known: Known | None = None
) -> tuple[Proposal, ...]:
    """Say of every step of a case's track whether it may be taken on a day."""
    return Ladder(case, steps, on, known or Known()).proposals()
