"""One chunk of a world: some villages of one regency, in every month."""

import functools
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.draws import I64, U64, Bools, bits, happens
from naungan.engine.synthetic.employers import Employers, employers_of
from naungan.engine.synthetic.memberships import memberships_of
from naungan.engine.synthetic.niks import Slots, lay_out
from naungan.engine.synthetic.people import PU, SEGMENT_WEIGHTS, people_of
from naungan.engine.synthetic.person_truth import person_findings
from naungan.engine.synthetic.places import Places, settle, village_codes
from naungan.engine.synthetic.rows import (
    Written,
    kinds_text,
    members_written,
    months_text,
    worker_rows,
)
from naungan.engine.synthetic.scene import Scene
from naungan.engine.synthetic.truth import (
    PARTIAL,
    coverage_truth,
    employer_sums,
    statuses,
)
from naungan.engine.synthetic.world import World
from naungan.lib.errors import InputRefused


PEOPLE_IN_CHUNK = 60_000
GONE_STAYS = 0.3


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


def spans_of(world: World, people: int | None = None) -> list[Span]:
    """Cut a world into chunks of whole villages, none across two regencies."""
    people = people or PEOPLE_IN_CHUNK
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


def scene_of(world: World, span: Span) -> Scene:
    """Invent everything that is true of one chunk."""
    places, slots = ground(world.region, world.workers, world.first_month)
    employers = regency_employers(world, span)
    number = np.arange(span.low, span.high, dtype=np.int64)
    people = people_of(world, places, slots, number, employers)
    held = memberships_of(world, people, employers, places.codes)
    scene = Scene(world, places, slots, people, employers, held)
    if world.covered_below is None:
        return scene
    left = covered_draws(scene) >= np.uint64(world.covered_below)
    fewer = people.number[covered_people(scene)[left]]
    held = memberships_of(world, people, employers, places.codes, without=fewer)
    return replace(scene, held=held)


def covered_people(scene: Scene) -> I64:
    """List who is a member in good standing in the world's first month."""
    return np.flatnonzero(statuses(scene, scene.world.first_month) >= PARTIAL)


def covered_draws(scene: Scene) -> U64:
    """Draw for each of them the number that decides who stays a member."""
    number = scene.people.number[covered_people(scene)]
    return bits(scene.world.seed, "stays covered", number)


def covered_in(world: World, span: Span) -> U64:
    """Draw the numbers of all covered people of a chunk, before any bound."""
    return covered_draws(scene_of(replace(world, covered_below=None), span))


def bounded(world: World, draws: list[U64]) -> World:
    """Bound the draws so that exactly `covered` people are members at first.

    Raises InputRefused when fewer would be members without any bound.
    """
    together = np.sort(np.concatenate(draws))
    if world.covered is None or len(together) <= world.covered:
        msg = (
            f"Hanya {len(together)} peserta rekaan, kurang dari {world.covered}; "
            "naikkan members_share."
        )
        raise InputRefused(msg)
    return replace(world, covered_below=int(together[world.covered]))


def make(world: World, span: Span) -> Chunk:
    """Invent one chunk and write its rows for every month."""
    scene = scene_of(world, span)
    lists, members = worker_rows(scene), members_written(scene)
    chunk = Chunk(span)
    for month in world.snapshots:
        _add_month(chunk, month, scene, lists, members)
    return chunk


def _add_month(
    chunk: Chunk, month: int, scene: Scene, lists: dict[str, Written], members: Written
) -> None:
    files, truths = {}, {}
    listed = np.zeros(len(scene.people.number), dtype=np.bool_)
    for name, written in lists.items():
        keep = _on_list_in(scene, written, month)
        listed[written.people[keep]] = True
        files[f"workers-{name}"] = _worker_table(scene, written, keep, month)
        truths[f"workers-{name}"] = _truth(scene, written, keep)
    there = scene.held.held_in(month)
    files["members"] = _member_table(scene, members, there, month)
    truths["members"] = _truth(scene, members, there)
    truths["coverage"] = coverage_truth(scene, listed, month)
    truths["person_findings"] = person_findings(scene, listed, month)
    chunk.files[month], chunk.truths[month] = files, truths
    chunk.sums[month] = employer_sums(scene, lists["payroll"], month)


def _on_list_in(scene: Scene, written: Written, month: int) -> Bools:
    """Say which rows stand on a list in a month: some of the dead still do."""
    people, who = scene.people, written.people
    here = people.works_from[who] <= month
    alive = people.died_month[who] > month
    kept = happens(scene.world.seed, "still listed", people.number[who], GONE_STAYS)
    listed: Bools = here & (alive | kept)
    return listed


def _worker_table(scene: Scene, written: Written, keep: Bools, month: int) -> pa.Table:
    columns, people, who = dict(written.columns), scene.people, written.people
    strayed = columns.pop("_strayed").to_numpy(zero_copy_only=False)
    moved = (people.moved_month[who] <= month) & ~strayed
    if moved.any():
        codes = scene.places.codes[people.moved_to[who[moved]]]
        columns["village_code"] = pc.replace_with_mask(
            columns["village_code"],
            pa.array(moved),
            pc.cast(pa.array(codes), pa.string()),
        )
    table = pa.table(columns)
    return table if keep.all() else table.filter(pa.array(keep))


def _truth(scene: Scene, written: Written, keep: Bools) -> pa.Table:
    rows = np.flatnonzero(keep)
    return pa.table(
        {
            "true_person": scene.people.number[written.people[rows]],
            "error_kinds": kinds_text(written.kinds[rows]),
        }
    )


def _member_table(scene: Scene, members: Written, there: Bools, month: int) -> pa.Table:
    through = scene.held.paid_through(month)
    columns = dict(members.columns)
    funder = columns.pop("funder")
    unpaid = through < scene.held.start_month
    columns["paid_through"] = months_text(through, unpaid)
    columns["status"] = pa.array(["active", "inactive"]).take(
        pa.array(scene.held.ended_in(month).astype(np.int64))
    )
    columns["funder"] = funder
    return pa.table(columns).filter(pa.array(there))
