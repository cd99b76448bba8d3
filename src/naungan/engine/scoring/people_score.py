"""Score what the engine says about people: rows, links, statuses."""

import duckdb

from naungan.engine.scoring.line import DIGITS, Line


STEPS = {
    "exact": "method = 'nik' AND band = 'linked'",
    "repaired": "method = 'nik_repaired' AND band = 'linked'",
    "scored": "method = 'scored' AND band = 'linked'",
    "residual": "method <> 'nik' AND band = 'linked'",
    "linked": "band = 'linked'",
    "linked_or_review": "true",
}
OF_RESIDUAL = ("repaired", "scored", "residual")


def _numbers(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[int, ...]:
    row = con.execute(sql).fetchone()
    assert row is not None
    return tuple(int(value or 0) for value in row)


def _pairs(con: duckdb.DuckDBPyConnection, by: str, table: str) -> int:
    """Count the pairs of rows that agree in `by`."""
    return _numbers(
        con,
        f"""SELECT coalesce(sum(n * (n - 1) // 2), 0) FROM (
            SELECT count(*) AS n FROM {table} GROUP BY {by})""",
    )[0]


def dedupe_line(con: duckdb.DuckDBPyConnection) -> Line:
    """Score pairs of list rows taken for one person."""
    right = _pairs(con, "person_id, true_person", "rows")
    found = _pairs(con, "person_id", "rows")
    return Line("dedupe", right, found, right, _pairs(con, "true_person", "rows"))


def join_links(con: duckdb.DuckDBPyConnection) -> None:
    """Create `judged` (every link, right or not) and `true_links` (all that exist)."""
    con.execute(
        """CREATE TABLE judged AS
        SELECT l.person_id, l.kpj, l.band, l.method, l.weight, m.true_person AS truth,
            coalesce(p.true_person = m.true_person, false) AS is_right
        FROM s_links l JOIN members m USING (kpj) LEFT JOIN people p USING (person_id)"""
    )
    con.execute(
        """CREATE TABLE true_links AS
        SELECT kpj, coalesce(e.exact, false) AS exact
        FROM members SEMI JOIN rows USING (true_person)
        LEFT JOIN (SELECT kpj, true AS exact FROM judged
            WHERE is_right AND method = 'nik' AND band = 'linked'
            GROUP BY kpj) e USING (kpj)"""
    )


def link_lines(con: duckdb.DuckDBPyConnection) -> list[Line]:
    """Score the links by how they were made.

    Repaired and scored links are measured against what exact NIKs leave over.
    """
    lines = []
    for step, chosen in STEPS.items():
        right, found, hit = _numbers(
            con,
            f"""SELECT count(*) FILTER (is_right), count(*),
                count(DISTINCT kpj) FILTER (is_right) FROM judged WHERE {chosen}""",
        )
        left = "NOT exact" if step in OF_RESIDUAL else "true"
        (wanted,) = _numbers(con, f"SELECT count(*) FROM true_links WHERE {left}")
        if step in OF_RESIDUAL:
            (hit,) = _numbers(
                con,
                f"""SELECT count(DISTINCT kpj) FROM judged JOIN true_links USING (kpj)
                WHERE is_right AND NOT exact AND {chosen}""",
            )
        lines.append(Line(step, right, found, hit, wanted))
    return lines


def best_threshold(con: duckdb.DuckDBPyConnection) -> dict[str, float | None]:
    """Find the weight at which the residual links, review included, have most F1."""
    (wanted,) = _numbers(con, "SELECT count(*) FROM true_links WHERE NOT exact")
    row = con.execute(
        """WITH ranked AS (
            SELECT weight, sum(is_right::INTEGER) AS ok, count(*) AS n
            FROM judged WHERE method <> 'nik' GROUP BY weight),
        running AS (
            SELECT weight, sum(ok) OVER w AS ok, sum(n) OVER w AS n FROM ranked
            WINDOW w AS (ORDER BY weight DESC))
        SELECT weight, ok / n, ok / $wanted, 2.0 * ok / (n + $wanted) AS f1
        FROM running ORDER BY f1 DESC, weight DESC LIMIT 1""",
        {"wanted": max(1, wanted)},
    ).fetchone()
    names = ("weight", "precision", "recall", "f1")
    if row is None:
        return dict.fromkeys(names)
    return {
        name: None if value is None else round(float(value), DIGITS)
        for name, value in zip(names, row, strict=True)
    }


def kind_lines(con: duckdb.DuckDBPyConnection) -> list[Line]:
    """Score the pairs of list row and membership by the mistakes in either row."""
    con.execute(
        """CREATE TABLE pairs AS
        SELECT list_distinct(list_concat(r.kinds, m.kinds)) AS kinds,
            r.true_person = m.true_person AS is_right, true AS found
        FROM judged j JOIN rows r USING (person_id) JOIN members m USING (kpj)
        WHERE j.band = 'linked'
        UNION ALL
        SELECT list_distinct(list_concat(r.kinds, m.kinds)), true, false
        FROM rows r JOIN members m USING (true_person)
        ANTI JOIN (SELECT person_id, kpj FROM s_links WHERE band = 'linked') l
            ON l.person_id = r.person_id AND l.kpj = m.kpj"""
    )
    rows = con.execute(
        """WITH by_kind AS (
            SELECT unnest(CASE WHEN len(list_filter(kinds, lambda k: k <> '')) = 0
                THEN ['none'] ELSE list_filter(kinds, lambda k: k <> '') END) AS kind,
                is_right, found FROM pairs)
        SELECT kind, count(*) FILTER (found AND is_right), count(*) FILTER (found),
            count(*) FILTER (is_right)
        FROM by_kind GROUP BY kind ORDER BY kind"""
    ).fetchall()
    return [
        Line(f"kind:{kind}", right, found, right, wanted)
        for kind, right, found, wanted in rows
    ]


def coverage_lines(con: duckdb.DuckDBPyConnection, month: str) -> list[Line]:
    """Score the statuses: all together, then one by one."""
    con.execute(
        """CREATE TABLE statuses AS
        SELECT s.status AS said, t.status AS truth
        FROM s_coverage s JOIN people USING (person_id)
        JOIN (SELECT true_person, status FROM t_coverage WHERE month = $month) t
            USING (true_person)""",
        {"month": month},
    )
    right, whole = _numbers(
        con, "SELECT count(*) FILTER (said = truth), count(*) FROM statuses"
    )
    lines = [Line("coverage", right, whole, right, whole)]
    rows = con.execute(
        """SELECT status, count(*) FILTER (said = truth), count(*) FILTER (is_said),
            count(*) FILTER (NOT is_said)
        FROM (SELECT said AS status, said, truth, true AS is_said FROM statuses
            UNION ALL SELECT truth, said, truth, false FROM statuses)
        GROUP BY status ORDER BY status"""
    ).fetchall()
    for status, agreed, said, true in rows:
        lines.append(Line(f"coverage:{status}", agreed // 2, said, agreed // 2, true))
    return lines


def finding_lines(con: duckdb.DuckDBPyConnection, month: str) -> list[Line]:
    """Score the findings about people that a world has a truth for."""
    rows = con.execute(
        """WITH truth AS (SELECT DISTINCT code, CASE WHEN code = $card
                THEN kpj ELSE true_person::VARCHAR END AS who
            FROM t_person_findings WHERE month = $month
                AND (code = $card OR true_person IN (SELECT true_person FROM people))),
        said AS (SELECT DISTINCT f.code, CASE WHEN f.code = $card
                THEN f.kpj ELSE p.true_person::VARCHAR END AS who
            FROM s_person_findings f LEFT JOIN people p USING (person_id)
            WHERE f.code IN (SELECT code FROM t_person_findings)
                AND (f.code <> $single OR f.kpj IS NULL)),
        joined AS (SELECT coalesce(s.code, t.code) AS code, s.who IS NOT NULL AS said,
                t.who IS NOT NULL AS is_true
            FROM said s FULL JOIN truth t ON s.code = t.code AND s.who = t.who)
        SELECT code, count(*) FILTER (said AND is_true), count(*) FILTER (said),
            count(*) FILTER (is_true)
        FROM joined GROUP BY code ORDER BY code""",
        {"month": month, "card": "not_on_any_list", "single": "age_out_of_range"},
    ).fetchall()
    return [
        Line(f"person:{code}", right, said, right, wanted)
        for code, right, said, wanted in rows
    ]
