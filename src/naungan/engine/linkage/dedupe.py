"""Second step: which rows of the workers' lists speak of one person."""

from naungan.engine.work import Work


def exact_clusters() -> str:
    """Join rows that need no weighing.

    Rows with one trusted number are one person; so are rows without a number
    that agree in name, full birth date and regency.
    """
    return """
        CREATE OR REPLACE TABLE worker_cluster AS
        SELECT row_id, min(row_id) OVER (PARTITION BY CASE
            WHEN nik_state IN ('valid', 'inconsistent') THEN nik END, CASE
            WHEN nik_state NOT IN ('valid', 'inconsistent') THEN CASE
                WHEN birth_date IS NULL OR regency IS NULL THEN -row_id
                ELSE name_key END END, CASE
            WHEN nik_state NOT IN ('valid', 'inconsistent') THEN birth_date END, CASE
            WHEN nik_state NOT IN ('valid', 'inconsistent') THEN regency END) AS cluster
        FROM worker_keys"""


def dedupe(work: Work) -> None:
    """Make worker_cluster(row_id, cluster): cluster = smallest row of the person."""
    work.con.execute(exact_clusters())
    work.con.execute(
        "CREATE OR REPLACE TABLE worker_cluster AS SELECT * FROM worker_cluster ORDER BY row_id"
    )
