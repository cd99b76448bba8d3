"""The whole country once: inputs, floor, then the run, step by step.

    ./naungan bench country --scratch /var/tmp/naungan-country

Prints for each step its seconds of wall and processor, the most memory the process
held in it, and the most that lay on disk, and adds them to steps.jsonl. Started again
after a kill it leaves out the inputs and the floor that are done; a run begins anew,
since what it knows lives in tables that end with it. `--reckon` only says how much disk
and time so many workers will take. It needs a machine to itself: nobody else is timed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timing import ENVIRONMENT, Measured, measure, naungan, python

from naungan.engine import pipeline
from naungan.engine.work import Request
from naungan.lib import dates
from naungan.lib.errors import Refusal


KINDS = {
    "workers": "workers-*.parquet",
    "members": "members*.parquet",
    "employers": "employers-*.parquet",
    "universe": "universe*",
}
PEAK = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")
OPEN = Path("/proc/self/fd")
EVERY_SECONDS = 2.0
UNITS = {
    "seconds": "s",
    "cpu_seconds": "cpu",
    "peak_mib": "MiB",
    "disk_mib": "MiB on disk",
}
MIB = 2**20
GIB = 2**30
PER_WORKER = {"inputs": 62, "run": 330}
"""Bytes on disk for each worker: inputs with the truth beside them while they are made;
the run as the whole country took it, its snapshot (119) among it."""
SPENT = {"inputs": 6.3, "floor": 1.7, "run": 34}
"""Processor seconds for each million, as the country took them."""


def main() -> None:
    """Make what is missing, then measure floor and run in processes of their own."""
    options = _options()
    if options.inside:
        run_inside(options)
        return
    reckon(options)
    if options.reckon:
        return
    options.scratch.mkdir(parents=True, exist_ok=True)
    log = Log(options)
    make_inputs(options, log)
    floor = None if options.no_floor else measure_floor(options, log)
    own = python(str(Path(__file__)), *sys.argv[1:], "--inside")
    if subprocess.run(own, check=False, env=ENVIRONMENT).returncode:
        raise SystemExit("The run did not end; its steps so far are in steps.jsonl.")
    run = log.done("run")
    if floor and run and not options.until:
        ratios = [run[name] / floor[name] for name in ("seconds", "cpu_seconds")]
        print("{:.1f} times the floor, {:.1f} in processor time".format(*ratios))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=150_000_000)
    parser.add_argument("--region", default="00")
    parser.add_argument("--month", default="2026-10")
    parser.add_argument("--reckon", action="store_true", help="only say what it takes")
    parser.add_argument("--no-floor", action="store_true")
    parser.add_argument("--until", metavar="STEP", help="stop the run after this step")
    parser.add_argument(
        "--limit",
        type=int,
        metavar="MIB",
        help="of the database, which is then kept on disk as the country's is",
    )
    parser.add_argument(
        "--scratch", type=Path, default=Path("/var/tmp/naungan-country")
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


class Log:
    """What was measured in a folder so far, a line of JSON each, kept over kills."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Read and add lines of the same world only."""
        self.path = options.scratch / "steps.jsonl"
        names = ("workers", "region", "month")
        self.world = {name: getattr(options, name) for name in names}

    def add(self, step: str, **told: Any) -> None:
        """Print a step and write it down at once."""
        line = {name: round(told[name], 1) for name in UNITS if name in told}
        shown = "".join(
            f"{value:>10,.0f} {UNITS[name]}" for name, value in line.items()
        )
        print(f"{step:<36}{shown}", flush=True)
        at = time.strftime("%F %T")
        with self.path.open("a", encoding="utf-8") as file:
            file.write(
                json.dumps({"step": step, **line, "at": at, **self.world}) + "\n"
            )

    def done(self, step: str) -> dict[str, Any] | None:
        """Return the newest line of a step of this world; None where it is not done."""
        lines = self.path.read_text("utf-8").splitlines() if self.path.exists() else []
        told = [json.loads(line) for line in lines]
        mine = [one for one in told if one["step"] == step and self._is_mine(one)]
        return mine[-1] if mine else None

    def _is_mine(self, line: dict[str, Any]) -> bool:
        return all(line[name] == value for name, value in self.world.items())


def reckon(options: argparse.Namespace) -> None:
    """Say what so many workers take, and refuse where the disk has less."""
    room = {name: size * options.workers for name, size in PER_WORKER.items()}
    if Log(options).done("inputs"):
        room["inputs"] = 0
    place = next(
        one for one in (options.scratch, *options.scratch.parents) if one.exists()
    )
    there = sum(_sizes(options.scratch / "out"))
    free = shutil.disk_usage(place).free + there
    spent = {name: one * options.workers / 1e6 for name, one in SPENT.items()}
    print(
        f"{options.workers:,} workers: inputs {room['inputs'] / GIB:.1f} GiB, run "
        f"{room['run'] / GIB:.1f} GiB at most (its snapshot among it), {free / GIB:.1f} "
        f"GiB free; processor seconds: "
        + ", ".join(f"{name} {value:,.0f}" for name, value in spent.items())
    )
    if free < sum(room.values()) and not options.reckon:
        raise SystemExit("That does not fit. Make room, or name another --scratch.")


