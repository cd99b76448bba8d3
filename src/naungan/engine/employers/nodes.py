"""Every place where an employer shows itself becomes a node.

A node is a row of an employers file, or a registration number (NPP) that only
the membership extract or the payments know. Nodes are numbered by *place*
(file content and row), not by the order in which files were given, so that all
that follows does not depend on it.
"""

from naungan.engine.identity.source_ids import make_file_keys, source_id
from naungan.engine.work import Work


def make_nodes(work: Work) -> int:
    """Create `employer_nodes` and return how many nodes there are.

    Columns: node (dense, by place), place, row_id and file_id (NULL for a bare
    NPP), nib, npp, npwp as `cleaned` (NULL when of no use), village_code.
    """
    con = work.con
    make_file_keys(con)
    con.execute(_rows_sql())
    con.execute(_nodes_sql())
    con.execute("DROP TABLE employer_row_ids")
    (count,) = con.execute("SELECT count(*) FROM employer_nodes").fetchall()[0]
    return int(count)


def cleaned(column: str) -> str:
    """Return the SQL of an id as letters and digits; NULL for a stand-in.

    Offices fill a required cell with 0, 000…, 999… or dashes; such a value
    names nobody.
    """
    bare = f"regexp_replace(upper({column}), '[^0-9A-Z]', '', 'g')"
    return f"""CASE WHEN replace({bare}, '0', '') = '' THEN NULL
        WHEN length({bare}) > 3 AND replace({bare}, left({bare}, 1), '') = '' THEN NULL
        ELSE {bare} END"""


def tax_number(column: str) -> str:
    """Return the SQL of an NPWP; 16 digits with a leading zero are the old 15."""
    bare = cleaned(column)
    return f"""CASE WHEN length({bare}) = 16 AND starts_with({bare}, '0')
        THEN substr({bare}, 2) ELSE {bare} END"""


def _rows_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE employer_row_ids AS
        SELECT {source_id("file_key", "row")} AS place, row_id, file_id,
            {cleaned("nib")} AS nib, {cleaned("npp")} AS npp, {tax_number("npwp")} AS npwp,
            village_code
        FROM employer_in_rows JOIN file_keys USING (file_id)"""


def _nodes_sql() -> str:
    """Rows and bare registration numbers; a number on a row needs no node of its own."""
    return f"""CREATE OR REPLACE TEMP TABLE employer_nodes AS
        WITH seen AS (
            SELECT npp AS written, min(place) AS place FROM (
                {_first_places_sql("member_rows")}
                UNION ALL {_first_places_sql("contribution_rows")})
            GROUP BY npp),
        unlisted AS (
            SELECT {cleaned("written")} AS npp, min(place) AS place FROM seen
            ANTI JOIN employer_in_rows r ON r.npp = written GROUP BY 1),
        every AS (
            SELECT place, row_id, file_id, nib, npp, npwp, village_code
            FROM employer_row_ids
            UNION ALL
            SELECT place, NULL, NULL, NULL, npp, NULL, NULL
            FROM unlisted ANTI JOIN employer_row_ids USING (npp) WHERE npp IS NOT NULL)
        SELECT (row_number() OVER (ORDER BY place, row_id, npp) - 1)::INTEGER AS node, *
        FROM every"""


def _first_places_sql(table: str) -> str:
    """Registration numbers of a table with the first place of each."""
    return f"""
        SELECT npp, {source_id("file_key", "row")} AS place
        FROM (SELECT npp, file_id, min("row") AS "row" FROM {table}
            WHERE npp IS NOT NULL GROUP BY npp, file_id)
        JOIN file_keys USING (file_id)"""
