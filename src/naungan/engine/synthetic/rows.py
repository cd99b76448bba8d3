"""The rows of one chunk as they stand in the files, and the truth beside them."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.draws import I64, Bools, happens
from naungan.engine.synthetic.employers import Employers, nib_of, npp_of
from naungan.engine.synthetic.memberships import FUNDERS, Memberships, kpj_of
from naungan.engine.synthetic.misspelling import write_names
from naungan.engine.synthetic.mistakes import (
    BIT,
    KINDS,
    MEMBERS_SHARE,
    MISSING,
    Cells,
    birth_mistakes,
    nik_mistakes,
    other_mistakes,
    rates_for,
)
from naungan.engine.synthetic.niks import Slots, identities
from naungan.engine.synthetic.people import (
    BPU,
    CATEGORIES,
    JAKON,
    PU,
    SEGMENTS,
    People,
)
from naungan.engine.synthetic.places import Places
from naungan.engine.synthetic.world import World
from naungan.lib import dates, programmes


LISTS = ("village", "payroll", "profession")
VILLAGE, PAYROLL, PROFESSION = range(3)
PAST_MEMBER_KEYS = 16
GONE_STAYS = 0.3


@dataclass(frozen=True)
class Written:
    """Rows of one kind of file, with what is known about them.

    `people` indexes the chunk; `kinds` holds mistake bits. `columns` are the
    cells that stay the same from month to month.
    """

    people: I64
    kinds: I64
    columns: dict[str, pa.Array]


def kinds_text(kinds: I64) -> pa.Array:
    """Write mistake bits as `nik_missing+name_typo`."""
    distinct, place = np.unique(kinds, return_inverse=True)
    texts = ["+".join(k for k in KINDS if bits & BIT[k]) for bits in distinct.tolist()]
    return pa.array(texts, pa.string()).take(pa.array(place))


def _numbers(values: I64) -> pa.Array:
    """Write numbers as text, MISSING as an empty cell."""
    return pc.cast(pa.array(values, mask=values == MISSING), pa.string())


def _labels(labels: tuple[str, ...], index: I64) -> pa.Array:
    return pa.array(labels).take(pa.array(index, mask=index < 0))


def _partners(world: World, slots: Slots, people: People, rows: I64) -> I64:
    """Find the NIK of the household's other adult: the neighbour by number."""
    other = np.minimum(people.number[rows] ^ 1, slots.people - 1)
    women = happens(world.seed, "woman", other, 0.41)
    return identities(world.seed, slots, other, women)[0]


def identity_columns(
    world: World,
    slots: Slots,
    people: People,
    rows: I64,
    key: I64,
    rates: dict[str, float],
    villages: int,
) -> tuple[Cells, dict[str, pa.Array]]:
    """Write who a row is about, with mistakes: the cells and their columns."""
    cells = Cells(
        key=key,
        person=rows,
        nik=people.nik[rows],
        born=people.born[rows],
        born_known=np.full(len(rows), 2),
        women=people.women[rows],
        village=people.village[rows],
        kinds=np.zeros(len(rows), dtype=np.int64),
    )
    other = _partners(world, slots, people, rows)
    cells = nik_mistakes(world.seed, cells, rates, other)
    cells = birth_mistakes(world.seed, cells, rates)
    cells = other_mistakes(world.seed, cells, rates, villages)
    names, kinds = write_names(world.seed, cells, people.words[rows], rates)
    days = cells.born.astype("datetime64[D]")
    columns = {
        "nik": _numbers(cells.nik),
        "name": names,
        "birth_date": pa.array(days, mask=cells.born_known < 2),
        "sex": _labels(("M", "F"), cells.women.astype(np.int64)),
    }
    kept = Cells(**{**cells.__dict__, "kinds": kinds})
    return kept, columns


def _on_list(
    world: World, people: People, employers: Employers
) -> list[tuple[int, Bools]]:
    """Say for each list who is on it."""
    seed, number, segment = world.seed, people.number, people.segment
    paid = segment == PU
    village = np.where(paid, 0.36, np.where(segment == BPU, 0.76, 0.40))
    payroll = np.where(paid & employers.sends_payroll[people.employer], 0.97, 0.0)
    trade = np.where(segment == BPU, 0.26, np.where(segment == JAKON, 0.35, 0.03))
    return [
        (kind, happens(seed, f"on {LISTS[kind]}", number, rate))
        for kind, rate in ((VILLAGE, village), (PAYROLL, payroll), (PROFESSION, trade))
    ]