def make_inputs(options: argparse.Namespace, log: Log) -> None:
    """Invent the world, chunk by chunk, unless a whole one is there."""
    world = options.scratch / "world"
    if log.done("inputs") and (world / options.month).exists():
        return
    shutil.rmtree(world, ignore_errors=True)
    made = measure(_synth(options))
    shutil.rmtree(world / "truth", ignore_errors=True)
    log.add("inputs", **_told(made), disk_mib=sum(_sizes(world)) / MIB)


def measure_floor(options: argparse.Namespace, log: Log) -> dict[str, Any] | None:
    """Measure the floor, unless it was."""
    if not log.done("floor"):
        script = str(Path(__file__).parent / "floor.py")
        out = options.scratch / "floor"
        found = measure(
            python(script, str(options.scratch / "world" / options.month), str(out))
        )
        log.add("floor", **_told(found), disk_mib=sum(_sizes(out)) / MIB)
        shutil.rmtree(out)
    return log.done("floor")


def _told(found: Measured) -> dict[str, float]:
    return {
        "seconds": found.seconds,
        "cpu_seconds": found.cpu_seconds,
        "peak_mib": found.peak_bytes / MIB,
    }


def _synth(options: argparse.Namespace) -> list[str]:
    chosen = {
        "--region": options.region,
        "--workers": str(options.workers),
        "--from": options.month,
        "--to": options.month,
        "--seed": "1",
        "--format": "parquet",
        "--members-share": "0.4",
        "--out": str(options.scratch / "world"),
    }
    return naungan("synth", *(word for pair in chosen.items() for word in pair))


class StoppedError(Exception):
    """The last step that was asked for is done."""


@dataclass
class Phases:
    """What each step took and held, told as the run goes from step to step."""

    disk: "Disk"
    log: Log
    last: str | None
    name: str = ""
    highest_mib: float = 0
    wall: float = field(default_factory=time.perf_counter)
    spent: float = field(default_factory=time.process_time)

    def tell(self, label: str, _fraction: float | None) -> None:
        """Close the step before and begin one; steps beside share its time."""
        if self.name:
            peak = _peak_mib()
            self.highest_mib = max(self.highest_mib, peak)
            self.log.add(
                self.name,
                seconds=time.perf_counter() - self.wall,
                cpu_seconds=time.process_time() - self.spent,
                peak_mib=peak,
                disk_mib=self.disk.step_mib(),
            )
        if self.name and self.name == self.last:
            raise StoppedError
        PEAK.write_text("5")
        self.name = label
        self.wall, self.spent = time.perf_counter(), time.process_time()


class Disk:
    """The most that lay in the folder of a run, looked at every few seconds."""

    def __init__(self, folder: Path) -> None:
        """Begin to look."""
        self.folder, self.most, self.of_step = folder, 0, 0
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            self._see()
            time.sleep(EVERY_SECONDS)

    def _see(self) -> None:
        size = sum(_sizes(self.folder)) + sum(_unlinked())
        self.most, self.of_step = max(self.most, size), max(self.of_step, size)

    def step_mib(self) -> float:
        """Return the most since this was asked last, in MiB."""
        self._see()
        most, self.of_step = self.of_step, 0
        return most / MIB


def _sizes(folder: Path) -> Iterator[int]:
    """Give the bytes on disk of each file of a folder."""
    for path in folder.rglob("*"):
        try:
            yield path.lstat().st_blocks * 512
        except OSError:  # gone while we looked
            continue


def _unlinked() -> Iterator[int]:
    """Give the bytes of open files that no folder names any more, such as pairs put aside."""
    for path in OPEN.iterdir():
        try:
            found = path.stat()
        except OSError:
            continue
        if found.st_nlink == 0:
            yield found.st_blocks * 512


def _peak_mib() -> float:
    lines = STATUS.read_text().splitlines()
    return int(next(line.split()[1] for line in lines if "VmHWM" in line)) / 1024


def _request(options: argparse.Namespace) -> Request:
    month = options.scratch / "world" / options.month
    files = {kind: tuple(sorted(month.glob(some))) for kind, some in KINDS.items()}
    judged = dates.parse_month(options.month)
    if judged is None:
        raise SystemExit(f"{options.month} is no month")
    return Request(month=judged, out=options.scratch / "out", **files)


def run_inside(options: argparse.Namespace) -> None:
    """Run the pipeline in this process and print its steps."""
    request = _request(options)
    out = request.out
    shutil.rmtree(out, ignore_errors=True)
    limit = options.limit or pipeline.memory_mib(pipeline.size_of(request))
    pipeline.memory_mib = lambda _size: limit
    if options.limit:
        pipeline.IN_MEMORY_UP_TO = 0
    print(f"the database's limit: {limit} MiB; {os.cpu_count()} cores")
    disk, log = Disk(out), Log(options)
    last = {step.name: step.label for step in pipeline.STEPS}.get(options.until)
    phases = Phases(disk, log, last)
    started = time.perf_counter()
    try:
        pipeline.run(request, phases.tell)
    except StoppedError:
        print(f"stopped after {options.until}", flush=True)
        os._exit(0)
    except Refusal as refusal:
        print(f"in {phases.name}: {refusal}", flush=True)
        os._exit(1)
    log.add(
        "run",
        seconds=time.perf_counter() - started,
        cpu_seconds=time.process_time(),
        peak_mib=phases.highest_mib,
        disk_mib=disk.most / MIB,
    )
    log.add("snapshot", disk_mib=sum(_sizes(out)) / MIB)
    sys.stdout.flush()
    os._exit(0)  # or the database tells at length what the looking thread keeps


if __name__ == "__main__":
    main()
