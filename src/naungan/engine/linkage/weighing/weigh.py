"""From counted levels to weights.

All weights are whole thousandths of a bit, so that sums never depend on the
order of addition, and multiples of GRAIN, so that a few rows more do not stir them.
"""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from naungan.engine.linkage.compare import LEVELS
from naungan.engine.linkage.residual import MILLI
from naungan.engine.linkage.weighing.train import Seen


GRAIN = 50  # thousandths of a bit; samples of some ten thousand pairs tell no finer
# Where the data say little, these say what clerks usually do; each counts as
# much as PSEUDO_MATCHES pairs seen, or PSEUDO_STRANGERS pairs of strangers.
PSEUDO_MATCHES, PSEUDO_STRANGERS = 60, 30
USUAL_M: dict[str, dict[str, float]] = {
    "name": {
        "exact": 0.84,
        "subset": 0.055,
        "near": 0.055,
        "initial": 0.015,
        "partial": 0.015,
        "near_alone": 0.012,
        "none": 0.008,
    },
    "birth": {
        "same": 0.94,
        "swapped": 0.01,
        "year_off": 0.012,
        "defaulted": 0.01,
        "two_parts": 0.01,
        "same_year": 0.01,
        "differs": 0.008,
    },
    "sex": {"same": 0.988, "differs": 0.012},
    "place": {"village": 0.5, "district": 0.2, "regency": 0.15, "differs": 0.15},
    "employer": {"same": 0.85, "differs": 0.15},
    "nik": {
        "exact": 0.82,
        "slip_serial": 0.015,
        "slip_head": 0.03,
        "cell": 0.005,
        "area": 0.01,
        "differs": 0.02,
        "missing_there": 0.1,
    },
}
USUAL_U: dict[str, dict[str, float]] = {
    "name": {"subset": 0.3, "near": 0.01, "initial": 0.02, "partial": 0.67},
    "name_apart": {"near_alone": 0.002, "none": 0.998},
    "birth": {
        "swapped": 0.00003,
        "year_off": 0.0001,
        "defaulted": 0.0003,
        "two_parts": 0.003,
        "same_year": 0.02,
        "differs": 0.9766,
    },
    "sex": {"same": 0.9, "differs": 0.1},
    "place": {"village": 0.002, "district": 0.03, "regency": 0.2, "differs": 0.768},
    "employer": {"differs": 1.0},
}
BEYOND_RARITY = ("birth", "employer")  # u of an equal value is how rare it is
BIRTHS = ("other", "same")
DATE_SLIPS = {"same": 0.02, "other": 0.0005}  # strangers' date parts one slip apart
EXACT_STRANGERS = 0.003  # of the people of one cell, those who got another's number


@dataclass(frozen=True)
class NumberOdds:
    """How often strangers' numbers agree in part.

    `serial`: equal serials; `serial_slip`: serials one slip apart within one
    cell; `dated`, `dated_apart`: equal date parts where the birth dates are, or
    are not, the same; `missing`: no number on the other side; `wrong_owner`: the
    very number of the other row, written by mistake.
    """

    serial: float
    serial_slip: float
    dated: float
    dated_apart: float
    missing: float
    wrong_owner: float


@dataclass(frozen=True)
class Weight:
    """One row of link_weights: probabilities among matches and among strangers."""

    field: str
    level: str
    m: float
    u: float
    milli: int  # log2(m / u) in thousandths of a bit


def learnt(field: str, level: str, m: float, u: float) -> Weight:
    """Weigh a level by how often matches and strangers look so."""
    return Weight(field, level, m, u, grained(math.log2(m / u)))


def grained(bits: float) -> int:
    """Return bits in thousandths, rounded to the grain of weights."""
    return round(MILLI * bits / GRAIN) * GRAIN


def smoothed(
    counts: Counter[str], usual: dict[str, float], strength: float
) -> dict[str, float]:
    """Mix counted shares with the usual ones; levels not listed are left out."""
    total = sum(counts[level] for level in usual) + strength
    return {
        level: (counts[level] + strength * share) / total
        for level, share in usual.items()
    }


def name_weights(matches: Seen, strangers: Seen) -> list[Weight]:
    """Weigh names beyond the rarity of the words they share (u is given those)."""
    m = smoothed(matches.count("name", birth="same"), USUAL_M["name"], PSEUDO_MATCHES)
    seen = strangers.count("name")
    u = smoothed(seen, USUAL_U["name"], PSEUDO_STRANGERS)
    apart = smoothed(seen, USUAL_U["name_apart"], PSEUDO_STRANGERS)
    return [
        learnt("name", level, share, {"exact": 1.0, **u, **apart}[level])
        for level, share in m.items()
    ]


