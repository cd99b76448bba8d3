"""How fast files are read, every line accounted for: damaged CSV, XLSX, per-row checks.

    ./naungan bench reading --lines 1000000

Each measurement runs in a process of its own, from file to tables, several times in
turn; the table gives the best. Everything invented.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import xlsxwriter

from naungan.engine.reading.read import read_inputs
from naungan.engine.work import Request, Work
from naungan.lib.dates import month_index


MONTH = month_index(2026, 10)
DAMAGED_SHARE = 0.005
HEADER = ("nik", "name", "birth_date", "sex", "village_code", "employer_ref")
HEADER = (*HEADER, "wage", "segment", "category")
FIRST = ("SITI", "BUDI", "AGUS", "DEWI", "RENÉ", "NURHAYATI", "MUHAMMAD", "EKO")
SECOND = ("SANTOSO", "WIJAYA", "LESTARI", "HIDAYAT", "SARI", "PRATAMA", "AINI")


def people(count: int) -> Iterator[tuple[str, ...]]:
    """Yield invented people as texts, as a careful office would write them."""
    chance = random.Random(1)
    for at in range(count):
        day, month, year = 1 + at % 28, 1 + at % 12, 1960 + at % 45
        area = 160401 + at % 24
        nik = f"{area}{day + 40 * (at % 2):02d}{month:02d}{year % 100:02d}"
        yield (
            f"{nik}{9000 + at // 7 % 1000}",
            f"{chance.choice(FIRST)} {chance.choice(SECOND)} {at % 977}",
            f"{day:02d}/{month:02d}/{year}",
            "LP"[at % 2],
            f"{area}2{1 + at % 15:03d}",
            f"NPP{at % 5000:06d}" if at % 3 else "",
            str(1_000_000 + at * 137 % 5_000_000),
            ("BPU", "PU")[at % 3 == 1],
            "petani",
        )


def damage(line: bytes, chance: random.Random) -> bytes:
    """Break one line the way files really break."""
    at = chance.randrange(len(line))
    kind = chance.randrange(6)
    if kind == 0:
        return line.replace(b",", b',"', 1)
    if kind == 1:
        return line[:at] + b'"' + line[at:]
    if kind == 2:
        return line[:at] + bytes([chance.randrange(128, 256)]) + line[at:]
    if kind == 3:
        return line[:at]
    return line.replace(b",", b"\xc3,", 1) if kind == 4 else line + b",x"


def make_csv(path: Path, lines: int, damaged: float) -> None:
    """Write a CSV file of which a share of the lines is damaged."""
    chance = random.Random(2)
    with path.open("wb") as file:
        file.write(",".join(HEADER).encode() + b"\n")
        for person in people(lines - 1):
            line = ",".join(person).encode()
            if chance.random() < damaged:
                line = damage(line, chance)
            file.write(line + b"\n")


def make_xlsx(path: Path, rows: int) -> None:
    """Write a workbook as offices do: a title, a header, texts and numbers."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["DAFTAR PEKERJA"])
        sheet.write_row(2, 0, HEADER)
        for at, person in enumerate(people(rows), start=3):
            sheet.write_row(at, 0, (*person[:6], int(person[6]), *person[7:]))


def measure(path: Path) -> None:
    """Read one file as a run would; print seconds and the account."""
    con = duckdb.connect()
    request = Request(month=MONTH, out=path.parent / "out", workers=(path,))
    started, worked = time.perf_counter(), time.process_time()
    read_inputs(Work(con, request, path.parent))
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    [found] = con.execute(
        "SELECT lines, accepted, rejected, set_aside, "
        "(SELECT count(*) FROM warnings) FROM inputs"
    ).fetchall()
    print(seconds, cpu, *found)


def best_of(path: Path, turns: int) -> list[float]:
    """Run `measure` in fresh processes; return the quickest answer."""
    answers = []
    for _ in range(turns):
        done = subprocess.run(
            [sys.executable, __file__, "--measure", str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
        answers.append([float(word) for word in done.stdout.split()])
    return min(answers)


def main() -> None:
    """Make the files once, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--scratch", type=Path, default=Path("/var/tmp/naungan-bench"))
    parser.add_argument("--measure", type=Path)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    folder = options.scratch / "reading"
    folder.mkdir(parents=True, exist_ok=True)
    lines = options.lines
    files: dict[str, tuple[Path, Callable[[Path], None]]] = {
        "CSV, 0.5 % of lines damaged": (
            folder / f"damaged-{lines}.csv",
            lambda path: make_csv(path, lines, DAMAGED_SHARE),
        ),
        "XLSX, 200,000 rows x 9": (
            folder / "book.xlsx",
            lambda path: make_xlsx(path, 200_000),
        ),
        "CSV, 100,000 persons": (
            folder / "persons.csv",
            lambda path: make_csv(path, 100_001, DAMAGED_SHARE),
        ),
    }
    print(
        f"{'file':<30}{'s':>7}{'cpu s':>7}{'lines/s':>11}{'accepted':>10}{'rejected':>9}{'aside':>6}{'warned':>8}"
    )
    for title, (path, make) in files.items():
        if not path.exists():
            make(path)
        seconds, cpu, *counts = best_of(path, options.turns)
        accepted, rejected, aside, warned = (int(n) for n in counts[1:])
        rate = f"{counts[0] / seconds:,.0f}"
        print(
            f"{title:<30}{seconds:>7.2f}{cpu:>7.2f}{rate:>11}{accepted:>10}{rejected:>9}{aside:>6}{warned:>8}"
        )


if __name__ == "__main__":
    main()
