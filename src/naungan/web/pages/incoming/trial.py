"""What a dry run found, as its page shows it: counts that add up, and wrong cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from naungan.casework.intake.models import Batch
from naungan.lib.numbers import format_number
from naungan.web.form_page import told


BAD: Final = "bad"
WARN: Final = "warn"
WHOLE: Final = "-1"  # a fault of the row, not of one of its cells


@dataclass(frozen=True)
class Reason:
    """Why rows were rejected or cells remarked upon, and how many."""

    tone: str
    count: str
    column: str
    message: str


@dataclass(frozen=True)
class Cell:
    """One cell as written, NIK masked, with what is wrong with it."""

    label: str
    text: str
    tone: str = ""


@dataclass(frozen=True)
class WrongRow:
    """A row that was rejected or remarked upon, and how to mend it."""

    line: str
    tone: str
    cells: tuple[Cell, ...]
    said: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """A dry run: every line read is accepted, rejected or set aside."""

    read: str
    accepted: str
    rejected: str
    set_aside: str
    noted: str
    any_rejected: bool
    is_proven: bool
    seconds: str
    reasons: tuple[Reason, ...]
    aside: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[WrongRow, ...]
    duplicates: str


def present(batch: Batch, shown: Mapping[str, Any]) -> Trial:
    """Arrange what the dry run of a file found; `shown` are its first wrong rows."""
    counts = batch.counts
    read, accepted, rejected, aside = (
        int(counts.get(name, 0))
        for name in ("read", "accepted", "rejected", "set_aside")
    )
    doubled = int(counts.get("duplicates", 0))
    noted = int(shown.get("noted", 0))
    columns = tuple(map(str, shown.get("columns", ())))
    return Trial(
        read=format_number(read),
        accepted=format_number(accepted),
        rejected=format_number(rejected),
        set_aside=format_number(aside),
        noted=format_number(noted) if noted else "",
        any_rejected=rejected > 0,
        is_proven=read == accepted + rejected + aside,
        seconds=_seconds(shown.get("seconds")),
        reasons=(
            *(_reason(one, BAD) for one in shown.get("reasons", ())),
            *(_reason(one, WARN) for one in shown.get("notes", ())),
        ),
        duplicates=format_number(doubled) if doubled else "",
        aside=tuple(
            (told(one["why"]), format_number(int(one["count"])))
            for one in shown.get("aside", ())
        ),
        columns=columns,
        rows=tuple(_row(one, columns) for one in shown.get("rows", ())),
    )


def _reason(one: Mapping[str, Any], tone: str) -> Reason:
    return Reason(
        tone,
        format_number(int(one["count"])),
        str(one.get("column") or ""),
        told(one["message"]),
    )


def _row(one: Mapping[str, Any], columns: tuple[str, ...]) -> WrongRow:
    faults: dict[str, dict[str, str]] = one.get("faults", {})
    cells = []
    for at, text in enumerate(one.get("cells", ())):
        fault = faults.get(str(at))
        written = "" if text is None else str(text)
        cells.append(Cell(columns[at], written, fault["severity"] if fault else ""))
    said = tuple(dict.fromkeys(told(fault["message"]) for fault in faults.values()))
    return WrongRow(
        line=format_number(int(one["line"])),
        tone=faults[WHOLE]["severity"] if WHOLE in faults else "",
        cells=tuple(cells),
        said=said,
    )


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".replace(".", ",")
