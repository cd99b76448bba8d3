"""From the cells of a file to typed columns: the SQL of one format over one batch.

A batch is a view named `cells`: `line`, one column per column of ours that the file
has (NULL where the cell is empty), and `raw`, the whole row as a list of texts.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from naungan.engine.format import Column, Format
from naungan.engine.reading.value import Setting, Spelling, Value, value_of


MOST_NAMED = 2_000


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

    @property
    def odd_texts(self) -> str:
        """Give the SQL source of odd texts: of each line, or each once if repetitive."""
        if self.value.is_repetitive:
            return f"odd_{self.column.name}"
        return (
            f"(SELECT line, {self.as_text} AS text FROM odd_cells c WHERE {self.mark})"
        )

    @property
    def mark(self) -> str:
        """The column of `odd_cells` that says whether this cell is odd, quoted."""
        return f'"odd {self.column.name}"'

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
    """The columns of one batch and which of them needed mending.

    `mended` says of each mended column whether any of its texts deserves a note.
    Lines with an odd cell, but for repetitive columns, or without something needed
    stand in the table `odd_cells` where there are any (`has_odd`); all others are
    plain. `is_unsure` says that a plain line may still lack what is needed.
    """

    form: Format
    cells: dict[str, Cell]
    mended: dict[str, bool] = field(default_factory=dict)
    has_odd: bool = False
    is_unsure: bool = False
    has_places: bool = False
    defaults: dict[str, str] = field(default_factory=dict)

    @property
    def needed(self) -> set[str]:
        """Name the columns that a row may be rejected for."""
        needs = self.form.required
        return {name for need in needs for group in need.groups for name in group}

    def parts(self) -> list["Part"]:
        """Divide the batch into the plain lines and the odd ones."""
        if not self.has_odd:
            return [Part(self, "cells")]
        plain = "(SELECT * FROM cells ANTI JOIN odd_cells USING (line))"
        spared = frozenset(
            name for name, cell in self.cells.items() if not cell.value.is_repetitive
        )
        return [Part(self, plain, spared), self.odd()]

    def odd(self) -> "Part":
        """Take the odd lines, whose cells are kept."""
        return Part(self, "odd_cells")

    def only(self, lines: Sequence[int]) -> "Part":
        """Take these lines, whatever they hold.

        Where they are few they are named, so that only their other cells are read;
        otherwise they are looked up in the table `doubted`.
        """
        if len(lines) <= MOST_NAMED:
            named = ", ".join(map(str, lines))
            return Part(self, f"(SELECT * FROM cells WHERE line IN ({named}))")
        return Part(self, "(SELECT * FROM cells SEMI JOIN doubted USING (line))")

    @property
    def district(self) -> str:
        """Give the SQL of the district's name, where the file has one."""
        return "c.district" if "district" in self.cells else "NULL::VARCHAR"


@dataclass(frozen=True)
class Part:
    """Some lines of a batch, and the mended columns that none of them needs."""

    whole: Conversion
    relation: str
    spared: frozenset[str] = frozenset()

    def from_clause(self, needed: Collection[str] | None = None) -> str:
        """Join the cells with what mending found, in all columns or the needed ones."""
        joins = [
            f"LEFT JOIN {c.mend} ON {c.mend}.text = {c.as_text}"
            for name, c in self.whole.cells.items()
            if self.is_mended(name) and (needed is None or name in needed)
        ]
        if self.whole.has_places and needed is None:
            joins.append(
                "LEFT JOIN places ON places.village = c.village "
                f"AND places.district IS NOT DISTINCT FROM {self.whole.district}"
            )
        return " ".join([f"FROM {self.relation} c", *joins])

    def is_mended(self, name: str) -> bool:
        """Say whether a column of these lines needs its mended texts."""
        return name in self.whole.mended and name not in self.spared

    def outputs(self, column: Column) -> list[str]:
        """Give the SQL of each output of a column of the format."""
        value = value_of(column.type)
        found = self._read(column, value)
        if column.name == "village_code" and self.whole.has_places:
            found[0] = f"coalesce({found[0]}, places.code)"
        if column.name in self.whole.defaults:
            found[0] = f"coalesce({found[0]}, {self.whole.defaults[column.name]})"
        return [
            f"({sql})::{type_}" for sql, type_ in zip(found, value.types, strict=True)
        ]

    def _read(self, column: Column, value: Value) -> list[str]:
        cell = self.whole.cells.get(column.name)
        if cell is None:
            return [*value.absent]
        if not self.is_mended(column.name):
            return [*cell.clean()]
        return [
            f"CASE WHEN {cell.mend}.text IS NULL THEN {clean} ELSE {cell.mend}.v{at} END"
            for at, clean in enumerate(cell.clean())
        ]

    def select_list(self) -> str:
        """Give the outputs of all columns, named as in the format's table."""
        return ", ".join(
            f'{sql} AS "{name}"'
            for column in self.whole.form.columns
            for sql, name in zip(self.outputs(column), column.fills, strict=False)
        )

    def filled(self, name: str) -> str:
        """Say in SQL that a column could be read."""
        outputs = self.outputs(self.whole.form.column(name))
        known = outputs[1 if self.whole.form.column(name).type == "birth" else 0]
        return f"({known} IS NOT NULL)"

    def note(self, cell: Cell) -> str:
        """Give the SQL of what mending says of a cell."""
        return f"{cell.mend}.note" if self.is_mended(cell.column.name) else "''"
