"""Third step: which memberships belong to which person.

In this order: what a person decided, what a trusted number says, what weights
say. A membership belongs to one person at most; a person may have several.
"""

from naungan.engine.linkage.compare import LEVELS, code, level_name
from naungan.engine.linkage.decide import LINKED, REVIEW, chosen
from naungan.engine.linkage.evidence import weigh_review
from naungan.engine.linkage.residual import MEMBER, MILLI, WORKER
from naungan.engine.linkage.verdicts import find_numbered
from naungan.engine.work import Work


GONE = (
    *("found", "decided", "not_theirs", "numbered_verdicts", "scored_pairs"),
    "number_pairs",
)
EVIDENCE = ", ".join(f"{field}_level" for field in LEVELS)


def without_weights(nik_level: str) -> str:
    """Fill the evidence of links that no weights made."""
    levels = ", ".join(
        f"{nik_level if field == 'nik' else 'NULL'} AS {field}_level"
        for field in LEVELS
    )
    return f"NULL::DOUBLE AS weight, NULL::DOUBLE AS prior, {levels}"


def told_apart() -> str:
    """List the members and persons that a person decided are not the same."""
    return f"""
        CREATE OR REPLACE TEMP TABLE not_theirs AS
        SELECT left_row AS member_row, person_id
        FROM verdicts JOIN person_rows p ON p.row_id = right_row
        WHERE left_side = {MEMBER} AND right_side = {WORKER} AND NOT same
        UNION
        SELECT member_row, person_id FROM numbered_verdicts WHERE NOT same"""


def without_told_apart() -> str:
    """Leave the told-apart out of what is weighed, so that others may step forward."""
    return f"""
        DELETE FROM scored_pairs USING not_theirs t JOIN person_rows p USING (person_id)
        WHERE side = {MEMBER} AND left_row = t.member_row AND right_row = p.row_id"""


def by_verdict() -> str:
    """Link what a person decided, directly or through another membership."""
    return f"""
        CREATE OR REPLACE TEMP TABLE decided AS
        SELECT member_row, min(person_id) AS person_id FROM (
            SELECT left_row AS member_row, person_id
            FROM verdicts JOIN person_rows p ON p.row_id = right_row
            WHERE left_side = {MEMBER} AND right_side = {WORKER} AND same
            UNION ALL
            SELECT member_row, person_id FROM numbered_verdicts WHERE same)
        GROUP BY member_row"""


def by_number() -> str:
    """Link members whose number, and name or birth date, agree with a worker row."""
    return f"""
        SELECT person_id, n.left_row AS member_row, 'linked' AS band, 'nik' AS method,
               {without_weights("'exact'")}
        FROM number_pairs n JOIN person_rows p ON p.row_id = n.right_row
        WHERE n.side = {MEMBER} AND n.agrees"""


def by_score() -> str:
    """Link or put to review the members that weights speak for."""
    slips = f"({code('nik', 'slip_serial')}, {code('nik', 'slip_head')})"
    levels = ", ".join(
        f"{level_name(field, f'{field}_level')} AS {field}_level" for field in LEVELS
    )
    groups = "(SELECT row_id, person_id AS grp FROM person_rows)"
    return f"""
        SELECT grp AS person_id, left_row AS member_row,
               CASE WHEN odds >= {LINKED} THEN 'linked' ELSE 'review' END AS band,
               CASE WHEN nik_level IN {slips} THEN 'nik_repaired' ELSE 'scored' END
                   AS method,
               round(odds / {MILLI}.0, 3) AS weight, round(prior / {MILLI}.0, 3) AS prior,
               {levels}
        FROM ({chosen(MEMBER, groups)}) WHERE odds >= {REVIEW}"""


def found_links() -> str:
    """Gather all links; a verdict takes the place of whatever else was found."""
    return f"""
        CREATE OR REPLACE TEMP TABLE found AS
        SELECT person_id, member_row, 'linked' AS band, 'decided' AS method,
               {without_weights("NULL")} FROM decided
        UNION ALL BY NAME
        SELECT * FROM ({by_number()} UNION ALL BY NAME {by_score()})
        WHERE member_row NOT IN (SELECT member_row FROM decided)
          AND (member_row, person_id) NOT IN (SELECT member_row, person_id FROM not_theirs)"""


def members_told_together() -> str:
    """Follow verdicts between two memberships: the linked one takes the other along."""
    return f"""
        INSERT INTO decided
        SELECT other, min(person_id) FROM (
            SELECT left_row AS one, right_row AS other FROM verdicts
            WHERE left_side = {MEMBER} AND right_side = {MEMBER} AND same
            UNION ALL
            SELECT right_row, left_row FROM verdicts
            WHERE left_side = {MEMBER} AND right_side = {MEMBER} AND same)
        JOIN found ON member_row = one AND band = 'linked'
        WHERE other NOT IN (SELECT member_row FROM decided)
        GROUP BY other"""


def members_told_apart() -> str:
    """Of two memberships that are not one person's, free the one linked less surely."""
    rank = """CASE method WHEN 'decided' THEN 0 WHEN 'nik' THEN 1 ELSE 2 END,
        -coalesce({0}.weight, 0), {0}.member_row"""
    ahead = f"({rank.replace('method', 'l.method').format('l')})"
    behind = f"({rank.replace('method', 'r.method').format('r')})"
    return f"""
        INSERT INTO not_theirs
        SELECT CASE WHEN {ahead} < {behind} THEN r.member_row ELSE l.member_row END,
               l.person_id
        FROM verdicts v JOIN found l ON l.member_row = v.left_row
        JOIN found r ON r.member_row = v.right_row AND r.person_id = l.person_id
        WHERE left_side = {MEMBER} AND right_side = {MEMBER} AND NOT same"""


def link(work: Work) -> None:
    """Make links: every membership with the person it belongs to, if known."""
    con = work.con
    find_numbered(con)
    con.execute(told_apart())
    con.execute(by_verdict())
    con.execute(without_told_apart())
    con.execute(found_links())
    if con.execute(f"FROM verdicts WHERE right_side = {MEMBER} LIMIT 1").fetchall():
        con.execute(members_told_together())
        con.execute(members_told_apart())
        con.execute(found_links())
    weigh_review(con)
    con.execute(f"""
        CREATE OR REPLACE TABLE links AS
        SELECT person_id, member_row, kpj, band, method, weight, {EVIDENCE}, prior
        FROM found JOIN member_rows ON row_id = member_row ORDER BY member_row""")
    for table in GONE:
        con.execute(f"DROP TABLE {table}")
