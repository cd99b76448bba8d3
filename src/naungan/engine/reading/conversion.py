"""From the cells of a file to typed columns: the SQL of one format over one batch.

A batch is a view named `cells`: `line`, one column per column of ours that the file
has (NULL where the cell is empty), and `raw`, the whole row as a list of texts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import duckdb

from naungan.engine.format import Column, Format
from naungan.engine.reading.value import Reading, Setting, Spelling, Value, value_of
from naungan.lib.region_search import find_village, settled


@dataclass(frozen=True)
class Cell:
    """One column that the file has: ours, its DuckDB type, and the header it had."""

    column: Column
    sql_type: str
    header: str

    @property
    def value(self) -> Value:
        """Return how such cells are read."""
        return value_of(self.column.type)

    @property
    def name(self) -> str:
        """The column of the view `cells`, quoted."""
        return f'"{self.column.name}"'

    @property
    def is_native(self) -> bool:
        """Say whether the column came typed in a way its value takes."""
        return self.sql_type in self.value.native

    @property
    def spelling(self) -> Spelling:
        """Return how the cells come."""
        return self.value.native.get(self.sql_type, self.value.text)

    def clean(self) -> tuple[str, ...]:
        """Give one SQL expression per output for canonical cells."""
        return self.spelling.clean(f"c.{self.name}")

    @property
    def mend(self) -> str:
        """Name the table of texts that needed a careful reading."""
        return f"mend_{self.column.name}"

    def odd(self, setting: Setting) -> str:
        """Say in SQL that a cell is filled but not in canonical form."""
        odd = self.spelling.odd(f"c.{self.name}", self.column, setting)
        return f"(c.{self.name} IS NOT NULL AND ({odd}))"

    @property
    def as_text(self) -> str:
        """Give the SQL of the cell as text."""
        cast = "" if self.sql_type == "VARCHAR" else "::VARCHAR"
        return f"c.{self.name}{cast}"


@dataclass
class Conversion:
    """The columns of one batch and which of them needed mending."""

    form: Format
    cells: dict[str, Cell]
    mended: dict[str, bool] = field(default_factory=dict)
    has_places: bool = False
    defaults: dict[str, str] = field(default_factory=dict)

    def from_clause(self) -> str:
        """Join the cells with what mending found."""
        joins = [
            f"LEFT JOIN {c.mend} ON {c.mend}.text = {c.as_text}"
            for name, c in self.cells.items()
            if name in self.mended
        ]
        if self.has_places:
            joins.append(
                "LEFT JOIN places ON places.village = c.village "
                f"AND places.district IS NOT DISTINCT FROM {self._district()}"
            )
        return " ".join(["FROM cells c", *joins])

    def _district(self) -> str:
        return "c.district" if "district" in self.cells else "NULL"

    def outputs(self, column: Column) -> list[str]:
        """Give the SQL of each output of a column of the format."""
        value = value_of(column.type)
        cell = self.cells.get(column.name)
        if cell is None:
            found = [*value.absent]
        elif column.name in self.mended:
            found = [
                f"CASE WHEN {cell.mend}.text IS NULL THEN {clean} "
                f"ELSE {cell.mend}.v{at} END"
                for at, clean in enumerate(cell.clean())
            ]
        else:
            found = [*cell.clean()]
        if column.name == "village_code" and self.has_places:
            found[0] = f"coalesce({found[0]}, places.code)"
        if column.name in self.defaults:
            found[0] = f"coalesce({found[0]}, {self.defaults[column.name]})"
        return [
            f"({sql})::{type_}" for sql, type_ in zip(found, value.types, strict=True)
        ]

    def select_list(self) -> str:
        """Give the outputs of all columns, named as in the format's table."""
        return ", ".join(
            f'{sql} AS "{name}"'
            for column in self.form.columns
            for sql, name in zip(self.outputs(column), column.fills, strict=False)
        )

    def filled(self, name: str) -> str:
        """Say in SQL that a column could be read."""
        outputs = self.outputs(self.form.column(name))
        if self.form.column(name).type == "birth":
            return f"({outputs[1]} IS NOT NULL)"
        return f"({outputs[0]} IS NOT NULL)"


def mend(
    con: duckdb.DuckDBPyConnection, conversion: Conversion, setting: Setting
) -> None:
    """Find the spellings that SQL does not read and give them a careful reading."""
    for name, cell in conversion.cells.items():
        if _find_odd(con, cell, setting):
            conversion.mended[name] = _mend_column(con, cell, setting)
    if "village" in conversion.cells:
        _find_places(con, conversion, setting)


def _find_odd(con: duckdb.DuckDBPyConnection, cell: Cell, setting: Setting) -> int:
    """Collect the odd texts of a column in `odd`, with what SQL makes of them."""
    source = f"(SELECT DISTINCT c.{cell.name} FROM cells c)"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE odd AS SELECT DISTINCT {cell.as_text} AS text "
        f"FROM {source if cell.value.is_repetitive else 'cells'} c "
        f"WHERE {cell.odd(setting)}"
    )
    [(count,)] = con.execute("SELECT count(*) FROM odd").fetchall()
    return int(count)


