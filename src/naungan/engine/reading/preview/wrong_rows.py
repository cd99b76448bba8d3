"""The first rows that a dry run would reject or remark upon, with their neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import duckdb

from naungan.engine.reading.preview.columns import masked
from naungan.engine.reading.returned import as_written, layout


Severity = Literal["bad", "warn"]
MOST_REJECTED: Final = 14
MOST_NOTED: Final = 6
MOST_COLUMNS: Final = 6
WHOLE: Final = -1  # the row as a whole, not one of its cells
NEIGHBOURS: Final = ("name", "nik", "birth_date", "kpj", "npp", "employer_ref")
"""Columns of ours that tell a sender which row is meant."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong with a cell: it rejects its row, or is a remark."""

    severity: Severity
    message: str


@dataclass(frozen=True, kw_only=True)
class WrongRow:
    """A row with the cells of the columns that are shown, every NIK masked.

    `cells` are None where they were not kept: of a row that was accepted only the
    cells are known about which something is said. `faults` are by position.
    """

    line: int
    cells: tuple[str | None, ...]
    faults: Mapping[int, Fault]


@dataclass(frozen=True, kw_only=True)
class WrongRows:
    """The headers that are shown, and the first wrong rows by line."""

    columns: tuple[str, ...] = ()
    rows: tuple[WrongRow, ...] = ()


@dataclass(frozen=True)
class _Said:
    """A row as it was kept: its cells by position, and what is said of them."""

    line: int
    cells: Mapping[int, str]
    faults: Mapping[int, Fault]


def wrong_rows(con: duckdb.DuckDBPyConnection, file: str) -> WrongRows:
    """Give the first rows of a file that was read which its sender should look at."""
    headers, columns = layout(con, file)
    said = [*_rejected(con, file, columns), *_noted(con, file, columns)]
    said.sort(key=lambda one: one.line)
    shown = _shown(said, columns)
    return WrongRows(
        columns=tuple(headers[at] for at in shown),
        rows=tuple(_laid_out(one, shown) for one in said),
    )


def _rejected(
    con: duckdb.DuckDBPyConnection, file: str, columns: Mapping[str, int]
) -> list[_Said]:
    found = con.execute(
        """
        WITH first AS (
            SELECT c.line, c.cells FROM rejected_cells c
            JOIN inputs i ON i.file_id = c.file_id AND i.file = $1
            ORDER BY c.line LIMIT $2
        ), told AS (
            SELECT line, "column", message, 0 AS rank FROM rejected WHERE file = $1
            UNION ALL
            SELECT line, "column", message, 1 FROM warnings WHERE file = $1
        )
        SELECT line, any_value(cells),
            list((coalesce("column", ''), rank, message) ORDER BY rank, "column")
        FROM first JOIN told USING (line) GROUP BY line
        """,
        [file, MOST_REJECTED],
    ).fetchall()
    return [
        _Said(
            line,
            {at: masked(as_written(cell)) for at, cell in enumerate(cells)},
            _faults(told, columns),
        )
        for line, cells, told in found
    ]


def _noted(
    con: duckdb.DuckDBPyConnection, file: str, columns: Mapping[str, int]
) -> list[_Said]:
    found = con.execute(
        """
        SELECT line, list((coalesce("column", ''), 1, message) ORDER BY "column"),
            list((coalesce("column", ''), coalesce(value, '')) ORDER BY "column")
        FROM warnings WHERE file = $1 AND line > 0
        AND line NOT IN (SELECT line FROM rejected WHERE file = $1)
        GROUP BY line ORDER BY line LIMIT $2
        """,
        [file, MOST_NOTED],
    ).fetchall()
    return [
        _Said(
            line,
            {columns[name]: masked(cell) for name, cell in values if name in columns},
            _faults(told, columns),
        )
        for line, told, values in found
    ]


def _faults(
    told: list[tuple[str, int, str]], columns: Mapping[str, int]
) -> dict[int, Fault]:
    faults: dict[int, Fault] = {}
    for name, rank, message in told:
        severity: Severity = "warn" if rank else "bad"
        fault = Fault(severity=severity, message=masked(message))
        faults.setdefault(columns.get(name, WHOLE), fault)
    return faults


def _shown(said: list[_Said], columns: Mapping[str, int]) -> list[int]:
    """Choose the columns: the wrong ones first, then what tells whose row it is."""
    wrong = dict.fromkeys(at for one in said for at in sorted(one.faults) if at >= 0)
    beside = [columns[name] for name in NEIGHBOURS if name in columns]
    return sorted(list(dict.fromkeys([*wrong, *beside]))[:MOST_COLUMNS])


def _laid_out(one: _Said, shown: list[int]) -> WrongRow:
    faults = {shown.index(at): one.faults[at] for at in one.faults if at in shown}
    unseen = [fault for at, fault in one.faults.items() if at not in shown]
    if unseen:
        faults[WHOLE] = unseen[0]
    return WrongRow(
        line=one.line,
        cells=tuple(one.cells.get(at) for at in shown),
        faults=faults,
    )
