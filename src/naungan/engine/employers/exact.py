"""Rows that share a number of the state are one employer, if the names allow it.

NIB, NPP and NPWP are typed by hand, copied down columns, and lent: two rows
with one number and names without a single word in common stay apart (and go to
review when one of them is registered).
"""

from naungan.engine.work import Work


IDS = ("nib", "npp", "npwp")
SPELT_ALIKE = 0.85  # Jaro-Winkler of whole names that are one name misspelt
MOST_NAMES_COMPARED = 8  # differing names of one number compared by letters


def make_exact_edges(work: Work) -> None:
    """Create `exact_edges(a, b)`: nodes that one trusted number makes one.

    Also `same_id_pairs(a, b, method)`: the pairs as found, to learn from.
    """
    con = work.con
    con.execute(_shared_sql())
    con.execute(_by_word_sql())
    con.execute(_by_letters_sql())


def _shared_sql() -> str:
    """Numbers held by several nodes, and the same row given twice."""
    each = " UNION ALL ".join(
        f"SELECT node, '{name}' AS method, {name} AS id FROM employer_nodes"
        f" WHERE {name} IS NOT NULL"
        for name in IDS
    )
    return f"""CREATE OR REPLACE TEMP TABLE shared_ids AS
        WITH held AS ({each})
        FROM held SEMI JOIN (
            SELECT method, id FROM held GROUP BY ALL HAVING count(*) > 1) USING (method, id)
        UNION ALL
        SELECT node, 'place', place::VARCHAR FROM employer_nodes SEMI JOIN (
            SELECT place FROM employer_nodes GROUP BY place HAVING count(*) > 1)
            USING (place)"""


def _by_word_sql() -> str:
    """Join each node to the first one with the same number and a same word.

    A name without a word (or no name at all) contradicts nothing.
    """
    return """CREATE OR REPLACE TEMP TABLE exact_edges AS
        WITH worded AS (
            SELECT method, id, node, word
            FROM shared_ids LEFT JOIN employer_words USING (node)),
        starred AS (
            SELECT method, node AS a, min(node) OVER (PARTITION BY method, id, word) AS b
            FROM worded WHERE word IS NOT NULL
            UNION ALL
            SELECT method, w.node, first.node FROM worded w JOIN (
                SELECT method, id, min(node) AS node FROM shared_ids GROUP BY ALL) first
                USING (method, id)
            WHERE word IS NULL OR method = 'place'
            UNION ALL
            SELECT method, w.node, first.node FROM shared_ids w JOIN (
                SELECT method, id, min(node) AS node FROM worded WHERE word IS NULL
                GROUP BY ALL) first USING (method, id))
        SELECT DISTINCT method, a, b FROM starred WHERE a <> b"""


def _by_letters_sql() -> str:
    """Compare by letters a row none of whose words its number has elsewhere."""
    return f"""INSERT INTO exact_edges
        WITH worded AS (
            SELECT method, id, node, word FROM shared_ids
            JOIN employer_words USING (node) WHERE method <> 'place'),
        held AS (
            SELECT DISTINCT method, id, node FROM worded SEMI JOIN (
                SELECT method, id, word FROM worded GROUP BY ALL HAVING count(*) > 1)
                USING (method, id, word)),
        lonely AS (
            SELECT DISTINCT method, id, node FROM worded
            ANTI JOIN held USING (method, id, node)),
        spelt AS (
            SELECT method, id, node, string_agg(form, '' ORDER BY form) AS letters
            FROM worded JOIN word_forms USING (word) SEMI JOIN lonely USING (method, id)
            GROUP BY ALL),
        ranked AS (
            SELECT *, row_number() OVER (PARTITION BY method, id ORDER BY node) AS place,
                (method, id, node) IN (SELECT (method, id, node) FROM lonely) AS is_lonely
            FROM spelt)
        SELECT DISTINCT method, y.node, x.node FROM ranked x
        JOIN ranked y USING (method, id)
        WHERE x.node < y.node AND (x.is_lonely OR y.is_lonely) AND y.place <= {MOST_NAMES_COMPARED}
            AND jaro_winkler_similarity(x.letters, y.letters) >= {SPELT_ALIKE}"""
