"""The tables other steps read: employers, their rows, registrations and people.

An employer is *registered* when one of its rows has an NPP or its NPP is in the
extract or the payments; *review* when it only may be a registered one; else
*unregistered*.
"""

import duckdb

from naungan.engine.employers.judge import REVIEW_FROM
from naungan.engine.employers.nodes import cleaned


FIRST_SAID = (
    "employer_ref",
    "nib",
    "npp",
    "npwp",
    "scale",
    "risk_group",
    "kind",
    "kbli",
    "kbli_version",
    "declared_workers",
    "village_code",
)


def make_outcome(con: duckdb.DuckDBPyConnection) -> None:
    """Create the employer tables from `employer_roots` and `employer_numbers`."""
    con.execute(_numbered_sql())
    con.execute(_registrations_sql())
    con.execute(_links_sql())
    con.execute(_spans_sql())
    con.execute(_employers_sql())
    con.execute(_rows_sql())
    con.execute(_members_sql())
    con.execute(_worker_employers_sql())
    for name in ("numbered", "registrations", "spans"):
        con.execute(f"DROP TABLE {name}")


def _numbered_sql() -> str:
    """Every node with the number of its employer."""
    return """CREATE OR REPLACE TEMP TABLE numbered AS
        SELECT employer_id, node, row_id, nib AS nib_key, npp AS npp_key
        FROM employer_nodes JOIN employer_roots USING (node)
        JOIN employer_numbers USING (root)"""


def _registrations_sql() -> str:
    """Which employer a registration number leads to; the first where it is disputed."""
    return """CREATE OR REPLACE TEMP TABLE registrations AS
        SELECT npp_key, arg_min(employer_id, node) AS employer_id,
            arg_min(coalesce(trim(r.npp), npp_key), node) AS npp
        FROM numbered LEFT JOIN employer_in_rows r USING (row_id)
        WHERE npp_key IS NOT NULL GROUP BY npp_key"""


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
            SELECT DISTINCT n.employer_id, npp FROM numbered n
            JOIN registrations USING (npp_key)),
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
        FROM linked UNION ALL FROM doubtful"""


def _doubtful_sql() -> str:
    """Pairs that await review: likely by name, or one number and unlike names."""
    return f"""
        WITH found AS (
            SELECT a, b, 'scored' AS method, weight FROM judged_pairs
            WHERE probability >= {REVIEW_FROM}
            UNION ALL
            SELECT l.node, r.node, method, NULL
            FROM shared_ids l JOIN shared_ids r USING (method, id) WHERE method <> 'place'),
        own AS (
            SELECT n.employer_id, arg_min(npp, node) AS npp
            FROM numbered n JOIN registrations USING (npp_key) GROUP BY n.employer_id),
        apart AS (
            SELECT DISTINCT x.employer_id, y.employer_id AS other FROM (
                SELECT a, b FROM employer_verdicts WHERE NOT same
                UNION ALL SELECT b, a FROM employer_verdicts WHERE NOT same) v
            JOIN numbered x ON x.node = v.a JOIN numbered y ON y.node = v.b)
        SELECT x.employer_id, own.npp, 'review' AS band,
            arg_min(method, (weight IS NULL, -weight, method)) AS method, max(weight) AS weight
        FROM found JOIN numbered x ON x.node = a JOIN numbered y ON y.node = b
        JOIN own ON own.employer_id = y.employer_id
        WHERE x.employer_id <> y.employer_id
            AND x.employer_id NOT IN (SELECT employer_id FROM own)
            AND (x.employer_id, y.employer_id) NOT IN (SELECT (employer_id, other) FROM apart)
        GROUP BY x.employer_id, own.npp"""


def _spans_sql() -> str:
    """The first and the last row of every employer, and how many there are."""
    return """CREATE OR REPLACE TEMP TABLE spans AS
        SELECT employer_id, count(*) AS nodes, min(npp_key) AS npp_key,
            arg_min(row_id, node) AS first_row, arg_max(row_id, node) AS last_row
        FROM numbered GROUP BY employer_id"""


def _gathered_sql() -> str:
    """Select one row per employer; each value from the first row that says anything.

    Its name is that of its first row with a registration number, whichever list came
    first. Nearly all employers have one row or two, and need no sorting out.
    """
    either = ", ".join(f"coalesce(x.{name}, y.{name}) AS {name}" for name in FIRST_SAID)
    first = ", ".join(
        f"arg_min(r.{name}, node) FILTER (r.{name} IS NOT NULL) AS {name}"
        for name in FIRST_SAID
    )
    called = """CASE WHEN x.npp IS NULL AND y.npp IS NOT NULL
            THEN coalesce(y.name, x.name) ELSE coalesce(x.name, y.name) END AS name"""
    named = """arg_min(r.name, (r.npp IS NULL, node))
            FILTER (r.name IS NOT NULL) AS name"""
    return f"""
        SELECT employer_id, npp_key, {called}, {either} FROM spans
        LEFT JOIN employer_in_rows x ON x.row_id = first_row
        LEFT JOIN employer_in_rows y ON y.row_id = last_row WHERE nodes <= 2
        UNION ALL
        SELECT employer_id, min(s.npp_key), {named}, {first}
        FROM spans s JOIN numbered USING (employer_id)
        LEFT JOIN employer_in_rows r USING (row_id) WHERE nodes > 2 GROUP BY employer_id"""


def _employers_sql() -> str:
    """The employers with what is known of their registration.

    One that no list names is called by its registration number.
    """
    return f"""CREATE OR REPLACE TABLE employers AS
        WITH gathered AS ({_gathered_sql()}),
        held AS (
            SELECT employer_id, min(npp) FILTER (band = 'linked') AS npp,
                min(weight) FILTER (band = 'linked') AS weight,
                arg_min(npp, (weight IS NULL, -weight, npp)) FILTER (band = 'review') AS may,
                max(weight) FILTER (band = 'review') AS may_weight
            FROM employer_links GROUP BY employer_id)
        SELECT employer_id, employer_ref, nib, coalesce(g.npp, h.npp) AS npp, npwp,
            coalesce(name, 'NPP ' || npp_key) AS name, scale, risk_group, kind, kbli,
            kbli_version, declared_workers, village_code,
            CASE WHEN h.npp IS NOT NULL THEN 'registered'
                WHEN h.may IS NOT NULL THEN 'review' ELSE 'unregistered' END AS registration,
            coalesce(g.npp, h.npp) AS registered_npp, h.may AS review_npp,
            coalesce(h.weight, h.may_weight) AS registration_weight
        FROM gathered g LEFT JOIN held h USING (employer_id)"""


def _rows_sql() -> str:
    return """CREATE OR REPLACE TABLE employer_rows AS
        SELECT employer_id, row_id FROM numbered WHERE row_id IS NOT NULL"""


def _members_sql() -> str:
    """Members under an employer's registrations, each written number looked up once."""
    return f"""CREATE OR REPLACE TABLE employer_members AS
        WITH written AS (
            SELECT m.npp, employer_id FROM (SELECT DISTINCT npp FROM member_rows) m
            JOIN registrations g ON g.npp_key = {cleaned("m.npp")})
        SELECT employer_id, row_id AS member_row FROM member_rows JOIN written USING (npp)"""


