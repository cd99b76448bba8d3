"""What holds of a pair after all that was decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from naungan.casework.review.kinds import KINDS, UNDONE
from naungan.casework.review.models import Verdict


@dataclass(frozen=True)
class Standing:
    """The verdict that holds, whether people differ, and all that was decided.

    Of verdicts that were not undone the latest holds. People differ where the last
    word of one is "same" and that of another "different".
    """

    verdict: Verdict | None = None
    differs: bool = False
    entries: tuple[Verdict, ...] = ()

    @property
    def answer(self) -> str:
        """Give what holds: same, different, unsure, or nothing."""
        return KINDS[self.verdict.kind].answer if self.verdict else ""

    @property
    def is_told(self) -> bool:
        """Tell whether the next run will read it."""
        return self.verdict is not None and KINDS[self.verdict.kind].told

    @property
    def others(self) -> tuple[Verdict, ...]:
        """Give the verdicts that stand beside the one that holds, newest first."""
        return tuple(one for one in reversed(self.kept) if one != self.verdict)

    @property
    def kept(self) -> tuple[Verdict, ...]:
        """Give the verdicts that nobody undid, oldest first."""
        return _kept(self.entries)


def standing(entries: Iterable[Verdict]) -> Standing:
    """Say what holds after the entries of one pair, oldest first."""
    found = tuple(entries)
    kept = _kept(found)
    last_words = {one.decided_by_id: KINDS[one.kind].answer for one in kept}
    return Standing(
        verdict=kept[-1] if kept else None,
        differs={"same", "different"} <= set(last_words.values()),
        entries=found,
    )


def _kept(entries: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    undone = {one.undoes_id for one in entries}
    return tuple(one for one in entries if one.kind != UNDONE and one.pk not in undone)
