"""Turn a table of clean columns into the rows of one office's sheet."""

from typing import Any

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import bits
from naungan.engine.synthetic.office.cells import (
    Cell,
    cells_of,
    header_of,
    written_date,
    written_nik,
)
from naungan.engine.synthetic.office.style import Style
from naungan.lib import regions


NEVER_WRITTEN = ("source",)
PLACE_NAMES = ("Lahat", "Pagar Alam", "Sukabumi", "Pringsewu", "Palembang", "Bandung")


def columns_of(table: pa.Table, style: Style) -> list[str]:
    """Choose which columns an office has: village names may replace codes."""
    shown = []
    for name in table.column_names:
        if name.startswith("_") or name in NEVER_WRITTEN:
            continue
        if table.column(name).null_count == len(table) and name in (
            "employer_ref",
            "wage",
        ):
            continue
        if name == "village_code" and style.codes == "names":
            shown += ["village", "district"]
        else:
            shown.append(name)
    return shown


def header_row(columns: list[str], style: Style, stem: str) -> list[str]:
    """Write the header row."""
    heads = [header_of(name, style, stem) for name in columns]
    return ["No", *heads] if style.running else heads


def _births(table: pa.Table, style: Style) -> list[Cell]:
    days = table.column("birth_date").to_pylist()
    years = table.column("_birth_year").to_pylist()
    out: list[Cell] = []
    for at, (day, year) in enumerate(zip(days, years, strict=True)):
        place = PLACE_NAMES[at % len(PLACE_NAMES)]
        out.append(written_date(day, style, place) if day else year)
    return out


def _niks(table: pa.Table, style: Style, *, spreadsheet: bool) -> list[Cell]:
    rounded = table.column("_nik_rounded").to_pylist()
    return [
        nik and written_nik(nik, style, spreadsheet=spreadsheet, rounded=odd)
        for nik, odd in zip(table.column("nik").to_pylist(), rounded, strict=True)
    ]


def _place_names(table: pa.Table, *, district: bool) -> list[Cell]:
    known: dict[str | None, Cell] = {None: None}
    out = []
    for code in table.column("village_code").to_pylist():
        if code not in known:
            region = regions.by_code(code[:6] if district else code)
            known[code] = region.name if region else code
        out.append(known[code])
    return out


def _column(
    table: pa.Table, name: str, style: Style, *, spreadsheet: bool
) -> list[Cell]:
    if name == "nik":
        return _niks(table, style, spreadsheet=spreadsheet)
    if name == "birth_date":
        return _births(table, style)
    if name in ("village", "district"):
        return _place_names(table, district=name == "district")
    if name == "sex":
        words = dict(zip(("M", "F"), style.sexes, strict=True))
        return [words.get(sex) for sex in table.column("sex").to_pylist()]
    if name == "name" and style.capitals:
        return [str(text).upper() for text in table.column("name").to_pylist()]
    if name == "paid_on":
        days = table.column("paid_on").to_pylist()
        plain = "dash" if style.dates in ("place", "serial") else style.dates
        like = Style(**{**style.__dict__, "dates": plain})
        return [day and written_date(day, like, "") for day in days]
    return cells_of(table, name, style)


def body_rows(
    table: pa.Table, columns: list[str], style: Style, before: int, *, spreadsheet: bool
) -> list[list[Cell]]:
    """Write the data rows, the running number first where the office has one."""
    written = [_column(table, n, style, spreadsheet=spreadsheet) for n in columns]
    if style.running:
        numbers: list[Any] = list(range(before + 1, before + len(table) + 1))
        written = [numbers, *written]
    return [list(row) for row in zip(*written, strict=True)]


def title_rows(style: Style, stem: str, month: str) -> list[str]:
    """Write the merged titles above the header, fewer or more of them."""
    titles = (
        f"DAFTAR {stem.replace('-', ' ').upper()} (REKAAN)",
        f"KEADAAN BULAN {month}",
        "Data rekaan untuk uji coba – bukan orang sebenarnya",
    )
    return list(titles[: style.titles])


def blank_after(seed: int, file: str, row: int, style: Style) -> bool:
    """Say whether an office leaves an empty row after a data row."""
    if not style.blanks:
        return False
    drawn = bits(seed, f"blank {file}", np.array([row], dtype=np.int64))
    return int(drawn[0] % np.uint64(400)) == 0
