"""Who is a participant, since when, paid by whom and paid up to when.

A person may hold up to three memberships: one from work or own will, one from
the village scheme, and an older or second one.
"""

from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import (
    I64,
    Bools,
    below,
    bits,
    choose,
    cumulated,
    happens,
    uniform,
)
from naungan.engine.synthetic.duties import duties_in
from naungan.engine.synthetic.employers import (
    GOVERNMENT,
    NEVER,
    USUAL_SHARE,
    Employers,
)
from naungan.engine.synthetic.people import BPU, PU, People
from naungan.engine.synthetic.world import World
from naungan.lib import programmes


FUNDERS = (
    "self", "employer", "apbn", "apbd", "dbh_sawit", "dbhcht", "village", "csr",
    "baznas", "unknown",
)  # fmt: skip
EMPLOYER, VILLAGE = 1, 6
BPU_FUNDERS = cumulated([0.52, 0.0, 0.02, 0.27, 0.07, 0.03, 0.03, 0.04, 0.01, 0.01])
MAIN, SCHEME, OTHER = range(3)
KPJ_FIRST, KPJ_STEP, KPJ_SPAN = 99_000_000_000, 618_033_989, 1_000_000_000
TWO = programmes.mask_of("JKK+JKM") or 0
THREE = programmes.mask_of("JKK+JKM+JHT") or 0
ALL = programmes.ALL
BY_SCALE = np.array([TWO, THREE, ALL, ALL])
FULLY, PARTLY = 0.96, 0.55
BPU_SHARE, OTHER_SHARE = 0.20, 0.40
DESA_FROM = 2000
UNPAID_BEFORE_ENDED = 5
PAYS_AFTER = 1
SCHEME_DELAYS = cumulated([0.55, 0.2, 0.1, 0.05, 0.10])


@dataclass(frozen=True)
class Memberships:
    """Memberships of one chunk, one element each, by person and then kind.

    `person` and `employer` index the chunk's tables (-1: no employer).
    Paid from `start_month`; nothing is paid from `stops_month` on; payments
    run `lag` months behind (one is usual where an employer pays).
    """

    person: I64
    kind: I64
    employer: I64
    segment: I64
    programmes: I64
    reported_wage: I64
    start_month: I64
    stops_month: I64
    lag: I64
    funder: I64

    def held_in(self, month: int) -> Bools:
        """Say which memberships exist in a month's extract."""
        return self.start_month <= month

    def paid_through(self, month: int) -> I64:
        """Give the last paid month as known in a month's extract.

        Before `start_month` it means that nothing has been paid yet.
        """
        return np.minimum(month - self.lag, self.stops_month - 1)

    def ended_in(self, month: int) -> Bools:
        """Say which memberships are written off as ended in a month."""
        known_after = np.where(self.employer >= 0, 0, UNPAID_BEFORE_ENDED)
        ended: Bools = self.stops_month + known_after <= month
        return ended


def usual_programmes(employers: Employers, at: I64) -> I64:
    """Give the programmes that honest employers of a size and kind pay, as bits."""
    public = employers.kind[at] == GOVERNMENT
    return np.where(public, TWO, BY_SCALE[employers.scale[at]])


def _work_main(world: World, people: People, employers: Employers) -> Memberships:
    """Let wage workers be registered by employers, others join by themselves."""
    seed, number = world.seed, people.number
    at = people.employer
    hired = at >= 0
    share = np.where(employers.partial_workers[at], PARTLY, FULLY)
    registered = employers.registered_ever[at]
    own = np.where(people.segment == BPU, BPU_SHARE, OTHER_SHARE)
    own = np.minimum(0.95, own * world.members_share / USUAL_SHARE)
    rate = np.where(hired, share * registered, own)
    who = np.flatnonzero(happens(seed, "member", number, rate))
    at, number, hired = at[who], number[who], hired[who]
    start = world.first_month - 1 - below(seed, "member since", number, 72)
    joins = happens(seed, "joins", number, 0.05 * (len(world.months) > 1))
    later = world.first_month + below(seed, "joins in", number, len(world.months))
    start = np.where(joins, later, start)
    since = np.where(hired, employers.registered_month[at], 0)
    usual = usual_programmes(employers, at)
    fewer = np.where(employers.missing_programmes[at], TWO, usual)
    saves = np.where(happens(seed, "saves", number, 0.18), THREE, TWO)
    shaved = np.where(employers.underreported[at], 0.62, 1.0)
    funder = choose(BPU_FUNDERS, uniform(seed, "funder", number))
    return Memberships(
        person=who,
        kind=np.full(len(who), MAIN),
        employer=at,
        segment=people.segment[who],
        programmes=np.where(hired, fewer, saves),
        reported_wage=np.where(hired, people.wage[who] * shaved, 1_000_000).astype(
            np.int64
        ),
        start_month=np.maximum(np.maximum(start, since), people.works_from[who]),
        stops_month=_stops(world, people, who, hired),
        lag=np.where(hired, PAYS_AFTER + employers.lag[at], 0),
        funder=np.where(hired, EMPLOYER, funder),
    )


