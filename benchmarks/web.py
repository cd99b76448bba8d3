"""The office's pages: server time, weight, first paint, a hundred people at once.

    ./naungan bench web --home DIR [--minutes 5] [--people 100] [--only pages …]

Serves the demonstration of 240,000 workers from DIR (made there when it is empty),
explores what every desk can open, and measures on loopback. With Debian's Chromium
it also weighs pages over the wire and times the first contentful paint behind a four
times slower processor and a slow network.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from web_office import PASSWORD, Person, explored, memory, serving

from naungan.casework.accounts.desks import DESKS


PARTS = ("pages", "weights", "load")
ROUNDS = 10
PAUSE = (2, 8)  # seconds between two pages of one person
SLOW = {  # what Chromium calls Fast 3G, in bytes a second and milliseconds
    "offline": False,
    "downloadThroughput": 1.6e6 / 8 * 0.9,
    "uploadThroughput": 750e3 / 8 * 0.9,
    "latency": 150 * 3.75,
}
PAINT = """() => performance.getEntriesByName('first-contentful-paint')
  .map(one => one.startTime)[0] ?? null"""


def main() -> None:
    """Measure and print one table after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8377)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    options = parser.parse_args()
    home = options.home.resolve()
    with serving(home, options.port) as address:
        desks = {}
        fresh = {}  # each kind of page once, at the first desk that can open it
        for desk in DESKS:
            person = Person(address, desk.address)
            kinds = desks[desk.address] = explored(person)
            known = {kind for others in fresh.values() for kind in others}
            fresh[desk.address] = {k: kinds[k] for k in kinds if k not in known}
            if "pages" in options.only:
                time_pages(person, fresh[desk.address])
        if "weights" in options.only and Path("/usr/bin/chromium").exists():
            weigh(address, fresh)
        if "load" not in options.only:
            return
        with tempfile.TemporaryDirectory() as folder:
            load(address, home, desks, Path(folder), options)


def time_pages(person: Person, kinds: dict[str, list[str]]) -> None:
    """Ask for every kind of page again and again; print the times of each."""
    print(f"\n{person.desk:<32}{'p50 ms':>8}{'p95 ms':>8}{'KB':>7}")
    for kind, paths in sorted(kinds.items()):
        for path in paths:
            person.get(path)  # warm
        asked = [person.get(path) for _ in range(ROUNDS) for path in paths]
        times = sorted(1e3 * seconds for _, _, seconds in asked)
        late = times[int(len(times) * 0.95)]
        size = max(len(content) for _, content, _ in asked) / 1e3
        print(
            f"{kind[:31]:<32}{statistics.median(times):>8.0f}{late:>8.0f}{size:>7.0f}"
        )


def weigh(address: str, desks: dict[str, dict[str, list[str]]]) -> None:
    """Open pages in a browser: bytes over the wire and the first paint."""
    from playwright.sync_api import sync_playwright

    print(f"\n{'':<32}{'first KB':>9}{'next KB':>9}{'paint s':>9}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-quic"]
        )
        for desk, kinds in desks.items():
            for kind, paths in sorted(kinds.items()):
                first, following, paint = _opened(browser, address, desk, paths[0])
                print(
                    f"{desk + ' ' + kind:<32.32}{first / 1e3:>9.0f}"
                    f"{following / 1e3:>9.0f}{paint / 1e3:>9.2f}"
                )
        browser.close()


def _opened(browser, address: str, desk: str, path: str) -> tuple[int, int, float]:
    """Open a page with an empty cache behind a slow line, then once more."""
    context = browser.new_context()
    page = context.new_page()
    person = Person(address, desk)
    context.add_cookies(
        [{"name": k, "value": v, "url": address} for k, v in person.cookies.items()]
    )
    wire = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.on(
        "Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"])
    )
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address + path, wait_until="networkidle")
    first, paint = sum(sizes), page.evaluate(PAINT) or float("nan")
    sizes.clear()
    page.goto(address + path, wait_until="networkidle")
    following = sum(sizes)
    context.close()
    return first, following, paint


def load(
    address: str,
    home: Path,
    desks: dict[str, dict[str, list[str]]],
    folder: Path,
    options: argparse.Namespace,
) -> None:
    """Let many people work at once; print errors, times and memory."""
    plan = folder / "plan.json"
    plan.write_text(
        json.dumps({"desks": desks, "password": PASSWORD, "pause": PAUSE}),
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "locust", "--headless", "--only-summary"]
    command += ["-f", str(Path(__file__).with_name("web_users.py"))]
    command += ["-u", str(options.people), "-r", "5", "--host", address]
    command += ["-t", f"{int(options.minutes * 60)}s", "--csv", str(folder / "load")]
    running = subprocess.Popen(
        command,
        env={**os.environ, "NAUNGAN_MEASURED": str(plan)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peaks: list[int] = []
    watching = threading.Thread(target=_watch, args=(running, home, peaks))
    watching.start()
    running.wait()
    watching.join()
    with (folder / "load_stats.csv").open(encoding="utf-8") as file:
        rows = {row["Name"]: row for row in csv.DictReader(file)}
    total = rows["Aggregated"]
    print(
        f"\n{options.people} people for {options.minutes:g} minutes: "
        f"{total['Request Count']} pages, {float(total['Requests/s']):.1f} a second, "
        f"{total['Failure Count']} errors, p50 {total['50%']} ms, p95 {total['95%']} ms, "
        f"p99 {total['99%']} ms, memory {max(peaks) / 1e6:.0f} MB at most"
    )
    slowest = sorted(rows.values(), key=lambda row: -float(row["95%"] or 0))[:8]
    for row in slowest:
        print(f"  {row['Name']:<40.40} p95 {row['95%']} ms of {row['Request Count']}")


def _watch(running: "subprocess.Popen[bytes]", home: Path, peaks: list[int]) -> None:
    while running.poll() is None:
        peaks.append(memory(home))
        time.sleep(2)


if __name__ == "__main__":
    main()
