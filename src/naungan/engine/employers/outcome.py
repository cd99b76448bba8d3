"""The tables other steps read: employers, their rows, registrations and people.

An employer is *registered* when one of its rows has an NPP or its NPP is in the
extract or the payments; *review* when it only may be a registered one; else
*unregistered*.
"""

import duckdb

from naungan.engine.employers.judge import REVIEW_FROM
from naungan.engine.employers.nodes import cleaned


FIRST_SAID = (
    ("nib", "nib"),
    ("npp", "npp"),
    ("npwp", "npwp"),
    ("scale", "scale"),
    ("risk_group", "risk_group"),
    ("kind", "kind"),
    ("kbli", "kbli"),
    ("kbli_version", "kbli_version"),
    ("declared_workers", "declared_workers"),
    ("village_code", "village_code"),
)


def make_outcome(con: duckdb.DuckDBPyConnection) -> None:
    """Create the employer tables from `employer_roots` and `employer_numbers`."""
    con.execute(_numbered_sql())
    con.execute(_registrations_sql())
    con.execute(_links_sql())
    con.execute(_employers_sql())
    con.execute(_rows_sql())
    con.execute(_members_sql())
    con.execute(_people_sql())


def _numbered_sql() -> str:
    """Every node with the number of its employer and the row as written."""
    said = ", ".join(f"r.{name}" for name, _ in FIRST_SAID if name not in ("npp",))
    return f"""CREATE OR REPLACE TEMP TABLE numbered AS
        SELECT employer_id, node, n.row_id, n.file_id, r.employer_ref, r.name, {said},
            coalesce(nullif(trim(r.npp), ''), n.npp) AS npp, n.npp AS npp_key
        FROM employer_nodes n JOIN employer_roots USING (node)
        JOIN employer_numbers USING (root)
        LEFT JOIN employer_in_rows r ON r.row_id = n.row_id"""


def _registrations_sql() -> str:
    """Which employer a registration number leads to; the first where it is disputed."""
    return """CREATE OR REPLACE TEMP TABLE registrations AS
        SELECT npp_key, arg_min(employer_id, node) AS employer_id,
            arg_min(npp, node) AS npp
        FROM numbered WHERE npp_key IS NOT NULL GROUP BY npp_key"""


def _links_sql() -> str:
    """Registrations an employer has, and those it may have, best first."""
    return f"""CREATE OR REPLACE TABLE employer_links AS
        WITH scored AS (
            SELECT employer_id, min(weight) AS weight
            FROM united JOIN judged_pairs USING (a, b)
            JOIN numbered ON node = a GROUP BY employer_id),
        by_number AS (
            SELECT employer_id, min(CASE method WHEN 'nib' THEN 1 WHEN 'npwp' THEN 2 END) AS rank
            FROM exact_edges e JOIN numbered x ON x.node = e.a
            JOIN numbered y USING (employer_id)
            WHERE y.node = e.b AND method IN ('nib', 'npwp')
                AND (x.npp_key IS NULL) <> (y.npp_key IS NULL)
            GROUP BY employer_id),
        decided AS (
            SELECT DISTINCT x.employer_id FROM employer_verdicts v
            JOIN numbered x ON x.node = v.a JOIN numbered y ON y.node = v.b
            WHERE same AND x.employer_id = y.employer_id),
        held AS (
            SELECT n.employer_id, arg_min(n.npp, n.node) AS npp
            FROM numbered n WHERE npp_key IS NOT NULL GROUP BY n.employer_id, npp_key),
        linked AS (
            SELECT employer_id, npp, 'linked' AS band,
                CASE WHEN d.employer_id IS NOT NULL THEN 'decided'
                    WHEN s.employer_id IS NOT NULL THEN 'scored'
                    WHEN b.rank = 1 THEN 'nib' WHEN b.rank = 2 THEN 'npwp'
                    ELSE 'npp' END AS method,
                CASE WHEN d.employer_id IS NULL THEN s.weight END AS weight
            FROM held LEFT JOIN scored s USING (employer_id)
            LEFT JOIN by_number b USING (employer_id) LEFT JOIN decided d USING (employer_id)),
        doubtful AS ({_doubtful_sql()})
        FROM linked UNION ALL FROM doubtful ORDER BY employer_id, band, npp"""


