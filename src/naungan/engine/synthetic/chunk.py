"""One chunk of a world: some villages of one regency, in every month."""

import functools
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import I64, Bools, happens
from naungan.engine.synthetic.employers import NEVER, Employers, employers_of
from naungan.engine.synthetic.memberships import Memberships, memberships_of
from naungan.engine.synthetic.niks import Slots, lay_out
from naungan.engine.synthetic.people import PU, SEGMENT_WEIGHTS, People, people_of
from naungan.engine.synthetic.places import Places, settle, village_codes
from naungan.engine.synthetic.rows import (
    GONE_STAYS,
    Written,
    kinds_text,
    members_written,
    months_text,
    worker_rows,
)
from naungan.engine.synthetic.truth import coverage_truth, employer_sums
from naungan.engine.synthetic.world import World
from naungan.lib import dates


PEOPLE_IN_CHUNK = 150_000
STILL_LISTED = 3


@dataclass(frozen=True)
class Span:
    """The people of a chunk, `low` up to `high`, within those of its regency."""

    order: int
    regency: int
    first: int
    last: int
    low: int
    high: int


@dataclass
class Chunk:
    """What one chunk adds to every file of every month.

    `files[month][stem]` are rows; `truths[month][name]` are truth rows of the
    same length and order for rows, or of their own for coverage. `sums[month]`
    counts per employer of the regency.
    """

    span: Span
    files: dict[int, dict[str, pa.Table]] = field(default_factory=dict)
    truths: dict[int, dict[str, pa.Table]] = field(default_factory=dict)
    sums: dict[int, dict[str, I64]] = field(default_factory=dict)


@functools.lru_cache(maxsize=2)
def ground(region: str, workers: int, first_month: int) -> tuple[Places, Slots]:
    """Prepare what all chunks of a world share."""
    places = settle(village_codes(region), workers)
    return places, lay_out(places, first_month)


def spans_of(world: World, people: int = PEOPLE_IN_CHUNK) -> list[Span]:
    """Cut a world into chunks of whole villages, none across two regencies."""
    places, _ = ground(world.region, world.workers, world.first_month)
    regencies, firsts = np.unique(places.codes // 1_000_000, return_index=True)
    edges = np.append(firsts, len(places.codes))
    spans = []
    for order, regency in enumerate(regencies.tolist()):
        starts = places.starts[edges[order] : edges[order + 1] + 1]
        first, last = int(starts[0]), int(starts[-1])
        low = first
        while low < last:
            end = int(np.searchsorted(starts, low + people, side="right")) - 1
            after = int(np.searchsorted(starts, low, side="right"))
            high = int(starts[max(end, after)])
            spans.append(Span(order, regency, first, last, low, high))
            low = high
    return spans


def regency_employers(world: World, span: Span) -> Employers:
    """Invent the employers of the regency a chunk lies in."""
    places, _ = ground(world.region, world.workers, world.first_month)
    paid = (span.last - span.first) * SEGMENT_WEIGHTS[PU]
    return employers_of(world, places, span.order, span.first, span.last, paid)


def make(world: World, span: Span) -> Chunk:
    """Invent everything about one chunk."""
    places, slots = ground(world.region, world.workers, world.first_month)
    employers = regency_employers(world, span)
    number = np.arange(span.low, span.high, dtype=np.int64)
    people = people_of(world, places, slots, number, employers)
    held = memberships_of(world, people, employers, places.codes)
    lists = worker_rows(world, places, slots, people, employers)
    members = members_written(world, places, slots, people, employers, held)
    chunk = Chunk(span)
    for month in world.months:
        _add_month(world, chunk, month, places, people, employers, held, lists, members)
    return chunk


def _add_month(
    world: World,
    chunk: Chunk,
    month: int,
    places: Places,
    people: People,
    employers: Employers,
    held: Memberships,
    lists: dict[str, Written],
    members: Written,
) -> None:
    files, truths = {}, {}
    on_any = np.zeros(len(people.number), dtype=bool)
    for name, written in lists.items():
        keep = _listed(world, people, written, month)
        on_any[written.people[keep]] = True
        files[f"workers-{name}"] = _worker_table(places, people, written, keep, month)
        truths[f"workers-{name}"] = _truth(people, written, keep)
    there = held.held_in(month)
    files["members"] = _member_table(members, held, there, month)
    truths["members"] = _truth(people, members, there)
    truths["coverage"] = coverage_truth(people, employers, held, on_any, month)
    chunk.files[month], chunk.truths[month] = files, truths
    chunk.sums[month] = employer_sums(people, employers, held, lists, month)


def _listed(world: World, people: People, written: Written, month: int) -> Bools:
    """Say which rows stand on a list in a month: some of the dead still do."""
    who = written.people
    here = people.works_from[who] <= month
    gone = people.died_month[who] <= month
    kept = happens(world.seed, "still listed", people.number[who], GONE_STAYS)
    return here & (~gone | kept)


def _worker_table(
    places: Places, people: People, written: Written, keep: Bools, month: int
) -> pa.Table:
    columns = dict(written.columns)
    wrong = columns.pop("village_wrong").to_numpy(zero_copy_only=False)
    who = written.people
    moved = (people.moved_month[who] <= month) & ~wrong
    if moved.any():
        codes = [str(c) for c in places.codes[people.moved_to[who[moved]]].tolist()]
        columns["village_code"] = pa.compute.replace_with_mask(
            columns["village_code"], pa.array(moved), pa.array(codes)
        )
    table = pa.table(columns)
    return table if keep.all() else table.filter(pa.array(keep))


def _truth(people: People, written: Written, keep: Bools) -> pa.Table:
    rows = np.flatnonzero(keep)
    return pa.table(
        {
            "true_person": people.number[written.people[rows]],
            "error_kinds": kinds_text(written.kinds[rows]),
        }
    )


def _member_table(
    members: Written, held: Memberships, there: Bools, month: int
) -> pa.Table:
    through = held.paid_through(month)
    ended = (held.stops_month < NEVER) & (held.stops_month + STILL_LISTED <= month)
    columns = dict(members.columns)
    funder = columns.pop("funder")
    columns["paid_through"] = months_text(through)
    columns["status"] = pa.array(["active", "inactive"]).take(
        pa.array(ended.astype(np.int64))
    )
    columns["funder"] = funder
    return pa.table(columns).filter(pa.array(there))


def month_folder(month: int) -> str:
    """Name the folder of a month."""
    return dates.month_text(month)