def plain_weights(field: str, matches: Seen, strangers: Seen) -> list[Weight]:
    """Weigh birth dates and employers (same: beyond its rarity), sexes and places."""
    given = {} if field == "birth" else {"birth": "same"}
    if field == "birth":
        given = {"name": "exact"}
    m = smoothed(matches.count(field, **given), USUAL_M[field], PSEUDO_MATCHES)
    u = {"same": 1.0} if field in BEYOND_RARITY else {}
    seen = strangers.count(field) if field != "sex" else strangers.count_sharing("sex")
    u |= smoothed(seen, USUAL_U[field], PSEUDO_STRANGERS)
    return [learnt(field, level, share, u[level]) for level, share in m.items()]


def area_odds(strangers: Seen) -> dict[str, tuple[float, float]]:
    """Say how often strangers have numbers of one district, by where they live.

    The second share: of districts one slip apart, as neighbours' codes are.
    """
    odds = {}
    slips = strangers.count_slips()
    for place in LEVELS["place"]:
        seen = strangers.count("nik", place=place)
        same = sum(seen[level] for level in ("exact", "slip_serial", "cell", "area"))
        known = same + seen["differs"] + seen["slip_head"]
        usual = {"village": 0.7, "district": 0.7, "regency": 0.05}.get(place, 0.002)
        odds[place] = (
            (same + 10 * usual) / (known + 10),
            (slips[place] + 1) / (known + 10),
        )
    return odds


def nik_weights(certain: Seen, strangers: Seen, odds: NumberOdds) -> list[Weight]:
    """Weigh numbers, given where the rows live and whether they share the birth date.

    The level names carry both conditions, as in `cell|regency|same`.
    """
    m = smoothed(certain.count("nik"), USUAL_M["nik"], PSEUDO_MATCHES)
    rest = 1 - m["exact"]
    weights = []
    for place, (area, area_slip) in area_odds(strangers).items():
        for birth, dated in (("same", odds.dated), ("other", odds.dated_apart)):
            cell = area * dated
            slip_head = odds.serial * (dated * area_slip + area * DATE_SLIPS[birth])
            known = 1 - odds.missing
            u = {
                "exact": max(cell * EXACT_STRANGERS, odds.wrong_owner),
                "slip_serial": cell * odds.serial_slip,
                "slip_head": slip_head,
                "cell": cell * (1 - odds.serial_slip),
                "area": area * (1 - dated),
                "differs": 1 - area,
            }
            u = {level: max(share, 1e-12) * known for level, share in u.items()}
            u["missing_there"] = odds.missing
            weights += [
                learnt(
                    "nik",
                    f"{level}|{place}|{birth}",
                    share if level == "exact" else share / rest,
                    u[level],
                )
                for level, share in m.items()
            ]
    return weights


@dataclass(frozen=True)
class Weights:
    """All weights of one kind of pairs."""

    rows: tuple[Weight, ...]

    def milli(self, field: str, level: str) -> int:
        """Return one weight; a level that says nothing weighs nothing."""
        found = self._table.get((field, level))
        return found.milli if found else 0

    @cached_property
    def _table(self) -> dict[tuple[str, str], Weight]:
        return {(row.field, row.level): row for row in self.rows}

    def of(self, field: str) -> list[int]:
        """Return the weight of each level of a field, in their order."""
        return [self.milli(field, level) for level in LEVELS[field]]

    def of_names(self) -> list[int]:
        """Return the weight of each level of a name; an open one gets the best it can become."""
        best = max(
            self.milli("name", level) for level in ("near", "initial", "partial")
        )
        return [*self.of("name")[:-1], best]

    def of_numbers(self) -> list[list[list[int]]]:
        """Return the weight of each level of a number, by place and by birth date."""
        return [
            [
                [self.milli("nik", f"{level}|{place}|{birth}") for birth in BIRTHS]
                for place in LEVELS["place"]
            ]
            for level in LEVELS["nik"]
        ]

    def plain_sql(self, field: str) -> str:
        """Write the weight of a field as a CASE over its level column."""
        cases = " ".join(
            f"WHEN {number} THEN {self.milli(field, level)}"
            for number, level in enumerate(LEVELS[field])
            if self.milli(field, level)
        )
        return f"CASE {field}_level {cases} ELSE 0 END"
