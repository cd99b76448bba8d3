"""Invented people of one chunk: who they are, where they work, what becomes of them."""

from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import (
    F64,
    I64,
    Bools,
    below,
    choose,
    cumulated,
    happens,
    uniform,
)
from naungan.engine.synthetic.employers import GOVERNMENT, NEVER, Employers
from naungan.engine.synthetic.names import name_words
from naungan.engine.synthetic.niks import Slots, identities
from naungan.engine.synthetic.places import Places
from naungan.engine.synthetic.world import World


SEGMENTS = ("PU", "BPU", "JAKON", "PMI")
PU, BPU, JAKON, PMI = range(4)
SEGMENT_WEIGHTS = [0.38, 0.55, 0.05, 0.02]
SEGMENT_SHARES = cumulated(SEGMENT_WEIGHTS)
CATEGORIES = (
    "vulnerable", "farmer", "fisher", "oil_palm", "driver", "msme", "rt_rw",
    "village_officer", "construction", "non_asn", "other",
)  # fmt: skip
BPU_CATEGORIES = cumulated(
    [0.34, 0.28, 0.03, 0.08, 0.07, 0.14, 0.02, 0.01, 0.0, 0.0, 0.03]
)
CONSTRUCTION, NON_ASN, OTHER = 8, 9, 10
WOMEN = 0.41


@dataclass(frozen=True)
class People:
    """One chunk of people, one array element each.

    `employer` indexes the chunk's Employers, -1 for none. Months are month
    indices; `died_month` and `moved_month` are NEVER for the lucky and settled.
    `born` counts days since 1970-01-01; `wage` is rupiah a month.
    """

    number: I64
    village: I64
    women: Bools
    nik: I64
    born: I64
    words: I64
    segment: I64
    category: I64
    employer: I64
    wage: I64
    works_from: I64
    died_month: I64
    moved_month: I64
    moved_to: I64


def _employer(world: World, number: I64, segment: I64, employers: Employers) -> I64:
    chosen = choose(employers.pick, uniform(world.seed, "employer", number))
    return np.where(segment == PU, chosen, -1)


def _categories(
    world: World, number: I64, segment: I64, at: I64, employers: Employers
) -> I64:
    drawn = choose(BPU_CATEGORIES, uniform(world.seed, "category", number))
    public = (at >= 0) & (employers.kind[at] == GOVERNMENT)
    drawn = np.where(segment == PU, np.where(public, NON_ASN, OTHER), drawn)
    return np.where(segment == JAKON, CONSTRUCTION, drawn)


def _wages(world: World, number: I64, segment: I64) -> I64:
    spread: F64 = sum(  # type: ignore[assignment]
        uniform(world.seed, f"wage {k}", number) for k in range(4)
    )
    typical = np.where(segment == PU, 3_000_000, 1_700_000)
    return (typical * np.exp((spread - 2) * 0.55) / 1000).astype(np.int64) * 1000


def _event(world: World, stream: str, number: I64, yearly: float) -> I64:
    """Draw in which month of the world something happens, NEVER if not."""
    months = len(world.months)
    when = world.first_month + 1 + below(world.seed, stream, number, max(1, months - 1))
    hits = happens(world.seed, f"{stream}?", number, yearly * (months - 1) / 12)
    return np.where(hits, when, NEVER)


def people_of(
    world: World, places: Places, slots: Slots, number: I64, employers: Employers
) -> People:
    """Invent the people with these numbers, all of one regency."""
    seed = world.seed
    village = places.village_of(number)
    women = happens(seed, "woman", number, WOMEN)
    nik, born = identities(seed, slots, number, women)
    segment = choose(SEGMENT_SHARES, uniform(seed, "segment", number))
    province = int(places.codes[village[0]] // 100_000_000)
    at = _employer(world, number, segment, employers)
    joins = _event(world, "starts work", number, 0.08)
    return People(
        number=number,
        village=village,
        women=women,
        nik=nik,
        born=born,
        words=name_words(seed, number, women, born, province),
        segment=segment,
        category=_categories(world, number, segment, at, employers),
        employer=at,
        wage=_wages(world, number, segment),
        works_from=np.where(joins == NEVER, 0, joins),
        died_month=_event(world, "dies", number, 0.006),
        moved_month=_event(world, "moves", number, 0.03),
        moved_to=_other_village(world, places, number, village),
    )


def _other_village(world: World, places: Places, number: I64, village: I64) -> I64:
    """Draw another village nearby: one of the next few by code."""
    step = 1 + below(world.seed, "moves to", number, 7)
    return (village + step) % len(places.codes)
