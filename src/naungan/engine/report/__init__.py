"""The reports of a snapshot: a page, a workbook, and rejected rows to send back."""

import time
from collections.abc import Callable
from pathlib import Path

from naungan.engine.reading.returned import write_returned
from naungan.engine.report.page import write_page
from naungan.engine.report.source import opened
from naungan.engine.report.workbook import write_workbook
from naungan.engine.work import Tell, silent


RETURNED = "ditolak"


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
            path = target / f"{row['file'].replace('/', '-')}.xlsx"
            if write_returned(source.con, row["file"], path):
                written.append(path)
    return written


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
