"""Score what the engine says about employers: matches and findings."""

import duckdb

from naungan.engine.scoring.line import Line


def match_line(con: duckdb.DuckDBPyConnection) -> Line:
    """Score employers linked to registrations (NPP).

    A true pair is an employer on a list that has a registration in the month.
    """
    con.execute(
        """CREATE TABLE registered AS
        SELECT DISTINCT npp, true_employer FROM firm_rows WHERE npp IS NOT NULL"""
    )
    row = con.execute(
        """SELECT count(*) FILTER (f.true_employer = r.true_employer), count(*)
        FROM s_employer_links l JOIN firms f USING (employer_id)
        JOIN registered r USING (npp) WHERE l.band = 'linked'"""
    ).fetchone()
    pairs = con.execute(
        """WITH wanted AS (SELECT a.employer_id, r.npp FROM firm_rows a
            JOIN registered r USING (true_employer) WHERE a.npp IS NULL)
        SELECT count(*) FILTER (l.npp IS NOT NULL), count(*) FROM wanted w
        LEFT JOIN (SELECT DISTINCT employer_id, npp FROM s_employer_links
            WHERE band = 'linked') l USING (employer_id, npp)"""
    ).fetchone()
    assert row is not None
    assert pairs is not None
    return Line("employers", int(row[0]), int(row[1]), int(pairs[0]), int(pairs[1]))


def finding_lines(con: duckdb.DuckDBPyConnection, month: str) -> list[Line]:
    """Score employer findings by code, then all together.

    A finding is right when it is true; of the true ones, those count as wanted
    that show in any list (`evident`).
    """
    rows = con.execute(
        """WITH said AS (SELECT DISTINCT true_employer, code
            FROM s_employer_findings JOIN firms USING (employer_id)),
        truth AS (SELECT true_employer, code, evident FROM t_employer_findings
            WHERE month = $month AND true_employer IN
                (SELECT true_employer FROM firm_rows)),
        joined AS (SELECT coalesce(s.code, t.code) AS code, s.code IS NOT NULL AS said,
            t.code IS NOT NULL AS is_true, coalesce(t.evident, false) AS evident
            FROM said s FULL JOIN truth t USING (true_employer, code))
        SELECT code, count(*) FILTER (said AND is_true), count(*) FILTER (said),
            count(*) FILTER (said AND evident), count(*) FILTER (evident)
        FROM joined GROUP BY code ORDER BY code""",
        {"month": month},
    ).fetchall()
    lines = [Line(f"finding:{row[0]}", *row[1:]) for row in rows]
    totals = [sum(int(row[at]) for row in rows) for at in range(1, 5)]
    return [Line("findings", *totals), *lines]
