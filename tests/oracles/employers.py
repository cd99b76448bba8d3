"""Employers matched the slow way: loops over rows and pairs, no SQL, no columns.

Follows what the manual says about matching, pair by pair, in floating bits. A
world in which some pair lies within a hair of a threshold is no fair question;
`hairline` tells so.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from math import log2

from rapidfuzz.distance import JaroWinkler

from naungan.engine.employers.words import pieces
from naungan.lib import company_names


@dataclass
class Row:
    """One row of one list; `key` says which."""

    key: str
    list: str
    name: str
    nib: str | None = None
    npp: str | None = None
    village: int | None = None
    words: set[str] = field(default_factory=set)
    legal: str = ""


@dataclass
class Answer:
    """Groups of rows, the registrations each may have, and whether it was close."""

    groups: set[frozenset[str]]
    reviews: set[tuple[frozenset[str], str]]
    hairline: bool


COMMON, OTHER, BACKGROUND, TIED, TELLING = 0.015, 0.0005, 500, 10, 1.3
USUAL = {
    "name": {"exact": 0.72, "subset": 0.1, "near": 0.08, "partial": 0.07, "none": 0.03},
    "place": {"village": 0.8, "district": 0.1, "regency": 0.07, "elsewhere": 0.03},
    "legal": {"same": 0.85, "different": 0.15},
}
PLACES = (("village", 1, 0.002), ("district", 10**4, 0.02), ("regency", 10**6, 0.2))


def match(rows: list[Row], apart: set[frozenset[str]] | None = None) -> Answer:
    """Match invented rows; `apart` holds pairs of keys people kept apart."""
    apart = apart or set()
    spoken = Counter(t.upper() for r in rows for t in company_names.split_raw(r.name))
    for row in rows:
        raws = company_names.split_raw(row.name)
        parts = [p for raw in raws for p in pieces(raw, spoken)]
        row.words = {w for part in parts for w in company_names.tokens(part)}
        row.legal = company_names.legal_form(row.name)
    groups = _by_number(rows, apart)
    judge = _Judge(rows, groups)
    chances = judge.chances()
    reviews = set()
    close = any(abs(p - t) < 0.01 for p in chances.values() for t in (0.9, 0.2))
    for (a, b), p in sorted(chances.items(), key=lambda c: (-c[1], c[0])):
        if p >= 0.9:
            _unite(groups, a, b, rows, apart)
    final = {row.key: frozenset(groups[row.key]) for row in rows}
    for (a, b), p in chances.items():
        if p >= 0.2:
            reviews |= _review(final[a], final[b], rows, apart)
    for one, other in ((a, b) for a in rows for b in rows):
        if one.nib and one.nib == other.nib:
            reviews |= _review(final[one.key], final[other.key], rows, apart)
    return Answer(set(final.values()), reviews, close)


def _registered(group: frozenset[str] | set[str], by_key: dict[str, Row]) -> bool:
    return any(by_key[key].npp for key in group)


def _review(
    mine: frozenset[str],
    theirs: frozenset[str],
    rows: list[Row],
    apart: set[frozenset[str]],
) -> set[tuple[frozenset[str], str]]:
    """A group without a registration and the first one of the group it may be."""
    by_key = {row.key: row for row in rows}
    npps = [row.npp for row in rows if row.key in theirs and row.npp]
    parted = any(frozenset((m, t)) in apart for m in mine for t in theirs)
    if mine == theirs or not npps or parted or _registered(mine, by_key):
        return set()
    return {(mine, npps[0])}


def _by_number(rows: list[Row], apart: set[frozenset[str]]) -> dict[str, set[str]]:
    groups = {row.key: {row.key} for row in rows}
    for a, b in combinations(rows, 2):
        for kind in ("nib", "npp"):
            same = getattr(a, kind) and getattr(a, kind) == getattr(b, kind)
            if same and _names_agree(a, b, _holders(rows, kind, a)):
                _unite(groups, a.key, b.key, rows, apart, forced=True)
    return groups


def _holders(rows: list[Row], kind: str, row: Row) -> list[Row]:
    return [other for other in rows if getattr(other, kind) == getattr(row, kind)]


def _names_agree(a: Row, b: Row, holders: list[Row]) -> bool:
    """A word in common, no name at all, or a lonely name that looks alike."""
    if a.words & b.words or not a.words or not b.words:
        return True
    lonely = any(
        not any(row.words & h.words for h in holders if h is not row) for row in (a, b)
    )
    spelt = ["".join(sorted(row.words)) for row in (a, b)]
    return lonely and JaroWinkler.similarity(*spelt) >= 0.85


def _unite(
    groups: dict[str, set[str]],
    a: str,
    b: str,
    rows: list[Row],
    apart: set[frozenset[str]],
    forced: bool = False,
) -> None:
    by_key = {row.key: row for row in rows}
    one, other = groups[a], groups[b]
    if one is other or any(frozenset((x, y)) in apart for x in one for y in other):
        return
    if not forced and _registered(one, by_key) and _registered(other, by_key):
        return
    one |= other
    for key in other:
        groups[key] = one


class _Judge:
    def __init__(self, rows: list[Row], groups: dict[str, set[str]]) -> None:
        self.rows, self.groups = rows, groups
        self.by_key = {row.key: row for row in rows}
        self.times = Counter(word for row in rows for word in row.words)
        self.named = sum(1 for row in rows if row.words)
        self.names = Counter(frozenset(row.words) for row in rows if row.words)
        self.placed = [row.village for row in rows if row.village is not None]
        self.legals = Counter(row.legal for row in rows if row.legal)
        self.m = self._learned()

    def share(self, word: str) -> float:
        usual = COMMON if company_names.is_common(word) else OTHER
        return (max(self.times[word] - 2, 0) + BACKGROUND * usual) / (
            self.named + BACKGROUND
        )

    def bits(self, row: Row, word: str) -> float:
        share = self.share(word)
        rank = {w: (self.times[w], w) for w in row.words}
        best = share
        for rarer in row.words:
            together = sum(1 for r in self.rows if {word, rarer} <= r.words)
            if rank[rarer] < rank[word] and self.times[rarer] > 2 and together > 2:
                tied = (together - 2 + TIED * share) / (self.times[rarer] - 2 + TIED)
                if tied > TELLING * share:
                    best = max(best, tied)
        return -log2(best)

    def name(self, a: Row, b: Row) -> tuple[str, float]:
        common = a.words & b.words
        worth = sum(min(self.bits(a, w), self.bits(b, w)) for w in common)
        if len(common) == len(a.words) == len(b.words):
            bearers = self.names[frozenset(a.words)]
            if bearers > 2:
                worth = min(worth, log2(self.named / (bearers - 2)))
            return "exact", worth
        if len(common) == min(len(a.words), len(b.words)):
            return "subset", worth
        lengths = [sum(map(len, r.words)) for r in (a, b)]
        if abs(len(a.words) - len(b.words)) <= 1 and abs(lengths[0] - lengths[1]) <= 2:
            left, right = ("".join(sorted(r.words - common)) for r in (a, b))
            if JaroWinkler.similarity(left, right) >= 0.88:
                return "near", min(
                    sum(self.bits(r, w) for w in r.words) for r in (a, b)
                )
        return ("partial" if common else "none"), worth

    def place(self, a: Row, b: Row) -> str:
        if a.village is None or b.village is None:
            return "unknown"
        for level, divisor, _ in PLACES:
            if a.village // divisor == b.village // divisor:
                return level
        return "elsewhere"

    def place_shares(self, village: int) -> dict[str, float]:
        return {
            level: (
                sum(1 for v in self.placed if v // divisor == village // divisor)
                + BACKGROUND * usual
            )
            / (len(self.placed) + BACKGROUND)
            for level, divisor, usual in PLACES
        }

    def legal(self, a: Row, b: Row) -> str:
        if not a.legal or not b.legal:
            return "unknown"
        return "same" if a.legal == b.legal else "different"

    def _learned(self) -> dict[str, dict[str, float]]:
        seen: dict[str, Counter[str]] = {name: Counter() for name in USUAL}
        for a, b in self._taught():
            seen["name"][self.name(a, b)[0]] += 1
            seen["place"][self.place(a, b)] += 1
            seen["legal"][self.legal(a, b)] += 1
        return {
            name: {
                level: (seen[name][level] + 10 * share)
                / (sum(seen[name][known] for known in usual) + 10)
                for level, share in usual.items()
            }
            for name, usual in USUAL.items()
        }

    def _taught(self) -> list[tuple[Row, Row]]:
        """Pairs of rows from two lists that one number makes one employer."""
        pairs: dict[frozenset[str], tuple[Row, Row]] = {}
        for kind in ("nib", "npp"):
            for row in self.rows:
                if getattr(row, kind):
                    for other in self._teachers(row, _holders(self.rows, kind, row)):
                        if other.list != row.list:
                            pairs[frozenset((row.key, other.key))] = (other, row)
        return list(pairs.values())

    def _teachers(self, row: Row, holders: list[Row]) -> list[Row]:
        """The first of the number per word, the first without a name, look-alikes."""
        found = [next(h for h in holders if word in h.words) for word in row.words]
        found += [h for h in holders if not h.words][:1]
        found += holders[:1] if not row.words else []
        return found + [
            other
            for other in holders
            if row.words and other.words and not row.words & other.words
            if _names_agree(row, other, holders)
        ]

    def weight(self, a: Row, b: Row) -> float:
        level, total = self.name(a, b)
        total += log2(self.m["name"][level])
        place = self.place(a, b)
        if place != "unknown":
            assert a.village is not None
            s = self.place_shares(a.village)
            chance = {
                "village": s["village"],
                "district": s["district"] - s["village"],
                "regency": s["regency"] - s["district"],
                "elsewhere": 1 - s["regency"],
            }[place]
            total += log2(self.m["place"][place] / max(chance, 0.0005))
        legal = self.legal(a, b)
        if legal != "unknown":
            stated = sum(self.legals.values())
            share = (self.legals[a.legal] + BACKGROUND * 0.3) / (stated + BACKGROUND)
            chance = share if legal == "same" else 1 - share
            total += log2(self.m["legal"][legal] / max(chance, 0.0005))
        return total - (5.6 if a.nib and b.nib and a.nib != b.nib else 0)

    def lists(self, key: str) -> set[str]:
        return {self.by_key[k].list for k in self.groups[key]}

    def whole(self, key: str) -> frozenset[str]:
        return frozenset(self.groups[key])

    def near_enough(self, a: Row, b: Row) -> bool:
        """Say whether one of the nets would have caught the pair."""
        open_rows = [r for r in self.rows if r.words and self._open(r)]
        if a not in open_rows or b not in open_rows:
            return False
        same_name = a.words == b.words
        if same_name and self.place(a, b) == "village":
            return True
        if self._served(a) or self._served(b):
            return False
        open_rows = [r for r in open_rows if not self._served(r)]
        bearers = sum(1 for r in open_rows if r.words == a.words)
        if same_name and (
            bearers <= 6 or self.place(a, b) in ("village", "district", "regency")
        ):
            return True
        alike = {w[:3] for w in a.words} & {w[:3] for w in b.words}
        if self.place(a, b) == "village" and alike:
            return True
        rarest = [self._rarest(r) for r in (a, b)]
        if rarest[0] is None or rarest[0] != rarest[1]:
            return False
        holders = sum(1 for r in open_rows if self._rarest(r) == rarest[0])
        return holders <= 6 or self.place(a, b) in ("village", "district")

    def _served(self, row: Row) -> bool:
        """Say whether the very name is in the village on every list it is not on."""
        partners = {
            other.list
            for other in self.rows
            if other.words == row.words
            and self.place(row, other) == "village"
            and self._may_pair(row, other)
        }
        own = self.lists(row.key)
        return len(partners) >= len({r.list for r in self.rows}) - len(own)

    def _may_pair(self, a: Row, b: Row) -> bool:
        both = all(_registered(self.groups[r.key], self.by_key) for r in (a, b))
        whole = self.groups[a.key] is self.groups[b.key]
        return self._open(b) and a.list != b.list and not both and not whole

    def _open(self, row: Row) -> bool:
        return len(self.lists(row.key)) < len({r.list for r in self.rows})

    def _rarest(self, row: Row) -> str | None:
        telling = {w: self.bits(row, w) for w in row.words}
        best = max(telling, key=lambda w: (round(telling[w], 3), w))
        return best if telling[best] >= 8 else None

    def chances(self) -> dict[tuple[str, str], float]:
        weights = self._whole_weights()
        return self._settled(weights) if weights else {}

    def _whole_weights(self) -> dict[tuple[str, str], float]:
        """The best pair of rows of each pair of groups and lists."""
        best: dict[tuple[object, ...], tuple[float, str, str]] = {}
        for a, b in ((a, b) for a in self.rows for b in self.rows if a is not b):
            mine = _registered(self.groups[a.key], self.by_key)
            theirs = _registered(self.groups[b.key], self.by_key)
            if mine or (not theirs and self.rows.index(a) > self.rows.index(b)):
                continue
            if a.list == b.list or self.lists(a.key) & self.lists(b.key):
                continue
            if not self.near_enough(a, b):
                continue
            weight = self.weight(a, b)
            if weight < log2(sum(1 for r in self.rows if r.list == b.list)) - 7:
                continue
            pair = (self.whole(a.key), self.whole(b.key), a.list, b.list)
            if pair not in best or weight > best[pair][0]:
                best[pair] = (weight, a.key, b.key)
        return {(a, b): weight for weight, a, b in best.values()}

    def _settled(
        self, weights: dict[tuple[str, str], float]
    ) -> dict[tuple[str, str], float]:
        size = Counter(row.list for row in self.rows)
        pair_lists = {
            p: (self.by_key[p[0]].list, self.by_key[p[1]].list) for p in weights
        }
        rate = dict.fromkeys(pair_lists.values(), 0.3)
        chance: dict[tuple[str, str], float] = {}
        for _ in range(6):
            odds = {}
            for pair, weight in weights.items():
                r = rate[pair_lists[pair]]
                odds[pair] = 2**weight * r / (1 - r) / size[pair_lists[pair][1]]
            for pair in weights:
                rivals = [
                    sum(o for p, o in odds.items() if self._rival(pair, p, side))
                    for side in (0, 1)
                ]
                chance[pair] = odds[pair] / (1 + sum(rivals) - odds[pair])
            for lists in rate:
                seekers = sum(
                    1
                    for row in self.rows
                    if row.list == lists[0]
                    and not _registered(self.groups[row.key], self.by_key)
                    and lists[1] not in self.lists(row.key)
                )
                found = sum(
                    p for pair, p in chance.items() if pair_lists[pair] == lists
                )
                rate[lists] = min((found + 0.9) / (seekers + 3), 0.95)
        return chance

    def _rival(self, one: tuple[str, str], other: tuple[str, str], side: int) -> bool:
        """Pairs for one group into one list compete, on either side."""
        same = self.groups[one[side]] is self.groups[other[side]]
        across = 1 - side
        return same and self.by_key[one[across]].list == self.by_key[other[across]].list
