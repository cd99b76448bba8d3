"""Last step of linkage: let go of what only linkage needed.

At ten million rows the keys take more memory than the rows they came from.
What later steps ask of them is little: which rows have an odd NIK, and which
clusters have several rows.
"""

from naungan.engine.work import Work


GONE = ("member_keys", "raw_tokens", "name_tokens", "number_pairs", "scored_pairs")


def forget(work: Work) -> None:
    """Reduce `worker_keys` to odd NIK and `worker_cluster` to several rows."""
    work.con.execute("""CREATE OR REPLACE TABLE worker_keys AS
        SELECT row_id, nik_state FROM worker_keys WHERE nik_state <> 'valid'""")
    work.con.execute("""CREATE OR REPLACE TABLE worker_cluster AS
        SELECT * FROM worker_cluster SEMI JOIN
            (SELECT cluster FROM worker_cluster WHERE row_id <> cluster) USING (cluster)""")
    for name in GONE:
        work.con.execute(f"DROP TABLE IF EXISTS {name}")
