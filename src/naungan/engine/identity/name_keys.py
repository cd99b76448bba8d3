"""By which number a name is found again: exact words, any order, no scan of persons.

Linkage gives each row the sum of its words' numbers (`naungan.engine.linkage.naming`).
The index keeps its last digits: fewer numbers than that name nobody wrongly, and the
file is cut at round numbers.
"""

from typing import Final

import duckdb

from naungan.lib import names


SPAN: Final = 10**14
KEY_SPAN: Final = 1 << 56  # of one word, as linkage keeps it


def name_key(name: str) -> int | None:
    """Give the number of a name as written; None where it holds no word."""
    words = names.tokens(name)
    if not words:
        return None
    return sum(names.token_id(word) % KEY_SPAN for word in words) % SPAN


def keep_name_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Create `person_names(name_key, person_id)`: each spelling of each person once."""
    con.execute(f"""CREATE OR REPLACE TABLE person_names AS
        WITH first AS (
            SELECT person_id, cluster, name_key % {SPAN} AS name_key
            FROM persons JOIN worker_keys ON row_id = cluster WHERE words > 0),
        others AS (
            SELECT DISTINCT n.person_id, k.name_key % {SPAN} AS name_key
            FROM several_rows s JOIN numbers n USING (cluster)
            JOIN worker_keys k ON k.row_id = s.row_id AND k.row_id <> s.cluster
            WHERE words > 0)
        SELECT name_key, person_id FROM first
        UNION ALL
        SELECT o.name_key, o.person_id FROM others o ANTI JOIN first USING (person_id, name_key)
        """)
