"""Third step: which memberships belong to which person."""

from naungan.engine.linkage.compare import LEVELS, code, level_name
from naungan.engine.linkage.decide import LINKED, REVIEW, chosen
from naungan.engine.linkage.residual import MEMBER
from naungan.engine.linkage.weigh import MILLI
from naungan.engine.work import Work


EVIDENCE = ", ".join(f"{field}_level" for field in LEVELS)


def by_number() -> str:
    """Link members whose number, and name or birth date, agree with a worker row."""
    empty = ", ".join(
        f"'exact' AS {field}_level" if field == "nik" else f"NULL AS {field}_level"
        for field in LEVELS
    )
    return f"""
        SELECT person_id, n.left_row AS member_row, 'linked' AS band, 'nik' AS method,
               NULL::DOUBLE AS weight, NULL::DOUBLE AS prior, {empty}
        FROM number_pairs n JOIN person_rows p ON p.row_id = n.right_row
        WHERE n.side = {MEMBER} AND n.agrees"""


def by_score() -> str:
    """Link or put to review the members that weights speak for."""
    slips = f"({code('nik', 'slip_serial')}, {code('nik', 'slip_head')})"
    named = ", ".join(
        f"{level_name(field, f'{field}_level')} AS {field}_level" for field in LEVELS
    )
    groups = "(SELECT row_id, person_id AS grp FROM person_rows)"
    return f"""
        SELECT grp AS person_id, left_row AS member_row,
               CASE WHEN odds >= {LINKED} THEN 'linked' ELSE 'review' END AS band,
               CASE WHEN nik_level IN {slips} THEN 'nik_repaired' ELSE 'scored' END
                   AS method,
               round(odds / {MILLI}.0, 3) AS weight, round(prior / {MILLI}.0, 3) AS prior,
               {named}
        FROM ({chosen(MEMBER, groups)}) WHERE odds >= {REVIEW}"""


def link(work: Work) -> None:
    """Make links: every membership with the person it belongs to, if known."""
    con = work.con
    con.execute(f"""
        CREATE OR REPLACE TABLE links AS
        SELECT person_id, member_row, kpj, band, method, weight, {EVIDENCE}, prior
        FROM ({by_number()} UNION ALL {by_score()})
        JOIN member_rows ON row_id = member_row ORDER BY member_row""")
    con.execute("DROP TABLE scored_pairs")
    con.execute("DROP TABLE number_pairs")
