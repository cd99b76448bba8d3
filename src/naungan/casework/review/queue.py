"""The queue: what waits in a region, in which order, and what was said of it so far."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.casework.review import queries, records
from naungan.casework.review.records import Key, Subject


OPEN, UNSURE, DECIDED = range(3)


@dataclass(frozen=True)
class Queue:
    """Every pair of a queue in the order of the snapshot, with the answer that holds."""

    keys: tuple[Key, ...]
    answers: Mapping[Key, str]

    @cached_property
    def waiting(self) -> tuple[Key, ...]:
        """Put what nobody decided first, then what nobody could say."""
        return tuple(
            key
            for key in sorted(self.keys, key=self._state)
            if self._state(key) < DECIDED
        )

    @cached_property
    def arranged(self) -> tuple[Key, ...]:
        """Put what waits first and what was decided last."""
        return tuple(sorted(self.keys, key=self._state))

    @cached_property
    def counts(self) -> Counter[str]:
        """Count the pairs by the answer that holds; "" where none does."""
        return Counter(self.answers.get(key, "") for key in self.keys)

    @property
    def decided(self) -> int:
        """Count the pairs that the next run will not ask about again."""
        return self.counts["same"] + self.counts["different"]

    def place_of(self, key: Key) -> int:
        """Say the place of a pair in the queue, from 1; 0 where it is not in it."""
        return self._places.get(key, -1) + 1

    def beside(self, key: Key) -> tuple[Key | None, Key | None]:
        """Name the pairs before and after one, decided or not."""
        place = self._places.get(key)
        if place is None:
            return None, self.keys[0] if self.keys else None
        before = self.keys[place - 1] if place else None
        return before, self.keys[place + 1] if place + 1 < len(self.keys) else None

    def next_open(self, key: Key) -> Key | None:
        """Name the pair to decide after one: the next that nobody decided, then the rest."""
        place = self._places.get(key, -1)
        around = (*self.keys[place + 1 :], *self.keys[: max(place, 0)])
        nobody_could_say = None
        for one in around:
            if self._state(one) == OPEN:
                return one
            if self._state(one) == UNSURE and nobody_could_say is None:
                nobody_could_say = one
        return nobody_could_say

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key: place for place, key in enumerate(self.keys)}

    def _state(self, key: Key) -> int:
        answer = self.answers.get(key)
        return OPEN if not answer else UNSURE if answer == "unsure" else DECIDED


def queues(
    publication: Publication, scope: Scope, region_code: str = ""
) -> dict[Subject, Queue]:
    """Give the queues of a region within a scope: of persons and of employers."""
    orders = records.orders(publication, scope, region_code)
    answers = queries.answers(publication) if any(orders.values()) else {}
    return {
        subject: Queue(keys, answers.get(subject, {}))
        for subject, keys in orders.items()
    }


def count_waiting(publication: Publication, scope: Scope) -> int:
    """Count the pairs of persons and employers that still need a verdict."""
    found = queues(publication, scope).values()
    return sum(len(one.keys) - one.decided for one in found)
