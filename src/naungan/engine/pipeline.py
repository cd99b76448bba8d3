"""The ordered named steps from files to a snapshot.

Each step is one verb over the work database; nothing is seen outside until
the last rename. Steps are imported when the run begins, so that asking for
help costs nothing.
"""

import importlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from naungan.engine import manifest, store
from naungan.engine.law_values import refuse_unanswered
from naungan.engine.work import Request, Tell, Work, silent


@dataclass(frozen=True)
class Step:
    """A named piece of the run: what users see and the function that does it.

    A step `beside` runs on a connection of its own while the next steps go on;
    its temporary tables are seen by later steps beside, not by others. A step
    begins when those named in `after` are done; the snapshot waits for all. Where the
    database lies on disk, a `large` step has it to itself: of two statements that
    each hold as much memory as they get, one may be left without any.
    """

    name: str
    label: str
    home: str
    beside: bool = False
    after: tuple[str, ...] = ()
    large: bool = False

    def function(self) -> Callable[[Work], None]:
        """Import and return the function that does this step."""
        module, _, verb = self.home.partition(":")
        found: Callable[[Work], None] = getattr(importlib.import_module(module), verb)
        return found


_LINKAGE = "naungan.engine.linkage"
_EMPLOYERS = "naungan.engine.employers.match"
# Employers need no persons, and much of their work is on tables too small for two
# cores; beside the linkage of persons it costs little time of its own.
STEPS = (
    Step("law", "Membaca hukum", "naungan.engine.manifest:register_law", beside=True),
    Step("read", "Membaca berkas", "naungan.engine.reading.read:read_inputs"),
    Step(
        "repeats",
        "Mencari berkas ganda",
        "naungan.engine.identity.source_ids:refuse_repeated",
    ),
    Step(
        "leave_out",
        "Melepas orang yang dihapus",
        "naungan.engine.identity.leaving:leave_out",
    ),
    Step(
        "employers",
        "Memadankan pemberi kerja",
        f"{_EMPLOYERS}:find_employers",
        beside=True,
    ),
    # Linkage leaves a core idle now and then; what needs no persons is written then.
    Step(
        "members", "Menulis peserta", "naungan.engine.store:write_members", beside=True
    ),
    Step("identify", "Memeriksa NIK dan nama", f"{_LINKAGE}.identify:identify"),
    Step(
        "dedupe",
        "Menyatukan baris orang yang sama",
        f"{_LINKAGE}.dedupe:dedupe",
        after=("employers",),
    ),
    Step("persons", "Memberi nomor orang", "naungan.engine.identity.persons:gather"),
    Step("placements", "Menempatkan orang", f"{_EMPLOYERS}:place_people", beside=True),
    Step(
        "people",
        "Menulis orang",
        "naungan.engine.store:write_people",
        beside=True,
        large=True,
    ),
    Step("link", "Memadankan dengan peserta", f"{_LINKAGE}.link:link"),
    Step("forget", "Melepas kunci padanan", f"{_LINKAGE}.forget:forget"),
    Step(
        "coverage",
        "Menghitung perlindungan",
        "naungan.engine.coverage:cover",
        after=("law", "employers", "placements"),
    ),
    Step(
        "changes",
        "Membandingkan dengan proses sebelumnya",
        "naungan.engine.coverage.changes:compare_with_before",
        beside=True,
        large=True,
    ),
    Step(
        "people_lists",
        "Menyusun daftar orang",
        "naungan.engine.listing:list_people",
        beside=True,
        large=True,
    ),
    Step(
        "judgements",
        "Menulis perlindungan",
        "naungan.engine.store:write_judgements",
        beside=True,
        large=True,
    ),
    Step("findings", "Mencari temuan", "naungan.engine.finding:find"),
    Step(
        "employer_lists",
        "Menyusun daftar pemberi kerja",
        "naungan.engine.listing:list_employers",
        beside=True,
        large=True,
    ),
    Step(
        "evidence",
        "Menulis temuan",
        "naungan.engine.store:write_findings",
        beside=True,
        large=True,
    ),
    Step("measures", "Menghitung ukuran", "naungan.engine.measure:measure"),
)

IN_MEMORY_UP_TO = 2**30
MEMORY_SHARE = 0.5
MEMORY_AT_LEAST = 2**30
MEMORY_PER_INPUT_BYTE = 4
"""A run takes memory in proportion to its files and leaves the rest of the machine
to others; what does not fit goes to disk. A worker's row is some 20 bytes of Parquet."""


