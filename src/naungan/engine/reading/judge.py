"""Which lines of a batch are no accepted row: the table `suspects` and its verdicts."""

from collections.abc import Callable

import duckdb

from naungan.engine.format import Need
from naungan.engine.reading import reasons
from naungan.engine.reading.conversion import Conversion, Part
from naungan.lib.sql_text import literal


def judge(
    con: duckdb.DuckDBPyConnection, conversion: Conversion
) -> dict[str, list[int]]:
    """Give every suspicious line a verdict; return the lines of each.

    Verdicts are `blank`, `header`, `total` and `rejected`; other suspects stay rows.
    """
    doubted = _doubt(con, conversion)
    if not doubted:
        return {}
    part = conversion.only(doubted)
    faults = ", ".join(_fault(part, need) for need in conversion.form.required)
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE suspects AS
        SELECT c.line, c.raw, NOT ({_met(part)}) AS is_bad,
            {_identified(part)} AS is_identified,
            list_filter([{faults}], lambda x: x IS NOT NULL) AS faults,
            NULL::VARCHAR AS verdict
        {part.from_clause()}
        """
    )
    headers = {" ".join(cell.header.split()) for cell in conversion.cells.values()}
    con.execute(f"UPDATE suspects SET verdict = {_verdict()}", [sorted(headers)])
    found = con.execute(
        "SELECT verdict, list(line ORDER BY line) FROM suspects "
        "WHERE verdict IS NOT NULL GROUP BY verdict ORDER BY verdict"
    ).fetchall()
    return dict(found)


def looks_lacking(conversion: Conversion) -> str:
    """Say in SQL that a line of `cells c` lacks something, or is perhaps no data row."""
    present = " AND ".join(
        _one_of(need, lambda name: _is_written(conversion, name))
        for need in conversion.form.required
    )
    return f"NOT ({present}) OR {_heads(conversion)}"


def _is_written(conversion: Conversion, name: str) -> str:
    cell = conversion.cells.get(name)
    return f"(c.{cell.name} IS NOT NULL)" if cell else "false"


def _doubt(con: duckdb.DuckDBPyConnection, conversion: Conversion) -> list[int]:
    """List suspicious lines first: only these are read again, with the whole row.

    Where every repeated text could be read, only odd lines may lack something. A row
    that names a person and lacks nothing is a row, however much it looks like a total.
    """
    parts = conversion.parts()
    if not conversion.is_unsure:
        parts = [conversion.odd()] if conversion.has_odd else []
    read = conversion.needed | set(_naming(conversion))
    listed = " UNION ALL ".join(
        f"SELECT c.line {part.from_clause(read)} WHERE NOT ({_met(part)}) "
        f"OR ({_heads(conversion)} AND NOT {_identified(part)})"
        for part in parts
    )
    if not listed:
        return []
    con.execute(f"CREATE OR REPLACE TEMP TABLE doubted AS {listed}")
    found: list[int] = con.execute("FROM doubted").fetchnumpy()["line"].tolist()
    return found


def _met(part: Part) -> str:
    needs = (_is_met(part, need) for need in part.whole.form.required)
    return " AND ".join(needs)


def _is_met(part: Part, need: Need) -> str:
    return _one_of(need, part.filled)


def _one_of(need: Need, test: Callable[[str], str]) -> str:
    groups = (" AND ".join(map(test, group)) for group in need.groups)
    return "(" + " OR ".join(f"({group})" for group in groups) + ")"


def _fault(part: Part, need: Need) -> str:
    """Describe in SQL the cell for which a need is not met; NULL when it is."""
    cells = part.whole.cells
    name = next(n for group in need.groups for n in group if n in cells)
    cell = cells[name]
    return (
        f"CASE WHEN NOT {_is_met(part, need)} THEN {{'column': '{name}', "
        f"'header': {literal(cell.header)}, 'value': {cell.as_text}, "
        f"'need': {literal(_as_headed(part, need))}, 'note': coalesce({part.note(cell)}, '')}} END"
    )


def _as_headed(part: Part, need: Need) -> str:
    """Write a choice of columns by the headers of the file, a single one by its name."""
    if len(need.groups) == 1 and len(need.groups[0]) == 1:
        return need.text()
    heads = {name: cell.header for name, cell in part.whole.cells.items()}
    groups = (
        " dan ".join(heads.get(name, name) for name in group) for group in need.groups
    )
    return ", atau ".join(groups)


def _heads(conversion: Conversion) -> str:
    """Say in SQL that a required text begins like a total or repeats its header."""
    tests = ["false"]
    for name in sorted(conversion.needed):
        cell = conversion.cells.get(name)
        if cell is not None and cell.column.type in ("text", "identifier"):
            tests += [_begins(f"c.{cell.name}", head) for head in reasons.TOTAL_HEADS]
            tests.append(f"c.{cell.name} = {literal(cell.header)}")
    return "(" + " OR ".join(tests) + ")"


def _begins(cell: str, head: str) -> str:
    """Say in SQL that a text begins so; as a range, many times cheaper than a cut."""
    after = head[:-1] + chr(ord(head[-1]) + 1)
    return f"({cell} >= '{head}' AND {cell} < '{after}')"


def _identified(part: Part) -> str:
    """Say in SQL that a row names a person by number or birth date."""
    named = map(part.filled, _naming(part.whole))
    return "(" + " OR ".join(["false", *named]) + ")"


def _naming(conversion: Conversion) -> list[str]:
    return [n for n, c in conversion.cells.items() if c.column.type in ("nik", "birth")]


def _verdict() -> str:
    filled = "list_filter(raw, lambda x: x IS NOT NULL AND trim(x) <> '')"
    heads = "list_filter(raw, lambda x: list_contains($1, trim(x)))"
    strict = f"list_filter(raw, lambda x: regexp_full_match(x, '{reasons.TOTAL}', 'i'))"
    loose = (
        f"list_filter(raw, lambda x: regexp_matches(x, '{reasons.TOTAL_LOOSE}', 'i'))"
    )
    return f"""CASE
        WHEN len({filled}) = 0 THEN 'blank'
        WHEN len({heads}) >= 2 AND len({heads}) * 2 > len({filled}) THEN 'header'
        WHEN NOT is_identified AND len({strict}) > 0 THEN 'total'
        WHEN NOT is_identified AND is_bad AND len({loose}) > 0 THEN 'total'
        WHEN is_bad THEN 'rejected' END"""
