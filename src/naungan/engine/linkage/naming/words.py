"""The letters of names whose words do not settle the matter.

Only pairs whose other fields leave a chance come here. The words both names
have are taken away; what is left over is compared as letters. Most often that
is one word against one: each such pair of words is compared once.
"""

import duckdb

from naungan.engine.linkage.compare import code
from naungan.engine.linkage.naming.cut import written
from naungan.engine.linkage.residual import MEMBER, WORKER
from naungan.lib import names


ALIKE = 0.88  # Jaro-Winkler similarity above which two leftovers are one word
SHORTEST_ALIKE = 4  # letters below which one slip makes another name


def near(l: str, r: str) -> str:  # noqa: E741 (left and right)
    """Say whether two leftovers are one word spelt differently."""
    return f"""(least(length({l}), length({r})) >= {SHORTEST_ALIKE}
        AND (jaro_winkler_similarity({l}, {r}) >= {ALIKE}
             OR damerau_levenshtein({l}, {r}) <= 1))"""


def single_words() -> str:
    """Compare each pair of single leftover words once."""
    return f"""
        SELECT left_word, right_word, {near("l.form", "r.form")} AS is_near,
               (length(l.form) = 1 OR length(r.form) = 1)
                   AND l.form[1] = r.form[1] AS is_initial
        FROM (SELECT DISTINCT left_word, right_word FROM singles)
        JOIN name_tokens l ON l.token = left_word
        JOIN name_tokens r ON r.token = right_word"""


def named_level() -> str:
    """Name the level that `is_near`, `is_initial` and `shares` amount to."""
    c = {
        level: code("name", level)
        for level in ("near", "initial", "partial", "near_alone", "none")
    }
    return f"""(CASE
        WHEN is_near THEN CASE WHEN shares > 0 THEN {c["near"]} ELSE {c["near_alone"]} END
        WHEN shares = 0 THEN {c["none"]}
        WHEN is_initial THEN {c["initial"]} ELSE {c["partial"]} END)::UTINYINT"""


def spelled(side: int, rows: str) -> str:
    """List the words of the rows of one side, in the order written."""
    name = "member" if side == MEMBER else "worker"
    chosen = f"(SELECT row_id, {written('name')} AS name FROM {name}_rows WHERE row_id IN ({rows}))"
    return f"""
        SELECT {side}::UTINYINT AS side, row_id,
               list(form ORDER BY nth, place) AS words
        FROM (SELECT row_id, unnest(raws) AS raw, generate_subscripts(raws, 1) AS nth
              FROM (SELECT row_id, {names.raw_tokens_sql("name")} AS raws FROM {chosen}))
        JOIN raw_tokens USING (raw) JOIN name_tokens USING (token) GROUP BY row_id"""


def spelled_rows() -> str:
    """List the words of every row of `severals`."""
    members = f"SELECT left_row FROM severals WHERE side = {MEMBER}"
    workers = f"""SELECT right_row FROM severals UNION ALL
        SELECT left_row FROM severals WHERE side = {WORKER}"""
    return f"""CREATE OR REPLACE TEMP TABLE spelled AS
        {spelled(MEMBER, members)} UNION ALL {spelled(WORKER, workers)}"""


def both_spelled(shares: int) -> str:
    """Join the words of either row to the pairs that share a word, or share none."""
    return f"""(SELECT * FROM severals WHERE shares = {shares}) p
        JOIN spelled l ON l.side = p.side AND l.row_id = p.left_row
        JOIN spelled r ON r.side = {WORKER} AND r.row_id = p.right_row"""


def several_words() -> str:
    """Compare what is left of two names when that is more than one word.

    Names without a word in common are left whole.
    """
    return f"""
        WITH apart AS (
            SELECT p.side, p.left_row, p.right_row,
                   list_filter(l.words, lambda w: NOT list_contains(r.words, w)) AS l,
                   list_filter(r.words, lambda w: NOT list_contains(l.words, w)) AS r
            FROM {both_spelled(1)}),
        written AS (
            SELECT *, array_to_string(l, '') AS lt, array_to_string(r, '') AS rt,
                   array_to_string(list_transform(l, lambda w: w[1]), '') AS li,
                   array_to_string(list_transform(r, lambda w: w[1]), '') AS ri
            FROM apart),
        whole AS (
            SELECT p.side, p.left_row, p.right_row, array_to_string(l.words, '') AS lt,
                   array_to_string(r.words, '') AS rt
            FROM {both_spelled(0)})
        SELECT side, left_row, right_row, 1 AS shares, {near("lt", "rt")} AS is_near,
               li = ri AND (lt = li OR rt = ri) AS is_initial, lt = '' OR rt = '' AS is_subset
        FROM written
        UNION ALL
        SELECT side, left_row, right_row, 0, {near("lt", "rt")}, false, false FROM whole"""


def settle_names(con: duckdb.DuckDBPyConnection, pairs: str, target: str) -> None:
    """Make `target`(side, left_row, right_row, name_level) for the open pairs."""
    is_open = f"name_level = {code('name', 'open')}"
    for table, condition in (
        ("singles", "left_word >= 0 AND right_word >= 0"),
        ("severals", "left_word < 0 OR right_word < 0"),
    ):
        con.execute(f"""CREATE OR REPLACE TEMP TABLE {table} AS
            SELECT DISTINCT side, left_row, right_row, shares, left_word, right_word
            FROM {pairs} WHERE {is_open} AND ({condition})""")
    con.execute(spelled_rows())
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE {target} AS
        SELECT side, left_row, right_row, {named_level()} AS name_level
        FROM singles JOIN ({single_words()}) USING (left_word, right_word)
        UNION ALL
        SELECT side, left_row, right_row, CASE WHEN is_subset
            THEN {code("name", "subset")} ELSE {named_level()} END
        FROM ({several_words()})""")
    for table in ("singles", "severals", "spelled"):
        con.execute(f"DROP TABLE {table}")