@dataclass(frozen=True)
class Outcome:
    """Where the snapshot is, what it counts, and how long each step took.

    Steps beside others overlap them: `total` is less than the sum.
    """

    folder: Path
    number: int
    tables: dict[str, int]
    seconds: dict[str, float]


def run(request: Request, tell: Tell = silent) -> Outcome:
    """Reconcile the files of `request` and swap the new snapshot in.

    Raises `Refusal` when an input cannot be used or room runs out, and its kind
    `RunStopped` when the request's `stop` says so; the previous snapshot then stays
    as it was.
    """
    refuse_unanswered(request.month)
    with store.only_run(request.out), store.room_watched(request.out):
        scratch = Path(tempfile.mkdtemp(prefix=store.SCRATCH, dir=request.out))
        try:
            with open_database(request, scratch) as con:
                return _run(Work(con, request, scratch, tell))
        finally:
            for left in (scratch, request.out / store.BUILDING):
                shutil.rmtree(left, ignore_errors=True)


def _run(work: Work) -> Outcome:
    """Build the snapshot as long as nobody stops the run, then swap it in."""
    number = store.next_number(work.request.out)
    with work.watch.over(work.con, work.request.stop):
        tables, seconds = _build(work)
    home = store.publish(work.request.out, number)
    work.tell("Selesai", 1.0)
    return Outcome(home, number, tables, seconds)


def _build(work: Work) -> tuple[dict[str, int], dict[str, float]]:
    begun = time.perf_counter()
    folder = store.begin(work.request.out)
    seconds = _steps(work)
    work.tell("Menulis potret", len(STEPS) / (len(STEPS) + 1))
    started = time.perf_counter()
    tables = store.write_rest(work)
    store.write_json(folder, "manifest.json", manifest.describe(work, tables))
    seconds["write"] = time.perf_counter() - started
    seconds["total"] = time.perf_counter() - begun
    store.write_json(folder, "seconds.json", seconds)
    return tables, seconds


def _steps(work: Work) -> dict[str, float]:
    """Run the steps in order, those beside on a thread; return seconds of each."""
    seconds: dict[str, float] = {}
    running: dict[str, Future[None]] = {}
    with work.watch.cursor(work.con) as cursor, ThreadPoolExecutor(1) as beside:
        try:
            for place, step in enumerate(STEPS):
                work.watch.check()
                work.tell(step.label, place / (len(STEPS) + 1))
                if step.beside:
                    own = replace(work, con=cursor)
                    future = beside.submit(_timed, step, own, seconds)
                    running[step.name] = future
                    if step.large and is_on_disk(work.request):
                        future.result()
                    continue
                for name in step.after:
                    running[name].result()
                _timed(step, work, seconds)
            for future in running.values():
                future.result()
        except BaseException:
            cursor.interrupt()
            raise
    return seconds


def _timed(step: Step, work: Work, seconds: dict[str, float]) -> None:
    started = time.perf_counter()
    step.function()(work)
    seconds[step.name] = time.perf_counter() - started


def open_database(request: Request, scratch: Path) -> duckdb.DuckDBPyConnection:
    """Open the work database: in memory, or a file where the inputs are large."""
    size = size_of(request)
    place = str(scratch / "work.duckdb") if is_on_disk(request) else ":memory:"
    con = duckdb.connect(
        place,
        config={"temp_directory": str(scratch / "spill"), "threads": _cores()},
    )
    con.execute(f"SET memory_limit = '{memory_mib(size)} MiB'")
    con.execute("SET TimeZone = 'UTC'")
    if place == ":memory:":
        # Nothing is logged, but a checkpoint would pack the tables again and again.
        con.execute("SET checkpoint_threshold = '1 TiB'")
    return con


def _cores() -> int:
    return (
        len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )


def is_on_disk(request: Request) -> bool:
    """Say whether the inputs are so large that the work database is a file."""
    return size_of(request) > IN_MEMORY_UP_TO


def size_of(request: Request) -> int:
    """Add up the bytes of the large inputs, as far as they are there."""
    files = (*request.workers, *request.members, *request.employers)
    return sum(path.stat().st_size for path in files if path.exists())


def memory_mib(size: int) -> int:
    """Return how much memory the database of a run may take for so many bytes of input."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    wanted = MEMORY_AT_LEAST + MEMORY_PER_INPUT_BYTE * size
    return min(int(total * MEMORY_SHARE), wanted) // 2**20
