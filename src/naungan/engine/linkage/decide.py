"""From weights to an answer: the best partner, unless another explains as much.

A row belongs to one person at most. So its best candidate is held against all
its other candidates together: two people who fit equally well leave the matter
open however well they fit. What is left is the log2 odds that the best one is
right; one threshold on it serves towns and nations alike, because the prior
already counts how many strangers there are.
"""

from typing import Final

from naungan.engine.linkage.residual import MILLI, WORKER


LINKED: Final = 3 * MILLI  # 8 to 1
REVIEW: Final = -2 * MILLI  # 1 to 4
FINE: Final = 1_000_000  # odds of rivals are summed as whole millionths of the best


def per_group(side: int, groups: str) -> str:
    """Take the best pair of each row with each group (a person or a cluster).

    `groups` is a table (row_id, grp) of rows that belong together; a row that is not
    there is a group of its own, and no candidate for the group it is in.
    """
    own = "AND coalesce(g.grp, right_row) <> coalesce(o.grp, left_row)"
    look_up = f"LEFT JOIN {groups} o ON o.row_id = s.left_row"
    return f"""
        SELECT s.*, coalesce(g.grp, right_row) AS grp
        FROM scored_pairs s LEFT JOIN {groups} g ON g.row_id = s.right_row
        {look_up if side == WORKER else ""}
        WHERE side = {side} {own if side == WORKER else ""}
        QUALIFY row_number() OVER (
            PARTITION BY left_row, coalesce(g.grp, right_row) ORDER BY weight DESC, right_row) = 1"""


def chosen(side: int, groups: str) -> str:
    """Choose the best group of each row and weigh it against the others together."""
    return f"""
        WITH grouped AS ({per_group(side, groups)}),
        ranked AS (
            SELECT *, row_number() OVER best AS place,
                   first_value(weight) OVER best AS top
            FROM grouped
            WINDOW best AS (PARTITION BY left_row ORDER BY weight DESC, grp)),
        rivals AS (
            SELECT left_row, sum(round({FINE} * pow(2, (weight - top) / {MILLI}.0)))::BIGINT
                   AS others
            FROM ranked WHERE place > 1 GROUP BY left_row)
        SELECT r.*, coalesce(others, 0) AS others,
               round(-{MILLI} * log2(pow(2, -weight / {MILLI}.0)
                   + coalesce(others, 0) / {FINE}.0))::INTEGER AS odds
        FROM ranked r LEFT JOIN rivals USING (left_row) WHERE place = 1"""
