"""A slow judge of linkage: every pair weighed by itself, in plain Python.

Written from docs/explanation/how-a-match-is-scored.md and not from the SQL: it
looks at two rows as written, names the level of each field, and adds the
weights that link_weights holds. Strings are compared with rapidfuzz.
"""

import math
from collections import Counter
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from naungan.lib import names


SLIPS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 18, 27, 36, 45, 54, 63, 72, 81}


class Row:
    """One row with what can be read off it."""

    def __init__(self, given, is_member):
        self.words = names.tokens(given["name"])
        self.bag = Counter(self.words)
        self.nik = given.get("nik")
        born = given.get("born")
        self.born = date.fromisoformat(born) if isinstance(born, str) else None
        self.year = self.born.year if self.born else born
        if self.born is None and self.nik is not None:
            told = told_by(self.nik)
            if told and self.year in (None, told.year):
                self.born, self.year = told, told.year
        self.sex = given.get("sex")
        self.employer = given.get("employer")
        self.village = None if is_member else given.get("village")
        self.regency = self.village and self.village // 10**6
        if is_member and self.nik is not None:
            self.regency = self.nik // 10**12


def told_by(nik):
    """Return the birth date a number tells to someone who reads it in 2026."""
    day, month, year = nik // 10**8 % 100, nik // 10**6 % 100, nik // 10**4 % 100
    try:
        century = 2000 if year <= 16 else 1900
        return date(century + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return None


def one_slip(x, y):
    """Say whether a single slip turns one number into the other."""
    rest = abs(x - y)
    while rest and rest % 10 == 0:
        rest //= 10
    return rest in SLIPS


def near(left, right):
    """Say whether two leftovers are one word misspelt."""
    return min(len(left), len(right)) >= 4 and (
        JaroWinkler.similarity(left, right) >= 0.88
        or DamerauLevenshtein.distance(left, right) <= 1
    )


def name_level(a, b):
    """Name how two names agree; a name of titles alone has no words."""
    if not a.words or not b.words:
        return "missing"
    if a.bag == b.bag:
        return "exact"
    shared = set(a.words) & set(b.words)
    left = [word for word in a.words if word not in shared]
    right = [word for word in b.words if word not in shared]
    if shared and (not left or not right):
        return "subset"
    ends_differ = (
        a.words[0][:3] != b.words[0][:3] and a.words[-1][-3:] != b.words[-1][-3:]
    )
    if not shared and ends_differ:
        return "none"
    if near("".join(left), "".join(right)):
        return "near" if shared else "near_alone"
    if not shared:
        return "none"
    initials = ["".join(word[0] for word in words) for words in (left, right)]
    short = "".join(left) == initials[0] or "".join(right) == initials[1]
    return "initial" if short and initials[0] == initials[1] else "partial"


def birth_level(a, b):
    """Name how two birth dates agree."""
    if a.born is None or b.born is None:
        if a.year is None or b.year is None:
            return "missing"
        return "same_year" if a.year == b.year else "differs"
    if a.born == b.born:
        return "same"
    year, month, day = (
        getattr(a.born, part) == getattr(b.born, part)
        for part in ("year", "month", "day")
    )
    if year and (a.born.day, a.born.month) == (b.born.month, b.born.day):
        return "swapped"
    if year and (1, 1) in ((r.born.month, r.born.day) for r in (a, b)):
        return "defaulted"
    if month and day and abs(a.born.year - b.born.year) == 1:
        return "year_off"
    if year + month + day == 2:
        return "two_parts"
    return "same_year" if year else "differs"


def place_level(a, b):
    """Name how near two rows live."""
    if a.regency is None or b.village is None:
        return "missing"
    if a.village == b.village:
        return "village"
    if a.village and a.village // 10**4 == b.village // 10**4:
        return "district"
    return "regency" if a.regency == b.regency else "differs"


def employer_level(a, b):
    """Name how the employers of two rows agree."""
    if None in (a.employer, b.employer):
        return "missing"
    return "same" if a.employer == b.employer else "differs"


def nik_level(a, b):
    """Name how two numbers agree."""
    if a.nik is None:
        return "missing"
    if b.nik is None:
        return "missing_there"
    if a.nik == b.nik:
        return "exact"
    if a.nik // 10**4 == b.nik // 10**4:
        return "slip_serial" if one_slip(a.nik, b.nik) else "cell"
    if a.nik % 10**4 == b.nik % 10**4 and one_slip(a.nik, b.nik):
        return "slip_head"
    return "area" if a.nik // 10**10 == b.nik // 10**10 else "differs"


class Judge:
    """Weighs pairs of rows by the weights a run has learnt."""

    def __init__(self, workers, members, weights):
        """Take rows as written and weights {(pair, field, level): bits}."""
        self.rows = {
            0: [Row(given, is_member=False) for given in workers],
            1: [Row(given, is_member=True) for given in members],
        }
        everyone = self.rows[0] + self.rows[1]
        self.total = len(everyone)
        self.words = Counter(word for row in everyone for word in row.words)
        self.names = Counter(frozenset(row.bag.items()) for row in everyone)
        self.births = Counter(row.born for row in everyone)
        self.employers = Counter(row.employer for row in everyone if row.employer)
        self.weights = weights

    def bits(self, times):
        """Return how surprising a value is that occurs so often."""
        return round(math.log2(self.total / times), 3)

    def most(self):
        """Return the most that any agreement can say among so many rows."""
        return round(math.log2(self.total) + 2, 3)

    def name_bits(self, a, b, level):
        """Return how surprising the shared words are."""
        if level == "exact":
            by_words = sum(self.bits(self.words[word]) for word in set(a.words))
            times = self.names[frozenset(a.bag.items())]
            chance = 2**-by_words + max(times - 2, 0) / self.total
            return min(round(-math.log2(chance), 3), self.most())
        shared = set(a.words) & set(b.words)
        return min(sum(self.bits(self.words[word]) for word in shared), self.most())

    def weight(self, side, left, right):
        """Return the whole weight of a pair in bits, and its levels."""
        pair = ("worker-worker", "member-worker")[side]
        a, b = self.rows[side][left], self.rows[0][right]
        levels = {
            "name": name_level(a, b),
            "birth": birth_level(a, b),
            "sex": "missing" if None in (a.sex, b.sex) else
            "same" if a.sex == b.sex else "differs",
            "place": place_level(a, b),
            "employer": employer_level(a, b),
            "nik": nik_level(a, b),
        }  # fmt: skip
        same = levels["birth"] == "same"
        condition = f"{levels['nik']}|{levels['place']}|{'same' if same else 'other'}"
        total = self.weights[pair, "prior", "no_number" if a.nik is None else "number"]
        total += self.name_bits(a, b, levels["name"])
        if same:
            total += min(self.bits(self.births[a.born]), self.most())
        for field in ("name", "birth", "sex", "employer"):
            total += self.weights.get((pair, field, levels[field]), 0)
        place = self.weights.get((pair, "place", levels["place"]), 0)
        if levels["employer"] == "same":
            of_one = self.employers[a.employer]
            total += round(math.log2(self.employers.total() / of_one), 3)
            place = min(place, 0)
        total += place
        total += self.weights.get((pair, "nik", condition), 0)
        return round(total, 3), levels