def worker_rows(
    world: World, places: Places, slots: Slots, people: People, employers: Employers
) -> dict[str, Written]:
    """Write the worker lists of a chunk."""
    rates = rates_for(world.rates)
    return {
        LISTS[kind]: _one_list(
            world, places, slots, people, employers, kind, who, rates
        )
        for kind, who in _on_list(world, people, employers)
    }


def _one_list(
    world: World,
    places: Places,
    slots: Slots,
    people: People,
    employers: Employers,
    kind: int,
    who: Bools,
    rates: dict[str, float],
) -> Written:
    rows = np.flatnonzero(who)
    key = people.number[rows] * 8 + kind * 2
    again = happens(world.seed, "repeated", key, rates["repeated"])
    rows, key = (
        np.concatenate([rows, rows[again]]),
        np.concatenate([key, key[again] + 1]),
    )
    order = np.argsort(key, kind="stable")
    rows, key = rows[order], key[order]
    cells, columns = identity_columns(
        world, slots, people, rows, key, rates, len(places.codes)
    )
    kinds = cells.kinds | np.where(key % 2 == 1, BIT["repeated"], 0)
    at = people.employer[rows] if kind == PAYROLL else np.full(len(rows), -1)
    lost = happens(world.seed, "employer_missing", key, rates["employer_missing"])
    lost &= at >= 0
    kinds |= np.where(lost, BIT["employer_missing"], 0)
    wrong = (cells.village == MISSING) | (cells.village != people.village[rows])
    codes = np.where(cells.village == MISSING, MISSING, places.codes[cells.village])
    wage = people.wage[rows]
    columns = {
        "source": pa.array([LISTS[kind]]).take(pa.array(np.zeros(len(rows), np.int64))),
        **columns,
        "village_code": _numbers(codes),
        "employer_ref": _employer_refs(employers, np.where(lost, -1, at)),
        "wage": pa.array(wage, mask=np.full(len(rows), kind == VILLAGE)),
        "segment": _labels(SEGMENTS, people.segment[rows]),
        "category": _labels(CATEGORIES, people.category[rows]),
        "village_wrong": pa.array(wrong),
    }
    return Written(rows, kinds, columns)


def _employer_refs(employers: Employers, at: I64) -> pa.Array:
    """Name employers by NIB where the permit office knows them, else by NPP."""
    nib = _numbers(nib_of(employers.number))
    npp = pa.array(npp_of(employers.number))
    known = pc.if_else(pa.array(employers.in_oss), nib, npp)
    return known.take(pa.array(at, mask=at < 0))


def members_written(
    world: World,
    places: Places,
    slots: Slots,
    people: People,
    employers: Employers,
    held: Memberships,
) -> Written:
    """Write what stays the same of a chunk's memberships."""
    rates = rates_for(world.rates, MEMBERS_SHARE)
    rates["repeated"] = 0.0
    rows = held.person
    number = people.number[rows]
    key = number * 8 + 6 + (held.kind == 2)
    cells, columns = identity_columns(
        world, slots, people, rows, key, rates, len(places.codes)
    )
    ignored = BIT["village_moved"] | BIT["village_missing"]
    npp = pa.array(npp_of(employers.number))
    sets = [programmes.text_of(mask) for mask in range(programmes.ALL + 1)]
    columns = {
        "kpj": _numbers(kpj_of(number, held.kind)),
        **columns,
        "npp": npp.take(pa.array(held.employer, mask=held.employer < 0)),
        "segment": _labels(SEGMENTS, held.segment),
        "programmes": _labels(tuple(sets), held.programmes),
        "reported_wage": pa.array(held.reported_wage),
        "start_month": months_text(held.start_month),
        "funder": _labels(FUNDERS, held.funder),
    }
    return Written(rows, cells.kinds & ~ignored, columns)


def months_text(months: I64) -> pa.Array:
    """Write month indices as `2026-04`."""
    low = int(months.min(initial=0))
    high = int(months.max(initial=0))
    low = max(low, high - 1200)
    texts = [dates.month_text(month) for month in range(low, high + 1)]
    return pa.array(texts).take(pa.array(np.maximum(months, low) - low))
