"""How well drafts agree with records that a person wrote: found, missed, invented.

Both sides are records in the keys of `record`. Each field is compared by what makes
one of its facts the same fact: a region by its code, a figure by value and unit, a
regulation by kind and number, a participant by name, a commitment by its words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final


Record = dict[str, Any]
_HALF: Final = 0.5  # share of the shorter text's words that two promises must share


@dataclass(frozen=True, slots=True)
class Agreement:
    """Facts found that are right, facts found in all, facts there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        """Add up two counts."""
        return Agreement(
            self.right + other.right, self.found + other.found, self.there + other.there
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 when nothing is there."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.there
        return 2 * self.right / both if both else 1.0


def score(pairs: Iterable[tuple[Record, Record]]) -> dict[str, Agreement]:
    """Compare (draft, written) records field by field and add up."""
    total = {field: Agreement() for field in FIELDS}
    for draft, written in pairs:
        for field, keys_of in FIELDS.items():
            total[field] += keys_of(draft, written)
    return total


def differences(
    draft: Record, written: Record
) -> dict[str, tuple[list[str], list[str]]]:
    """Return per field what was invented and what was missed, for a person to read."""
    told = {}
    for field, keys in _KEYS.items():
        found, there = keys(draft), keys(written)
        same = _is_said_too if field == "commitments" else _is_in
        extra = [str(one) for one in found if not same(one, there)]
        missed = [str(one) for one in there if not same(one, found)]
        if extra or missed:
            told[field] = (extra, missed)
    return told


def _is_in(one: Any, others: list[Any]) -> bool:
    return one in others


def _is_said_too(surface: str, others: list[str]) -> bool:
    words = _words({"surface": surface})
    return any(_alike(words, _words({"surface": other})) for other in others)


def _sets(keys: Callable[[Record], list[Any]]) -> Callable[[Record, Record], Agreement]:
    def compare(draft: Record, written: Record) -> Agreement:
        found, there = set(keys(draft)), set(keys(written))
        return Agreement(len(found & there), len(found), len(there))

    return compare


def _promises(draft: Record, written: Record) -> Agreement:
    found = [_words(one) for one in draft["commitments"]]
    there = [_words(one) for one in written["commitments"]]
    right = 0
    open_ = list(found)
    for words in there:
        match = next((one for one in open_ if _alike(one, words)), None)
        if match is not None:
            open_.remove(match)
            right += 1
    return Agreement(right, len(found), len(there))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _HALF * min(len(one), len(other))


def _words(promise: Record) -> frozenset[str]:
    return frozenset(promise["surface"].lower().replace(",", " ").split())


def _day(record: Record) -> list[Any]:
    return [record["date"]] if record["date"] else []


def _names(record: Record) -> list[Any]:
    return [
        (one["name"] or one.get("position", "")).lower()
        for one in record["participants"]
    ]


def _roles(record: Record) -> list[Any]:
    return [
        (
            (one["name"] or one.get("position", "")).lower(),
            one["role"].partition(":")[0],
        )
        for one in record["participants"]
    ]


_KEYS: Final[dict[str, Callable[[Record], list[Any]]]] = {
    "date": _day,
    "event_type": lambda record: list(record["event_type"]),
    "region": lambda record: [one["kemendagri_code"] for one in record["region"]],
    "organisers": lambda record: [one.lower() for one in record["organisers"]],
    "participants": _names,
    "roles": _roles,
    "regulations": lambda record: [
        (one["type"].lower(), one["number"]) for one in record["regulations"]
    ],
    "figures": lambda record: [
        (float(one["value"]), one["unit"].partition("/")[0])
        for one in record["figures"]
    ],
    "commitments": lambda record: [one["surface"] for one in record["commitments"]],
}
FIELDS: Final[dict[str, Callable[[Record, Record], Agreement]]] = {
    **{name: _sets(keys) for name, keys in _KEYS.items()},
    "commitments": _promises,
}
