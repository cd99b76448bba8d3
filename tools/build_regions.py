"""Build the table of 91,599 regions from the npm package idn-area-data.

Usage: python tools/build_regions.py [UNPACKED_PACKAGE]

Without an argument the pinned version is fetched with `npm pack` into a folder
that disappears. The result is the same bytes on every machine: sorted rows, no
time stamp in the gzip header. Corrections of slips in the source are few and
listed in `cleaned`.
"""

import csv
import gzip
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path


PACKAGE = "idn-area-data@4.0.1"
EXPECTED = {"provinces": 38, "regencies": 514, "districts": 7285, "villages": 83762}
TARGET = Path(__file__).parent.parent / "src/naungan/lib/region_data"


def main(arguments: list[str]) -> None:
    """Build from the folder given, or from a fresh copy of the package."""
    if arguments:
        build(Path(arguments[0]), TARGET)
        return
    with tempfile.TemporaryDirectory() as scratch:
        build(unpacked(Path(scratch)), TARGET)


def unpacked(scratch: Path) -> Path:
    """Fetch the pinned package and return the folder of its content."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the package; or give an unpacked folder")
    subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=scratch, check=True)
    with tarfile.open(next(scratch.glob("*.tgz"))) as archive:
        archive.extractall(scratch, filter="data")
    return scratch / "package"


def build(package: Path, target: Path) -> None:
    """Write regions.csv.gz and the licence of its content into `target`."""
    rows: list[tuple[str, str]] = []
    for level, expected in EXPECTED.items():
        found = read_level(package / "data" / f"{level}.csv")
        if len(found) != expected:
            sys.exit(f"{level}: {len(found)} rows, expected {expected}")
        rows += found
    check_parents(rows)
    target.mkdir(exist_ok=True)
    (target / "regions.csv.gz").write_bytes(packed(sorted(rows)))
    shutil.copyfile(package / "data/LICENSE.md", target / "LICENSE-ODbL-1.0.md")
    print(f"{len(rows)} regions -> {target}")


def read_level(path: Path) -> list[tuple[str, str]]:
    """Return (code, name) of each row of one of the package's files."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["code"], cleaned(row["name"])) for row in csv.DictReader(file)]


def cleaned(name: str) -> str:
    """Mend what is plainly a slip: double quotes for apostrophes, a last full stop."""
    return " ".join(name.replace('"', "'").split()).rstrip(".")


def check_parents(rows: list[tuple[str, str]]) -> None:
    """Refuse doubled codes and regions whose parent is not in the table."""
    codes = {code for code, _ in rows}
    if len(codes) != len(rows):
        sys.exit("some codes occur twice")
    for code in codes:
        parent = code.rpartition(".")[0]
        if parent and parent not in codes:
            sys.exit(f"{code}: parent {parent} is missing")


def packed(rows: list[tuple[str, str]]) -> bytes:
    """Return the rows as gzipped CSV, the same bytes every time."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "name"))
    writer.writerows(rows)
    return gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0)


if __name__ == "__main__":
    main(sys.argv[1:])
