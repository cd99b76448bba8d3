"""Identity numbers and birth dates of invented people, never twice the same.

As at the civil registry, people born on one day in one district are numbered
in turn, but from 9001, which offices do not reach. Most people are registered
where they live. Those who came from elsewhere take numbers after the natives of
their cell (district and day), so that neighbours in a cell are other people.
"""

import math
from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import I64, Bools, happens
from naungan.engine.synthetic.places import Places, country_districts


SERIAL_FROM = 9001
SERIALS = 999
MOVED_IN = 0.16
GOLDEN_CUT = 0.6180339887498949
AGE_WEIGHTS = (
    (15, 1), (17, 2), (18, 8), (22, 11), (30, 12), (45, 10), (55, 7), (62, 4), (66, 2),
    (76, 0),
)  # fmt: skip


@dataclass(frozen=True)
class Slots:
    """The districts of a world, their people and the weights of birth days.

    Home slots: district a holds people numbers from `home_starts[a]`. Away
    slots: the same numbers, shuffled, spread over `away_codes`.
    """

    people: int
    home_codes: I64
    home_starts: I64
    home_strides: I64
    away_codes: I64
    away_starts: I64
    away_home: I64
    first_day: int
    day_ends: I64


def _stride(count: int) -> int:
    """Find a stride that visits every one of `count` places exactly once."""
    stride = max(1, int(count * GOLDEN_CUT))
    while math.gcd(stride, count) != 1:
        stride += 1
    return stride


def _day_weights(first_month: int) -> tuple[int, I64]:
    """Give the first possible birth day and the cumulated weights of all days."""
    today = np.datetime64(f"{first_month // 12:04d}-{first_month % 12 + 1:02d}", "D")
    oldest, youngest = AGE_WEIGHTS[-1][0], AGE_WEIGHTS[0][0]
    first = int((today - np.timedelta64(oldest * 36525 // 100, "D")).astype(np.int64))
    days = np.arange((oldest - youngest) * 36525 // 100)
    age = oldest - days * 100 // 36525 - 1
    bounds = np.array([bound for bound, _ in AGE_WEIGHTS])
    weights = np.array([weight for _, weight in AGE_WEIGHTS])
    return first, np.cumsum(weights[np.searchsorted(bounds, age, side="right") - 1])


def lay_out(places: Places, first_month: int) -> Slots:
    """Prepare the cells from which a world takes its identity numbers."""
    people = int(places.starts[-1])
    areas = places.codes // 10_000
    home_codes, firsts = np.unique(areas, return_index=True)
    home_starts = np.concatenate([places.starts[firsts], [people]])
    away = np.union1d(country_districts(), home_codes)
    at_home = np.isin(away, home_codes)
    share = max(1, int((~at_home).sum()) // int(at_home.sum()))
    ends = np.cumsum(np.where(at_home, share, 1))
    away_starts = np.concatenate([[0], ends * people // ends[-1]])
    sizes = np.zeros(len(away), dtype=np.int64)
    sizes[at_home] = np.diff(home_starts)
    first_day, day_ends = _day_weights(first_month)
    strides = np.array([_stride(int(n)) for n in np.diff(home_starts)])
    return Slots(
        people=people,
        home_codes=home_codes,
        home_starts=home_starts,
        home_strides=strides,
        away_codes=away,
        away_starts=away_starts,
        away_home=sizes,
        first_day=first_day,
        day_ends=day_ends,
    )


def _ceil_div(a: I64, b: I64) -> I64:
    return -(-a // b)


def _day_and_rank(slots: Slots, rank: I64, size: I64) -> tuple[I64, I64]:
    """Spread the ranks of a district over its birth days: day and rank in it."""
    ends, total = slots.day_ends, slots.day_ends[-1]
    day = np.searchsorted(ends, _ceil_div((rank + 1) * total, size), side="left")
    before = np.where(day > 0, ends[day - 1], 0)
    return day.astype(np.int64), rank - before * size // total


def _born_here(slots: Slots, people: I64) -> tuple[I64, I64, I64]:
    area = np.searchsorted(slots.home_starts, people, side="right") - 1
    size = np.diff(slots.home_starts)[area]
    local = (people - slots.home_starts[area]) * slots.home_strides[area] % size
    day, rank = _day_and_rank(slots, local, size)
    return slots.home_codes[area], day, rank


def _born_away(slots: Slots, people: I64) -> tuple[I64, I64, I64]:
    slot = (people * _stride(slots.people) + slots.people // 3) % slots.people
    area = np.searchsorted(slots.away_starts, slot, side="right") - 1
    size = np.diff(slots.away_starts)[area]
    day, rank = _day_and_rank(slots, slot - slots.away_starts[area], size)
    ends, total = slots.day_ends, slots.day_ends[-1]
    before = np.where(day > 0, ends[day - 1], 0)
    natives = slots.away_home[area]
    taken = ends[day] * natives // total - before * natives // total
    return slots.away_codes[area], day, rank + taken


def identities(seed: int, slots: Slots, people: I64, women: Bools) -> tuple[I64, I64]:
    """Give each person a NIK and a birth day (days since 1970-01-01)."""
    area, day, rank = _born_here(slots, people)
    moved = happens(seed, "moved in", people, MOVED_IN)
    if moved.any():
        area[moved], day[moved], rank[moved] = _born_away(slots, people[moved])
    assert int(rank.max(initial=0)) < SERIALS, "a day of a district is full"
    born = day + slots.first_day
    return nik_of(area, born, women, rank), born


def nik_of(area: I64, born: I64, women: Bools, rank: I64) -> I64:
    """Write district, birth day, sex and running number as one NIK."""
    moment = born.astype("datetime64[D]")
    months = moment.astype("datetime64[M]").astype(np.int64)
    dom = (moment - moment.astype("datetime64[M]")).astype(np.int64) + 1 + 40 * women
    date = dom * 10_000 + (months % 12 + 1) * 100 + (months // 12 + 1970) % 100
    nik: I64 = area * 10**10 + date * 10**4 + SERIAL_FROM + rank
    return nik
