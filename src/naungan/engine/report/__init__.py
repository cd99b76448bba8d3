"""The reports of a snapshot: a page, a workbook, and rejected rows to send back."""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from naungan.engine.reading.returned import write_returned
from naungan.engine.report.page import write_page
from naungan.engine.report.source import opened
from naungan.engine.report.workbook import write_workbook
from naungan.engine.work import Tell, silent


RETURNED = "ditolak"
LONGEST_NAME = 255  # bytes, on every file system in use


def write_returned_files(folder: Path, target: Path) -> list[Path]:
    """Write the rejected rows of every file in its sender's own layout.

    One workbook per file that has any, named after the file; returns them.
    """
    with opened(folder) as source:
        files = source.rows("SELECT file FROM inputs WHERE rejected > 0 ORDER BY file")
        if files:
            target.mkdir(mode=0o700)
        written = []
        for row in files:
            path = target / _name(row["file"])
            if write_returned(source.con, row["file"], path):
                written.append(path)
    return written


def _name(file: str) -> str:
    """Name the workbook after the input, within what a file system takes."""
    name = f"{file.replace('/', '-')}.xlsx"
    if len(name.encode()) <= LONGEST_NAME:
        return name
    mark = hashlib.sha256(file.encode()).hexdigest()[:8]
    kept = file.replace("/", "-").encode()[: LONGEST_NAME - 16].decode(errors="ignore")
    return f"{kept}-{mark}.xlsx"


def write_reports(folder: Path, tell: Tell = silent) -> dict[str, float]:
    """Write the reports and returned rows into a snapshot; return each one's seconds."""
    reports: dict[str, Callable[[Path, Path], object]] = {
        "report.html": write_page,
        "report.xlsx": write_workbook,
        RETURNED: write_returned_files,
    }
    seconds = {}
    for name, write in reports.items():
        tell(f"Menulis {name}", None)
        started = time.perf_counter()
        write(folder, folder / name)
        seconds[name] = time.perf_counter() - started
    return seconds