def _doubtful_sql() -> str:
    """Pairs that await review: likely by name, or one number and unlike names."""
    apart = "SELECT x.employer_id, y.npp_key FROM employer_verdicts v " + (
        "JOIN numbered x ON x.node IN (v.a, v.b) JOIN numbered y ON y.node IN (v.a, v.b) "
        "WHERE NOT same AND x.node <> y.node"
    )
    return f"""
        WITH found AS (
            SELECT x.employer_id, y.npp_key, 'scored' AS method, weight
            FROM judged_pairs JOIN numbered x ON x.node = a JOIN numbered y ON y.node = b
            WHERE probability >= {REVIEW_FROM}
            UNION ALL
            SELECT x.employer_id, y.npp_key, method, NULL
            FROM (SELECT DISTINCT method, id FROM shared_ids WHERE method <> 'place')
            JOIN shared_ids l USING (method, id) JOIN shared_ids r USING (method, id)
            JOIN numbered x ON x.node = l.node JOIN numbered y ON y.node = r.node
            WHERE x.employer_id <> y.employer_id),
        registered AS (
            SELECT DISTINCT employer_id FROM numbered WHERE npp_key IS NOT NULL)
        SELECT f.employer_id, g.npp, 'review' AS band,
            arg_min(method, (weight IS NULL, -weight, method)) AS method, max(weight) AS weight
        FROM found f JOIN registrations g USING (npp_key)
        ANTI JOIN registered ON registered.employer_id = f.employer_id
        ANTI JOIN ({apart}) kept_apart ON kept_apart.employer_id = f.employer_id
            AND kept_apart.npp_key = f.npp_key
        GROUP BY f.employer_id, g.npp"""


def _employers_sql() -> str:
    """One row per employer; each value from the first row that says anything."""
    said = ", ".join(
        f"arg_min({name}, node) FILTER ({name} IS NOT NULL) AS {name}"
        for name, _ in FIRST_SAID
    )
    return f"""CREATE OR REPLACE TABLE employers AS
        WITH gathered AS (
            SELECT employer_id, arg_min(employer_ref, node)
                    FILTER (employer_ref IS NOT NULL) AS employer_ref,
                coalesce(arg_min(name, node) FILTER (name IS NOT NULL),
                    'NPP ' || min(npp)) AS name, {said}
            FROM numbered GROUP BY employer_id),
        has AS (
            SELECT employer_id, min(npp) AS npp, min(weight) AS weight
            FROM employer_links WHERE band = 'linked' GROUP BY employer_id),
        may AS (
            SELECT employer_id, arg_min(npp, (weight IS NULL, -weight, npp)) AS npp,
                max(weight) AS weight
            FROM employer_links WHERE band = 'review' GROUP BY employer_id)
        SELECT employer_id, employer_ref, nib, g.npp, npwp, name, scale, risk_group, kind,
            kbli, kbli_version, declared_workers, village_code,
            CASE WHEN has.npp IS NOT NULL THEN 'registered'
                WHEN may.npp IS NOT NULL THEN 'review' ELSE 'unregistered' END AS registration,
            coalesce(g.npp, has.npp) AS registered_npp, may.npp AS review_npp,
            coalesce(has.weight, may.weight) AS registration_weight
        FROM gathered g LEFT JOIN has USING (employer_id) LEFT JOIN may USING (employer_id)
        ORDER BY employer_id"""


def _rows_sql() -> str:
    return """CREATE OR REPLACE TABLE employer_rows AS
        SELECT employer_id, row_id FROM numbered WHERE row_id IS NOT NULL ORDER BY row_id"""


def _members_sql() -> str:
    return f"""CREATE OR REPLACE TABLE employer_members AS
        SELECT employer_id, m.row_id AS member_row
        FROM (SELECT row_id, {cleaned("npp")} AS npp_key FROM member_rows
            WHERE npp IS NOT NULL) m
        JOIN registrations USING (npp_key) ORDER BY m.row_id"""


def _people_sql() -> str:
    """Persons under the employer their row names by NIB, NPP or its own list's id.

    An id that two employers use in different lists names neither.
    """
    keys = " UNION ALL ".join(
        f"SELECT {cleaned(column)} AS key, employer_id, {rank} AS rank FROM numbered"
        for rank, column in enumerate(("nib", "npp", "employer_ref"))
    )
    return f"""CREATE OR REPLACE TABLE person_employers AS
        WITH keys AS (
            SELECT key, rank, min(employer_id) AS employer_id FROM ({keys})
            WHERE key IS NOT NULL GROUP BY key, rank
            HAVING min(employer_id) = max(employer_id)),
        meant AS (SELECT key, arg_min(employer_id, rank) AS employer_id FROM keys GROUP BY key),
        named AS (
            SELECT ref, employer_id FROM (
                SELECT DISTINCT employer_ref AS ref FROM worker_rows
                WHERE employer_ref IS NOT NULL)
            JOIN meant ON key = {cleaned("ref")})
        SELECT DISTINCT person_id, employer_id
        FROM worker_rows w JOIN named ON ref = w.employer_ref
        JOIN person_rows USING (row_id) ORDER BY person_id, employer_id"""
