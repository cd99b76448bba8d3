"""The step of the ladder that a case takes by being brought before another institution.

Which step that is stands in the law's own data: it names the actor to whom it is
addressed. An institution that is merely invited along takes none.
"""

from collections.abc import Sequence

from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import StepTaken
from naungan.casework.compliance.rules import MANDATED
from naungan.casework.compliance.states import COUNTED, IN_FORCE
from naungan.law.book import enacted
from naungan.law.step import Step, ladder


def steps_for(kind: str, track: str) -> tuple[Step, ...]:
    """Give the steps by which a case on a track comes before the actor that is asked."""
    actor = kinds.ASKED.get(kind)
    found = ladder(enacted().steps, track)
    return tuple(one for one in found if actor and one.addressed_to == actor)


def is_taken(steps: Sequence[Step], taken: Sequence[StepTaken]) -> bool:
    """Tell whether one of these steps was taken, and where it is a mandate still holds."""
    codes = {one.code for one in steps}
    return any(
        one.step in codes
        and one.state in (IN_FORCE if one.step in MANDATED else COUNTED)
        for one in taken
    )


def still_to_take(kind: str, track: str, taken: Sequence[StepTaken]) -> Step | None:
    """Give the step that handing over takes; None where it was taken, or there is none.

    Raises ActRefused where the track has no such road, or only a mandate opens it.
    """
    if kind not in kinds.ASKED:
        return None
    steps = steps_for(kind, track)
    if not steps:
        raise ActRefused("Permintaan ini tidak ada pada jalur kasusnya.")
    if is_taken(steps, taken):
        return None
    if any(one.code in MANDATED for one in steps):
        raise ActRefused(
            "Catat surat kuasanya; kasusnya terkirim bersama surat kuasa itu."
        )
    return steps[0]


def not_yet_sent(
    track: str, taken: Sequence[StepTaken], sent: Sequence[str]
) -> tuple[str, ...]:
    """Give the kinds of hand-over whose step was taken while nobody was sent the case."""
    return tuple(
        kind
        for kind in kinds.ASKED
        if kind not in sent and is_taken(steps_for(kind, track), taken)
    )
