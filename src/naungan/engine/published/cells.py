"""The cells of one row of published figures, read by what each column holds."""

import re
from decimal import Decimal
from urllib.parse import urlsplit

from naungan.engine.published.figure import NATION, Bound, Figure, Vintage
from naungan.engine.published.notes import bound_in_cell, bound_in_note, target_in_note
from naungan.lib import dates, numbers, regions


_VINTAGE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YES = {"1", "1.0", "ya", "true", "benar", "x"}
_NO = {"", "0", "0.0", "tidak", "false"}
_LEVELS = {0: "national", 2: "province", 4: "regency", 6: "district", 10: "village"}


class UnreadableCellError(ValueError):
    """A cell that cannot be what its column says."""

    def __init__(self, column: str, value: str, message: str) -> None:
        """Keep the column, the value as written and how to mend it."""
        super().__init__(message)
        self.column = column
        self.value = value
        self.message = message


class Cells:
    """One row by column name; absent columns read as empty."""

    def __init__(self, cells: dict[str, str]) -> None:
        """Take the cells as they were written."""
        self._cells = cells

    def figure(self, row: int, line: int) -> Figure:
        """Read the whole row; raise `UnreadableCellError` at the first wrong cell."""
        code = self._region_code()
        note = self._text("note")
        bound, percent = self._percent()
        url = self._text("source_url")
        return Figure(
            row=row,
            line=line,
            region_code=code,
            region_name=self._region_name(code),
            level=_level(code),
            as_of=self._vintage(),
            segment=self._segment(),
            covered=self._count("covered"),
            denominator=self._positive("denominator"),
            percent=percent,
            bound=bound or (bound_in_note(note) if percent is not None else None),
            target=self._target(),
            approximate=self._approximate(),
            note=note,
            source_url=url,
            source_host=self._text("source_host") or (urlsplit(url).hostname or ""),
        )

    def _text(self, column: str) -> str:
        return " ".join(self._cells.get(column, "").split())

    def _region_code(self) -> str:
        written = self._text("region_code")
        if written in ("0", NATION):
            return NATION
        number = regions.code_number(written)
        if number is None:
            raise UnreadableCellError(
                "region_code",
                written,
                f"“{written}” bukan kode wilayah Kemendagri. Tulis seperti 16.04.",
            )
        return regions.dotted(number)

    def _region_name(self, code: str) -> str:
        region = regions.by_code(code)
        return self._text("region_name") or (region.name if region else code)

    def _segment(self) -> str:
        written = self._text("segment")
        if not written:
            raise UnreadableCellError(
                "segment", "", "Segmen kosong. Tulis ALL, PU, BPU, dan seterusnya."
            )
        return written.upper().replace(" ", "_")

    def _vintage(self) -> Vintage:
        written = self._text("as_of")
        plain = _VINTAGE.fullmatch(written)
        if plain:
            year, month, day = (int(part or 0) for part in plain.groups())
        else:
            read = dates.parse_date(written)
            year, month, day = (
                (0, 0, 0)
                if read is None
                else (read.year, read.month or 0, read.day or 0)
            )
        if not year or month not in range(13) or day not in range(32):
            raise UnreadableCellError(
                "as_of",
                written,
                f"“{written}” bukan waktu. Tulis seperti 2025, 2025-07, atau 2025-07-30.",
            )
        return Vintage(year, month, day)

    def _number(self, column: str) -> Decimal | None:
        written = self._text(column)
        return _read_number(column, written, percent=False) if written else None

    def _count(self, column: str) -> int | None:
        value = self._number(column)
        if value is None:
            return None
        if value != value.to_integral_value():
            raise UnreadableCellError(
                column,
                self._text(column),
                f"“{self._text(column)}” bukan bilangan bulat. Tulis jumlah orangnya.",
            )
        return int(value)

    def _positive(self, column: str) -> int | None:
        value = self._count(column)
        if value == 0:
            raise UnreadableCellError(
                column, "0", "Penyebut nol. Tulis jumlah pekerjanya atau kosongkan."
            )
        return value

    def _percent(self) -> tuple[Bound | None, Decimal | None]:
        bound, written = bound_in_cell(self._text("percent"))
        if not written:
            return None, None
        return bound, _read_number("percent", written, percent=True)

    def _target(self) -> Decimal | None:
        written = self._text("target_percent")
        if not written:
            return target_in_note(self._text("note"))
        return _read_number("target_percent", written, percent=True)

    def _approximate(self) -> bool:
        written = self._text("approx").lower()
        if written not in _YES and written not in _NO:
            raise UnreadableCellError(
                "approx", written, f"“{written}” bukan 1 atau 0. Tulis salah satu."
            )
        return written in _YES


def _read_number(column: str, written: str, *, percent: bool) -> Decimal:
    read = numbers.read_number(written, percent=percent)
    if read.value is None or read.value < 0:
        raise UnreadableCellError(
            column, written, f"“{written}” bukan angka nol atau lebih. Betulkan."
        )
    return read.value


def _level(code: str) -> str:
    digits = 0 if code == NATION else len(code.replace(".", ""))
    return _LEVELS[digits]