def _mend_column(con: duckdb.DuckDBPyConnection, cell: Cell, setting: Setting) -> bool:
    """Read every odd text of a column once; say whether any deserves a note."""
    types = cell.value.types
    often = cell.value.often
    quick = often("text", setting) if often else ("NULL",) * len(types)
    outputs = ", ".join(
        f"({sql})::{type_} AS v{at}"
        for at, (sql, type_) in enumerate(zip(quick, types, strict=True))
    )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {cell.mend} AS SELECT text, {outputs}, "
        "''::VARCHAR AS note, ''::VARCHAR AS code FROM odd"
    )
    rest = con.execute(f"SELECT text FROM {cell.mend} WHERE v0 IS NULL").fetchall()
    con.execute(f"DELETE FROM {cell.mend} WHERE v0 IS NULL")
    texts = [text for (text,) in rest]
    readings = [cell.value.read(text, cell.column, setting) for text in texts]
    if texts:
        _add(con, cell, texts, readings)
    return any(reading.note for reading in readings)


def _add(
    con: duckdb.DuckDBPyConnection,
    cell: Cell,
    texts: list[str],
    readings: list[Reading],
) -> None:
    """Add careful readings to the mended texts of a column."""
    types = cell.value.types
    outputs = [[r.outputs[at] for r in readings] for at in range(len(types))]
    lists = ["$1::VARCHAR[]", *(f"${n}::{t}[]" for n, t in enumerate(types, start=2))]
    lists += [f"${len(types) + 2}::VARCHAR[]", f"${len(types) + 3}::VARCHAR[]"]
    notes = [[r.note for r in readings], [_code(r) for r in readings]]
    con.execute(
        f"INSERT INTO {cell.mend} SELECT {', '.join(f'unnest({x})' for x in lists)}",
        [texts, *outputs, *notes],
    )


def _code(reading: Reading) -> str:
    if not reading.note:
        return ""
    if len(reading.outputs) == 3 and reading.outputs[2]:
        return "nik_rounded"
    is_read = any(o is not None for o in reading.outputs[:1]) or (
        len(reading.outputs) == 2 and reading.outputs[1] is not None
    )
    return "doubtful" if is_read else "unreadable"


def _odd_texts(
    con: duckdb.DuckDBPyConnection, cell: Cell, setting: Setting
) -> list[str]:
    """Collect the texts of a column that need a careful reading, each once."""
    source = f"(SELECT DISTINCT c.{cell.name} FROM cells c)"
    rows = con.execute(
        f"SELECT DISTINCT {cell.as_text} FROM "
        f"{source if cell.value.is_repetitive else 'cells'} c "
        f"WHERE {cell.odd(setting)}"
    ).fetchall()
    return [text for (text,) in rows]


def _find_places(
    con: duckdb.DuckDBPyConnection, conversion: Conversion, setting: Setting
) -> None:
    """Look village names up where no code says which village it is."""
    code = conversion.outputs(conversion.form.column("village_code"))[0]
    district = "c.district" if "district" in conversion.cells else "NULL::VARCHAR"
    pairs = con.execute(
        f"SELECT DISTINCT c.village, {district} {conversion.from_clause()} "
        f"WHERE c.village IS NOT NULL AND {code} IS NULL"
    ).fetchall()
    found = [_place(village, kecamatan, setting) for village, kecamatan in pairs]
    con.execute(
        "CREATE OR REPLACE TEMP TABLE places AS SELECT unnest($1::VARCHAR[]) AS village, "
        "unnest($2::VARCHAR[]) AS district, unnest($3::BIGINT[]) AS code, "
        "unnest($4::VARCHAR[]) AS note",
        [
            [village for village, _ in pairs],
            [district for _, district in pairs],
            [code for code, _ in found],
            [note for _, note in found],
        ],
    )
    conversion.has_places = bool(pairs)


def _place(
    village: str, district: str | None, setting: Setting
) -> tuple[int | None, str]:
    candidates = find_village(village, district or "", inside=setting.region)
    region = settled(candidates)
    if region is not None:
        return region.number, ""
    if not candidates:
        return None, f"Desa “{village}” tidak ditemukan; isi kode desanya."
    shown = "; ".join(f"{c.region.name} {c.region.code}" for c in candidates[:3])
    return None, f"Desa “{village}” belum pasti ({shown}); isi kode desanya."


Progress = Callable[[str, float | None], None]


def cells_of(form: Format, types: Iterable[tuple[str, str, str]]) -> dict[str, Cell]:
    """Describe the file's columns from (our column, DuckDB type, header)."""
    return {
        name: Cell(form.column(name), sql_type, header)
        for name, sql_type, header in types
    }
