"""Time whole processes in turn, so that a drifting machine hurts all alike."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One finished process: wall and processor seconds, and peak memory in bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


ROOT = Path(__file__).resolve().parents[1]
# Users' Python keeps compiled modules; a machine told not to would time the compiler.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def measure(command: Sequence[str]) -> Measured:
    """Run a command to its end; raise when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with status {status}")
    seconds = time.perf_counter() - started
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def interleave(
    commands: dict[str, Sequence[str]],
    rounds: int,
    before: Callable[[str], None] = lambda _name: None,
) -> dict[str, list[Measured]]:
    """Run all commands once per round, in turn; return all measurements."""
    found: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            before(name)
            found[name].append(measure(command))
    return found


def report(found: dict[str, list[Measured]], against: str) -> None:
    """Print medians, peak and the ratios to one of them, round by round.

    On a machine that others use too, the ratio of processor seconds is worth more.
    """
    print(
        f"{'':<24}{'median s':>10}{'min':>8}{'max':>8}{'cpu s':>8}{'peak MiB':>10}"
        f"{'ratio':>8}{'of cpu':>8}"
    )
    base = found[against]
    for name, runs in found.items():
        times = [one.seconds for one in runs]
        pairs = list(zip(runs, base, strict=True))
        ratio = statistics.median(a.seconds / b.seconds for a, b in pairs)
        of_cpu = statistics.median(a.cpu_seconds / b.cpu_seconds for a, b in pairs)
        cpu = statistics.median(one.cpu_seconds for one in runs)
        peak = max(one.peak_bytes for one in runs) / 2**20
        print(
            f"{name:<24}{statistics.median(times):>10.2f}{min(times):>8.2f}"
            f"{max(times):>8.2f}{cpu:>8.2f}{peak:>10.0f}{ratio:>8.2f}{of_cpu:>8.2f}"
        )


def naungan(*arguments: str) -> list[str]:
    """Return the command line that a user would type."""
    return [str(ROOT / "naungan"), *arguments]


def python(*arguments: str) -> list[str]:
    """Return the command line of a Python process in this environment."""
    return [sys.executable, *arguments]
