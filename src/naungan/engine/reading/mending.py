"""Spellings that SQL does not read: found once per column, read once per text."""

import duckdb

from naungan.engine.reading.conversion import Cell, Conversion, Part
from naungan.engine.reading.judge import looks_lacking
from naungan.engine.reading.value import Reading, Setting
from naungan.lib.region_search import find_village, settled


def mend(
    con: duckdb.DuckDBPyConnection, conversion: Conversion, setting: Setting
) -> None:
    """Give every odd spelling of the batch a careful reading.

    One scan finds all lines with an odd cell; of columns in which the same texts
    come again and again, each distinct text is looked at instead.
    """
    odd = _find_odd_cells(con, conversion, setting)
    for name, cell in conversion.cells.items():
        if cell.value.is_repetitive:
            odd[name] = _find_odd_texts(con, cell, setting)
        if odd[name]:
            conversion.mended[name] = _mend_column(con, cell, setting)
            if name in conversion.needed:
                conversion.is_unsure |= _leaves_blanks(con, cell)
    if "village" in conversion.cells:
        _find_places(con, conversion, setting)


def _find_odd_cells(
    con: duckdb.DuckDBPyConnection, conversion: Conversion, setting: Setting
) -> dict[str, int]:
    """Keep the lines that cannot be taken as they are; count the odd of each column."""
    cells = conversion.cells.values()
    once = [cell for cell in cells if not cell.value.is_repetitive]
    own = ", ".join(f"c.{cell.name}" for cell in cells)
    marks = "".join(f", {cell.odd(setting)} AS {cell.mark}" for cell in once)
    odd = [cell.odd(setting) for cell in once]
    tests = " OR ".join([*odd, looks_lacking(conversion)])
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE odd_cells AS SELECT c.line, {own} {marks} "
        f"FROM cells c WHERE {tests}"
    )
    counts = ", ".join(["count(*)", *(f"count(*) FILTER ({c.mark})" for c in once)])
    [(lines, *found)] = con.execute(f"SELECT {counts} FROM odd_cells").fetchall()
    conversion.has_odd = lines > 0
    names = [cell.column.name for cell in once]
    return dict(zip(names, found, strict=True))


def _find_odd_texts(
    con: duckdb.DuckDBPyConnection, cell: Cell, setting: Setting
) -> int:
    """Collect the odd texts of a repetitive column, each once."""
    # In two statements, or the test is pushed below and done for every row.
    distinct = f"SELECT DISTINCT c.{cell.name} FROM cells c"
    con.execute(f"CREATE OR REPLACE TEMP TABLE texts AS {distinct}")
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {cell.odd_texts} AS "
        f"SELECT {cell.as_text} AS text FROM texts c WHERE {cell.odd(setting)}"
    )
    [(count,)] = con.execute(f"SELECT count(*) FROM {cell.odd_texts}").fetchall()
    return int(count)


def _leaves_blanks(con: duckdb.DuckDBPyConnection, cell: Cell) -> bool:
    """Say whether a text of a repetitive column turned out to say nothing."""
    if not cell.value.is_repetitive:
        return False
    known = "v1" if cell.column.type == "birth" else "v0"
    query = f"SELECT count(*) > count({known}) FROM {cell.mend}"
    [(blank,)] = con.execute(query).fetchall()
    return bool(blank)


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
        f"''::VARCHAR AS note, ''::VARCHAR AS code FROM "
        f"(SELECT DISTINCT text FROM {cell.odd_texts})"
    )
    rest = con.execute(f"SELECT text FROM {cell.mend} WHERE v0 IS NULL").fetchall()
    texts = [text for (text,) in rest]
    readings = [cell.value.read(text, cell.column, setting) for text in texts]
    if texts:
        con.execute(f"DELETE FROM {cell.mend} WHERE v0 IS NULL")
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


def _find_places(
    con: duckdb.DuckDBPyConnection, conversion: Conversion, setting: Setting
) -> None:
    """Look village names up where no code says which village it is."""
    part = Part(conversion, "cells")
    code = part.outputs(conversion.form.column("village_code"))[0]
    pairs = con.execute(
        f"SELECT DISTINCT c.village, {conversion.district} "
        f"{part.from_clause({'village_code'})} "
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