def place_people(con: duckdb.DuckDBPyConnection) -> None:
    """Create `person_employers`: persons under the employer that a row names."""
    con.execute("""CREATE OR REPLACE TABLE person_employers AS
        SELECT DISTINCT person_id, employer_id
        FROM worker_employers JOIN person_rows USING (row_id)""")
    con.execute("DROP TABLE worker_employers")


def _worker_employers_sql() -> str:
    """Which employer each row of the workers' lists means: by NIB, NPP or the list's own id.

    An id that two employers use in different lists names neither.
    """
    return f"""CREATE OR REPLACE TABLE worker_employers AS
        WITH written AS (
            SELECT ref, {cleaned("ref")} AS key FROM (
                SELECT DISTINCT employer_ref AS ref FROM worker_rows
                WHERE employer_ref IS NOT NULL)),
        own_ids AS (
            SELECT employer_id, {cleaned("employer_ref")} AS key
            FROM numbered JOIN employer_in_rows r USING (row_id)
            WHERE r.employer_ref IS NOT NULL AND r.employer_ref IS DISTINCT FROM r.nib
                AND r.employer_ref IS DISTINCT FROM r.npp),
        meant AS (
            SELECT ref, rank, min(employer_id) AS employer_id FROM (
                SELECT ref, employer_id, 1 AS rank FROM written JOIN numbered ON nib_key = key
                UNION ALL
                SELECT ref, employer_id, 2 FROM written JOIN registrations ON npp_key = key
                UNION ALL
                SELECT ref, employer_id, 3 FROM written JOIN own_ids USING (key))
            GROUP BY ref, rank HAVING min(employer_id) = max(employer_id)),
        named AS (
            SELECT ref, arg_min(employer_id, rank) AS employer_id FROM meant GROUP BY ref)
        SELECT row_id, employer_id FROM worker_rows JOIN named ON ref = employer_ref"""
