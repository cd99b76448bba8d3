"""The reports of a snapshot: report.xlsx and a self-contained report.html."""

import time
from collections.abc import Callable
from pathlib import Path

from naungan.engine.report.page import write_page
from naungan.engine.report.workbook import write_workbook
from naungan.engine.work import Tell, silent


def write_reports(folder: Path, tell: Tell = silent) -> dict[str, float]:
    """Write both reports into a snapshot folder; return the seconds each took."""
    reports: dict[str, Callable[[Path, Path], object]] = {
        "report.html": write_page,
        "report.xlsx": write_workbook,
    }
    seconds = {}
    for name, write in reports.items():
        tell(f"Menulis {name}", None)
        started = time.perf_counter()
        write(folder, folder / name)
        seconds[name] = time.perf_counter() - started
    return seconds
