"""What people decided about pairs of employers, as pairs of nodes.

A verdict names each side by `<sha256 or its first digits>:<row>`, by NIB or by
NPP. The latest verdict on a pair holds; a name that no input knows is left
aside, as a verdict on rows that are gone.
"""

from naungan.engine.employers.nodes import cleaned
from naungan.engine.work import Work


KINDS = ("same_employer", "different_employer")
SHORTEST_SHA = 8


def make_verdicts(work: Work) -> None:
    """Create `employer_verdicts(a, b, same)`, one line per pair of nodes, a < b."""
    work.con.execute(_named_sql())
    work.con.execute(_verdicts_sql())
    work.con.execute("DROP TABLE named_sides")


def _named_sql() -> str:
    """Every node that each side of each verdict names."""
    sides = " UNION ALL ".join(
        f"""SELECT row_id AS verdict, '{side}' AS side, trim("{side}") AS name
            FROM decision_rows WHERE kind IN {KINDS}"""
        for side in ("left", "right")
    )
    source = f"^[0-9a-fA-F]{{{SHORTEST_SHA},64}}:[0-9]+$"
    return f"""CREATE OR REPLACE TEMP TABLE named_sides AS
        WITH sides AS ({sides}),
        rows_named AS (
            SELECT verdict, side, lower(split_part(name, ':', 1)) AS sha,
                TRY_CAST(split_part(name, ':', 2) AS INTEGER) AS "row"
            FROM sides WHERE regexp_full_match(name, '{source}'))
        SELECT verdict, side, node FROM sides
        JOIN employer_nodes n ON n.nib = {cleaned("name")} OR n.npp = {cleaned("name")}
        UNION
        SELECT verdict, side, node FROM rows_named
        JOIN inputs ON starts_with(sha256, sha)
        JOIN employer_in_rows r ON r.file_id = inputs.file_id AND r."row" = rows_named."row"
        JOIN employer_nodes USING (row_id)"""


def _verdicts_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE employer_verdicts AS
        SELECT least(l.node, r.node) AS a, greatest(l.node, r.node) AS b,
            arg_max(kind, (coalesce(d."at", ''), d.row_id)) = '{KINDS[0]}' AS same
        FROM named_sides l JOIN named_sides r USING (verdict)
        JOIN decision_rows d ON d.row_id = verdict
        WHERE l.side = 'left' AND r.side = 'right' AND l.node <> r.node
        GROUP BY ALL ORDER BY a, b"""
