"""Do two reports tell of one event? Said with reasons, never decided.

Day, region and kind must not contradict each other; shared names of people, the
venue and the figures then speak for one event. A person merges or keeps apart.
"""

from dataclasses import dataclass
from typing import Final

from naungan.engine.prose.draft import Draft


LIKELY_FROM: Final = 3
_WEIGHTS: Final = {"day": 2, "people": 2, "venue": 1, "figures": 1, "kind": 1}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one event; `reasons` are sentences in Indonesian."""

    points: int
    reasons: tuple[str, ...]

    @property
    def is_likely(self) -> bool:
        """Whether a person should be asked if it is one event."""
        return self.points >= LIKELY_FROM


def compare(one: Draft, other: Draft) -> Likeness:
    """Compare two drafts; a contradiction in day or region leaves no points."""
    if _contradict(one, other):
        return Likeness(0, ())
    found = {
        "day": _day(one, other),
        "people": _people(one, other),
        "venue": _venue(one, other),
        "figures": _figures(one, other),
        "kind": _kinds(one, other),
    }
    reasons = {key: reason for key, reason in found.items() if reason}
    return Likeness(sum(_WEIGHTS[key] for key in reasons), tuple(reasons.values()))


def _contradict(one: Draft, other: Draft) -> bool:
    days = {draft.when.on for draft in (one, other) if draft.when.on}
    if len(days) == 2:
        return True
    mine, theirs = ({r.code[:2] for r in draft.regions} for draft in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _day(one: Draft, other: Draft) -> str:
    same = one.when.on is not None and one.when.on == other.when.on
    return f"Hari yang sama: {one.when.on:%d/%m/%Y}." if same else ""


def _people(one: Draft, other: Draft) -> str:
    names = [
        {person.name.lower() for person in draft.participants if person.name}
        for draft in (one, other)
    ]
    shared = sorted(names[0] & names[1])
    return (
        f"Orang yang sama: {', '.join(name.title() for name in shared)}."
        if shared
        else ""
    )


def _venue(one: Draft, other: Draft) -> str:
    if one.venue is None or other.venue is None:
        return ""
    mine, theirs = one.venue.surface.lower(), other.venue.surface.lower()
    return (
        f"Tempat yang sama: {one.venue.surface}."
        if mine in theirs or theirs in mine
        else ""
    )


def _figures(one: Draft, other: Draft) -> str:
    mine = {(f.value, f.unit): f.words.surface for f in one.figures}
    shared = [mine[key] for f in other.figures if (key := (f.value, f.unit)) in mine]
    return f"Angka yang sama: {', '.join(shared)}." if shared else ""


def _kinds(one: Draft, other: Draft) -> str:
    mine = {kind for kind, _ in one.kinds}
    shared = [kind for kind, _ in other.kinds if kind in mine]
    return "Jenis kegiatan yang sama." if shared else ""
