"""The whole run, Parquet in to snapshot, against the floor: one table.

    ./naungan bench pipeline --workers 1000000 --rounds 5

Runs floor and pipeline in turn and prints medians, peaks and the ratio; then
one `score` of the result against the truth of the invented world.
"""

import argparse
import shutil
import subprocess
from pathlib import Path

from timing import interleave, naungan, python, report


MEMBERS_SHARE = "0.4"


def main() -> None:
    """Make the world once, then measure."""
    options = _options()
    world = options.scratch / f"world-{options.workers}-{options.error_model}"
    month = world / options.month
    if not month.exists():
        subprocess.run(_synth(options, world), check=True)
    out = options.scratch / "out"
    here = Path(__file__).parent
    commands = {
        "floor": python(str(here / "floor.py"), str(month), str(out / "floor")),
        "naungan": _run(month, out / "naungan", options.month),
    }
    if options.peer:
        peer = str(here / "peer_pandas.py")
        commands["pandas"] = python(peer, str(month), str(out / "pandas"))
    found = interleave(
        commands,
        options.rounds,
        lambda name: shutil.rmtree(out / name, ignore_errors=True),
    )
    report(found, "floor")
    peak = max(one.peak_bytes for one in found["naungan"])
    print(f"peak memory per worker: {peak / options.workers:.0f} bytes")
    score = ["score", str(out / "naungan"), "--truth", str(world)]
    subprocess.run(naungan(*score), check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--month", default="2026-10")
    parser.add_argument("--region", default="16")
    parser.add_argument("--error-model", default="a")
    parser.add_argument(
        "--peer", action="store_true", help="also run the pandas script"
    )
    parser.add_argument("--scratch", type=Path, default=Path("/var/tmp/naungan-bench"))
    return parser.parse_args()


def _synth(options: argparse.Namespace, world: Path) -> list[str]:
    choices = {
        "--region": options.region,
        "--workers": str(options.workers),
        "--from": options.month,
        "--to": options.month,
        "--seed": "1",
        "--format": "parquet",
        "--members-share": MEMBERS_SHARE,
        "--error-model": options.error_model,
        "--out": str(world),
    }
    pairs = [part for pair in choices.items() for part in pair]
    return naungan("synth", *pairs)


def _run(month: Path, out: Path, name: str) -> list[str]:
    files: list[str] = []
    for option, pattern in (
        ("--workers", "workers-*.parquet"),
        ("--members", "members*.parquet"),
        ("--employers", "employers-*.parquet"),
        ("--universe", "universe*"),
    ):
        found = sorted(str(path) for path in month.glob(pattern))
        files += [option, *found] if found else []
    rest = ["--month", name, "--out", str(out), "--no-report"]
    return naungan("run", *files, *rest)


if __name__ == "__main__":
    main()