def _stops(world: World, people: People, who: I64, hired: Bools) -> I64:
    """Draw from which month a membership is no longer paid."""
    seed, number = world.seed, people.number[who]
    months = len(world.months)
    long_ago = happens(seed, "stopped", number, np.where(hired, 0.06, 0.17))
    before = world.first_month - 1 - below(seed, "stopped ago", number, 24)
    soon = happens(seed, "stops", number, np.where(hired, 0.004, 0.012) * (months - 1))
    later = world.first_month + 1 + below(seed, "stops in", number, max(1, months - 1))
    stop = np.where(long_ago, before, np.where(soon, later, NEVER))
    return np.minimum(stop, people.died_month[who])


def _villages_enrol(world: World, village_codes: I64) -> I64:
    """Draw in which month each desa enrols its list: some never, kelurahan not."""
    delay = choose(SCHEME_DELAYS, uniform(world.seed, "enrols", village_codes))
    never = (delay == len(SCHEME_DELAYS) - 1) | (village_codes % 10_000 < DESA_FROM)
    return np.where(never, NEVER, world.scheme_from + delay)


def _scheme(world: World, people: People, codes: I64, main: Memberships) -> Memberships:
    """Enrol up to the scheme's places in each village, by lot, from its month on."""
    number = people.number
    duties = duties_in(max(world.scheme_from, world.first_month))
    age = ((world.scheme_from - 1970 * 12) * 30.4375 - people.born) / 365.25
    able = (age >= duties.vulnerable_from) & (age < duties.vulnerable_below)
    free = able & (people.segment == BPU)
    free[main.person] &= happens(world.seed, "again", number[main.person], 0.02)
    who = np.flatnonzero(free)
    lot = bits(world.seed, "lot", number[who])
    order = np.lexsort((lot, people.village[who]))
    village = people.village[who][order]
    place = np.arange(len(who)) - np.searchsorted(village, village, side="left")
    who = np.sort(who[order][place < world.scheme_places])
    start = _villages_enrol(world, codes[people.village[who]])
    who, start = who[start <= world.last_month], start[start <= world.last_month]
    count = len(who)
    return Memberships(
        person=who,
        kind=np.full(count, SCHEME),
        employer=np.full(count, -1),
        segment=np.full(count, BPU),
        programmes=np.full(count, TWO),
        reported_wage=np.full(count, 1_000_000),
        start_month=np.maximum(start, people.works_from[who]),
        stops_month=people.died_month[who],
        lag=np.zeros(count, dtype=np.int64),
        funder=np.full(count, VILLAGE),
    )


def _other(
    world: World, people: People, employers: Employers, main: Memberships
) -> Memberships:
    """Give some participants an older ended job, others a second membership."""
    seed = world.seed
    number = people.number[main.person]
    old = happens(seed, "older", number, 0.045)
    second = happens(seed, "second", number, 0.02) & ~old
    keep = np.flatnonzero(old | second)
    who, number, ended = main.person[keep], number[keep], old[keep]
    at = choose(employers.pick, uniform(seed, "older employer", number))
    ended &= employers.registered_month[at] < world.first_month - 30
    start = world.first_month - 30 - below(seed, "older since", number, 60)
    recent = main.start_month[keep]
    return Memberships(
        person=who,
        kind=np.full(len(who), OTHER),
        employer=np.where(ended, at, -1),
        segment=np.where(ended, PU, BPU),
        programmes=np.where(ended, usual_programmes(employers, at), TWO),
        reported_wage=np.where(ended, people.wage[who] * 8 // 10, 1_000_000),
        start_month=np.where(ended, start, recent),
        stops_month=np.where(ended, start + 12, people.died_month[who]),
        lag=np.zeros(len(who), dtype=np.int64),
        funder=np.where(ended, EMPLOYER, 0),
    )


def memberships_of(
    world: World,
    people: People,
    employers: Employers,
    codes: I64,
    without: I64 | None = None,
) -> Memberships:
    """Invent all memberships of a chunk, ordered by person and kind.

    The people numbered in `without` never joined by work or own will.
    """
    main = _work_main(world, people, employers)
    if without is not None:
        kept = ~np.isin(people.number[main.person], without)
        main = _only(main, kept)
    parts = [
        main,
        _scheme(world, people, codes, main),
        _other(world, people, employers, main),
    ]
    joined = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in Memberships.__dataclass_fields__
    }
    order = np.lexsort((joined["kind"], joined["person"]))
    return Memberships(**{name: column[order] for name, column in joined.items()})


def _only(held: Memberships, kept: Bools) -> Memberships:
    names = Memberships.__dataclass_fields__
    return Memberships(**{name: getattr(held, name)[kept] for name in names})


def kpj_of(person_number: I64, kind: I64) -> I64:
    """Write an invented participation number of 11 digits (99 in front)."""
    return KPJ_FIRST + (person_number * 3 + kind) * KPJ_STEP % KPJ_SPAN
