"""Write a whole world to a folder: chunks made side by side, files in order.

Each chunk becomes one row group of each file, so memory stays bounded by a few
chunks however large the world is.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from naungan.engine.synthetic.chunk import (
    Chunk,
    Span,
    bounded,
    covered_in,
    make,
    regency_employers,
    spans_of,
)
from naungan.engine.synthetic.draws import I64
from naungan.engine.synthetic.employer_rows import (
    contribution_rows,
    finding_truth,
    oss_rows,
    registered_rows,
)
from naungan.engine.synthetic.shelf import TRUTH, Shelf, check_form
from naungan.engine.synthetic.truth import COVERED
from naungan.engine.synthetic.world import World
from naungan.engine.work import Tell, silent
from naungan.lib import dates


ALONE_BELOW = 3
AHEAD = 2
T = TypeVar("T")


class Crew:
    """The processes that make chunks; none beside our own for small worlds."""

    def __init__(self, spans: list[Span], processes: int) -> None:
        """Start the processes a world of so many chunks is worth."""
        self._spans, self._processes = spans, processes
        self._pool: ProcessPoolExecutor | None = None
        if processes > 1 and len(spans) >= ALONE_BELOW:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(processes, mp_context=context)

    def __enter__(self) -> "Crew":
        """Be ready."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send the processes home, and forget what nobody waits for any more."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(self, work: Callable[[World, Span], T], world: World) -> Iterator[T]:
        """Do a piece of work for every chunk in order, a few ahead of the taker."""
        if self._pool is None:
            yield from (work(world, span) for span in self._spans)
            return
        waiting: deque[Future[T]] = deque()
        for span in self._spans:
            waiting.append(self._pool.submit(work, world, span))
            if len(waiting) > self._processes + AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _labelled(table: pa.Table, **first: str) -> pa.Table:
    """Put constant columns before the others."""
    for place, (name, value) in enumerate(first.items()):
        constant = pa.repeat(pa.scalar(value), len(table))
        table = table.add_column(place, name, constant)
    return table


def _numbered(table: pa.Table, before: int) -> pa.Table:
    rows = pa.array(np.arange(before + 1, before + len(table) + 1, dtype=np.int32))
    return table.add_column(2, "row", rows)


def _write_rows(
    shelf: Shelf, month: str, stem: str, table: pa.Table, truth: pa.Table, name: str
) -> None:
    """Append rows to a file of a month and their truth to the truth table."""
    for part, rows in shelf.parts(table):
        file = shelf.file_of(stem, part)
        some, true = (
            (table, truth) if rows is None else (table.take(rows), truth.take(rows))
        )
        before = shelf.add(f"{month}/{file}", some)
        told = _numbered(_labelled(true, month=month, file=file), before)
        if name == "member_rows":
            told = told.add_column(3, "kpj", some.column("kpj"))
        shelf.add(f"{TRUTH}/{name}.parquet", told)


def _write_chunk(shelf: Shelf, chunk: Chunk) -> None:
    for number, files in chunk.files.items():
        month = dates.month_text(number)
        truths = chunk.truths[number]
        for stem, table in files.items():
            name = "member_rows" if stem == "members" else "worker_rows"
            _write_rows(shelf, month, stem, table, truths[stem], name)
        for name in ("coverage", "person_findings"):
            shelf.add(f"{TRUTH}/{name}.parquet", _labelled(truths[name], month=month))


def _write_regency(
    world: World, shelf: Shelf, span: Span, sums: dict[int, dict[str, I64]]
) -> None:
    """Write what is known of a regency's employers once all its people are made."""
    employers = regency_employers(world, span)
    for number, counted in sums.items():
        month = dates.month_text(number)
        oss, oss_truth = oss_rows(world, employers, counted["workers"])
        _write_rows(shelf, month, "employers-oss", oss, oss_truth, "employer_rows")
        known, told = registered_rows(world, employers, counted["members"], number)
        _write_rows(shelf, month, "employers-bpjs", known, told, "employer_rows")
        paid = contribution_rows(employers, counted["billed"], number)
        shelf.add(f"{month}/{shelf.file_of('contributions', None)}", paid)
        found = finding_truth(employers, counted, number)
        shelf.add(f"{TRUTH}/employer_findings.parquet", _labelled(found, month=month))


def _add_sums(
    total: dict[int, dict[str, I64]], more: dict[int, dict[str, I64]]
) -> dict[int, dict[str, I64]]:
    if not total:
        return more
    return {
        month: {name: total[month][name] + count for name, count in counted.items()}
        for month, counted in more.items()
    }


def _universe(world: World, spans: list[Span], month: int) -> str:
    """Write the official number of workers of region and regencies, as CSV."""
    sizes = {s.regency: s.last - s.first for s in spans}
    codes = {f"{r // 100}.{r % 100:02d}": n for r, n in sizes.items()}
    codes = {world.region: world.workers, **codes}
    year = month // 12
    lines = [f"{code},{year},{count},{world.universe}" for code, count in codes.items()]
    return "\n".join(["region_code,year,workers,source", *lines]) + "\n"


def _write_chunks(
    world: World, shelf: Shelf, made: Iterator[Chunk], count: int, tell: Tell
) -> None:
    sums: dict[int, dict[str, I64]] = {}
    for done, chunk in enumerate(made, start=1):
        _write_chunk(shelf, chunk)
        sums = _add_sums(sums, chunk.sums)
        if chunk.span.high == chunk.span.last:
            _write_regency(world, shelf, chunk.span, sums)
            sums = {}
        tell("Menulis penduduk rekaan", done / count)


def write_world(
    world: World,
    out: Path,
    *,
    form: str = "parquet",
    processes: int = 1,
    tell: Tell = silent,
) -> dict[str, int]:
    """Invent a world and write its files and truth below `out`: rows per file.

    `form` is one of FORMS. The number of processes changes nothing but the time.
    """
    check_form(form, world.workers)
    spans = spans_of(world)
    shelf = Shelf(out, form, world.seed)
    with Crew(spans, processes) as crew:
        if world.covered is not None:
            world = bounded(world, list(crew.each(covered_in, world)))
        _write_chunks(world, shelf, crew.each(make, world), len(spans), tell)
    shelf.close()
    for month in world.snapshots:
        text = _universe(world, spans, month)
        target = out / dates.month_text(month) / "universe.csv"
        target.write_text(text, encoding="utf-8")
    return dict(sorted(shelf.rows.items()))


def truly_covered(out: Path) -> dict[str, int]:
    """Count the people truly covered in every written month of a world on disk."""
    told = pq.read_table(out / TRUTH / "coverage.parquet", columns=["month", "status"])
    good = pc.is_in(told.column("status"), pa.array(COVERED))
    months = pc.value_counts(told.filter(good).column("month")).to_pylist()
    return {found["values"]: found["counts"] for found in months}
