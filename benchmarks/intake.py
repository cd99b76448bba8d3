"""From a file handed in to its effect on screen, in a real office with its processes.

    ./naungan bench intake

An office of its own is started; members, employers and the smaller lists are in use
already. Then the largest list, some 100,000 persons, is received, tried out, brought into use, reconciled and published:
the seconds of each part, each row checked, permitted, audited and answered.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
MONTH = "2024-12"
REGION = "16.04"
PARTS = ("received", "tried", "in use", "published")


def main() -> None:
    """Start an office, send the list some times, and print the medians."""
    options = _options()
    from tests.functional.office.processes.desk import environment
    from tests.functional.office.processes.running import Running

    world = options.scratch / f"intake-{options.workers}"
    if not world.exists():
        subprocess.run(_synth(options.workers, world), check=True)
    with tempfile.TemporaryDirectory(prefix="naungan-", dir=options.scratch) as home:
        Path(home).chmod(0o711)
        office = Running(home)
        office.start()
        try:
            found = _measured(environment(office), world / MONTH, options.rounds)
        finally:
            office.end()
    for part in PARTS:
        seconds = [one[part] for one in found]
        spread = f"{min(seconds):.2f}–{max(seconds):.2f}"
        print(f"{part:10} {statistics.median(seconds):6.2f} s  ({spread})")
    print(f"{found[0]['rows']} rows, {os.cpu_count()} cores, {len(found)} rounds")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=150_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scratch", type=Path, default=Path("/var/tmp/naungan-bench"))
    return parser.parse_args()


def _synth(workers: int, out: Path) -> list[str]:
    return [
        *(sys.executable, "-P", "-m", "naungan", "synth", "--workers", str(workers)),
        *("--region", REGION, "--from", MONTH, "--format", "csv", "--out", str(out)),
    ]


def _measured(
    environment: dict[str, str], files: Path, rounds: int
) -> list[dict[str, float]]:
    """Send from a process of the office's own, which has nothing else to load."""
    command = [sys.executable, "-P", __file__, "--inside", str(files), str(rounds)]
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    )
    found: list[dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _inside(files: Path, rounds: int) -> None:
    """Send everything, as whoever sits at a desk of the office."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "naungan.config.settings"
    import django

    django.setup()
    from tests.functional.office.processes import desk

    desk.open_desk()
    for kind in ("members", "employers", "contributions"):
        for file in sorted(files.glob(f"{kind}*")):
            _send(file, kind, file.stem)
    workers = sorted(files.glob("workers*"), key=lambda path: path.stat().st_size)
    whole = files / "all-workers.csv"
    for file in workers[:-1]:
        _send(file, "workers", file.stem)
    found = []
    for number in range(rounds):
        # One line more makes it another file, as next month's list would be.
        shutil.copyfile(workers[-1], whole)
        with whole.open("a", encoding="utf-8") as more:
            more.write(f"Putaran {number}\n")
        found.append(_send(whole, "workers", "pekerja"))
    print(json.dumps(found))


def _send(file: Path, kind: str, label: str) -> dict[str, float]:
    """Send one file and wait for its effect; give the seconds until each part."""
    import hashlib

    from django.conf import settings
    from tests.functional.office.processes.desk import act

    from naungan.casework.intake import actions, ledger
    from naungan.casework.intake.states import OPEN_RUNS
    from naungan.lib.dates import month_index

    path = settings.HOME.uploads / "arrived.part"
    began = time.perf_counter()
    content = file.read_bytes()
    path.write_bytes(content)
    sent = {
        "name": file.name,
        "kind": kind,
        "region_code": REGION,
        "month": month_index(2024, 12),
        "label": label,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
    }
    batch = act(lambda mine: actions.receive(by=mine, path=path, **sent))
    seconds = {"received": time.perf_counter() - began}
    act(lambda mine: actions.set_mapping(by=mine, batch=batch, mapping={}))
    act(lambda mine: actions.try_out(by=mine, batch=batch))
    while (tried := act(lambda mine: ledger.batch(mine, batch.pk))).trying_since:
        time.sleep(0.05)
    assert tried.state == "tried", tried.fault
    seconds["tried"] = time.perf_counter() - began
    act(lambda mine: actions.submit(by=mine, batch=tried))
    seconds["in use"] = time.perf_counter() - began
    while (run := act(lambda mine: ledger.runs(mine)[0])).state in OPEN_RUNS:
        time.sleep(0.05)
    assert run.state == "published", run.fault
    seconds["published"] = time.perf_counter() - began
    return {**seconds, "rows": tried.counts["read"]}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        _inside(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
