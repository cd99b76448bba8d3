"""What a dry run found, as its page shows it: counts that add up, and wrong cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from naungan.casework.intake.models import Batch
from naungan.lib.numbers import format_number


BAD: Final = "bad"


@dataclass(frozen=True)
class Reason:
    """Why rows were rejected, and how many."""

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
    wrong: str
    messages: tuple[str, ...]


def present(batch: Batch, shown: Mapping[str, Any]) -> Trial:
    """Arrange what the dry run of a file found; `shown` are its first wrong rows."""
    counts = batch.counts
    read, accepted, rejected, aside = (
        int(counts.get(name, 0))
        for name in ("read", "accepted", "rejected", "set_aside")
    )
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
        reasons=tuple(_reason(one) for one in shown.get("reasons", ())),
        aside=tuple(
            (str(one["why"]), format_number(int(one["count"])))
            for one in shown.get("aside", ())
        ),
        columns=columns,
        rows=tuple(_row(one, columns) for one in shown.get("rows", ())),
        wrong=format_number(rejected + noted),
        messages=tuple(map(str, batch.messages)),
    )


def _reason(one: Mapping[str, Any]) -> Reason:
    return Reason(
        format_number(int(one["count"])), str(one.get("column") or ""), one["message"]
    )


def _row(one: Mapping[str, Any], columns: tuple[str, ...]) -> WrongRow:
    faults: dict[str, dict[str, str]] = one.get("faults", {})
    cells = []
    for at, text in enumerate(one.get("cells", ())):
        fault = faults.get(str(at))
        label = columns[at] if at < len(columns) else ""
        cells.append(
            Cell(label, str(text), fault.get("severity", BAD) if fault else "")
        )
    said = tuple(dict.fromkeys(fault["message"] for fault in faults.values()))
    return WrongRow(format_number(int(one["line"])), tuple(cells), said)


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".replace(".", ",")
