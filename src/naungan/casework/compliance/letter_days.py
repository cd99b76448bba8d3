"""The letter of a step written on a later day: whether it still may, and until when.

A term is the employer's, so it counts from the day of the letter. A step that could not
be decided on that day any more gets no letter: another followed it, an answer waits to
be considered, the case is over.
"""

from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from naungan.casework.compliance import kinds, refusals, terms
from naungan.casework.compliance.models import StepTaken
from naungan.casework.compliance.rules import Ladder
from naungan.law.book import enacted
from naungan.law.words import Words


LIFTS: Final = {
    "tmp2t_lifting": ("tmp2t",),
    "skk_returned": ("skk_non_litigation",),
}
"""Which steps a step brings to an end."""


@dataclass(frozen=True)
class Standing:
    """How a step without a letter stands: the last day that a letter would name.

    `asks_day` where nobody but the officer can say that day; `why_not` where the step
    gets no letter any more.
    """

    ends_on: date | None = None
    asks_day: bool = False
    why_not: Words | None = None


def standing(held: StepTaken, ladder: Ladder) -> Standing:
    """Say how a step stands on the day of a ladder, which holds the steps of its case."""
    if held.taken_on >= ladder.on:
        return Standing(held.ends_on)
    before = [_as_before(one, held) for one in ladder.taken if one.pk != held.pk]
    found = replace(ladder, taken=before).proposal(enacted().steps[held.step])
    if not found.may:
        return Standing(why_not=found.why_not)
    return _dated(held, found.ends_on, ladder.on)


def _dated(held: StepTaken, by_law: date | None, on: date) -> Standing:
    """Count the term anew; what an officer gave beyond the law stays given."""
    if held.ends_on is None:
        return Standing()
    if held.step in kinds.MANDATE_OF:
        over = held.ends_on < on
        return Standing(held.ends_on, why_not=refusals.expired() if over else None)
    if by_law is not None and not terms.is_set_by_officer(held):
        return Standing(max(by_law, held.ends_on))
    return Standing(held.ends_on) if held.ends_on >= on else Standing(asks_day=True)


def _as_before(one: StepTaken, held: StepTaken) -> StepTaken:
    """Give a step as it stood before another brought it to an end."""
    ended = one.step in LIFTS.get(held.step, ()) and one.closed_on == held.taken_on
    if one.state != "lifted" or not ended:
        return one
    stood = copy(one)
    stood.state = "lapsed"
    return stood
