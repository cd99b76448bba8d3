"""The whole country once: the floor, then the run, step by step.

    ./naungan bench country --scratch /var/tmp/naungan-country

Makes the invented world where it is not there yet, and prints for each step its
seconds of wall and processor and the most memory the process held in it, beside
the limit that the run gave its database; then what lay on disk at most. It needs
a machine to itself: nobody else is timed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from timing import ENVIRONMENT, measure, naungan, python

from naungan.engine import pipeline
from naungan.engine.work import Request
from naungan.lib import dates


KINDS = {
    "workers": "workers-*.parquet",
    "members": "members*.parquet",
    "employers": "employers-*.parquet",
    "universe": "universe*",
}
PEAK = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")
EVERY_SECONDS = 5.0


def main() -> None:
    """Make what is missing, then measure floor and run in processes of their own."""
    options = _options()
    if options.inside:
        run_inside(options)
        return
    month = options.scratch / "world" / options.month
    if not month.exists():
        subprocess.run(_synth(options), check=True)
        shutil.rmtree(options.scratch / "world" / "truth", ignore_errors=True)
    floor = None
    if not options.no_floor:
        script = str(Path(__file__).parent / "floor.py")
        out = options.scratch / "floor"
        floor = measure(python(script, str(month), str(out)))
        shutil.rmtree(out)
        print(f"floor {floor.seconds:.0f} s, {floor.cpu_seconds:.0f} of processor")
    own = [*sys.argv[1:], "--inside"]
    started = time.perf_counter()
    command = python(str(Path(__file__)), *own)
    subprocess.run(command, check=True, env=ENVIRONMENT)
    seconds = time.perf_counter() - started
    if floor:
        print(f"{seconds / floor.seconds:.1f} times the floor")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=150_000_000)
    parser.add_argument("--region", default="00")
    parser.add_argument("--month", default="2026-10")
    parser.add_argument("--no-floor", action="store_true")
    parser.add_argument("--until", metavar="STEP", help="stop the run after this step")
    parser.add_argument("--limit", type=int, metavar="MIB", help="of the database")
    parser.add_argument(
        "--scratch", type=Path, default=Path("/var/tmp/naungan-country")
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


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

    watch: "Disk"
    last: str | None
    name: str = ""
    wall: float = field(default_factory=time.perf_counter)
    spent: float = field(default_factory=time.process_time)

    def tell(self, label: str, _fraction: float | None) -> None:
        """Close the step before and begin one; steps beside share its time."""
        if self.name:
            wall = time.perf_counter() - self.wall
            spent = time.process_time() - self.spent
            print(
                f"{self.name:<34}{wall:>9.1f} s{spent:>9.1f} cpu"
                f"{_peak_mib():>9.0f} MiB{self.watch.mib():>9.0f} MiB on disk",
                flush=True,
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
        self.folder, self.most = folder, 0
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            self.most = max(self.most, self._size())
            time.sleep(EVERY_SECONDS)

    def _size(self) -> int:
        size = 0
        for path in self.folder.rglob("*"):
            try:
                size += path.lstat().st_blocks * 512
            except OSError:  # gone while we looked
                continue
        return size

    def mib(self) -> float:
        """Return the most so far, in MiB."""
        return max(self.most, self._size()) / 2**20


def _peak_mib() -> float:
    lines = STATUS.read_text().splitlines()
    return int(next(line.split()[1] for line in lines if "VmHWM" in line)) / 1024


def run_inside(options: argparse.Namespace) -> None:
    """Run the pipeline in this process and print its steps."""
    month = options.scratch / "world" / options.month
    out = options.scratch / "out"
    shutil.rmtree(out, ignore_errors=True)
    files = {kind: tuple(sorted(month.glob(some))) for kind, some in KINDS.items()}
    judged = dates.parse_month(options.month)
    if judged is None:
        raise SystemExit(f"{options.month} is no month")
    request = Request(month=judged, out=out, **files)
    limit = options.limit or pipeline.memory_mib(pipeline.size_of(request))
    pipeline.memory_mib = lambda _size: limit
    print(f"the database's limit: {limit} MiB; {os.cpu_count()} cores")
    started = time.perf_counter()
    last = {step.name: step.label for step in pipeline.STEPS}.get(options.until)
    try:
        pipeline.run(request, Phases(Disk(out), last).tell)
    except StoppedError:
        print(f"stopped after {options.until}")
    wall, spent = time.perf_counter() - started, time.process_time()
    print(f"run {wall:.0f} s, {spent:.0f} of processor")


if __name__ == "__main__":
    main()
