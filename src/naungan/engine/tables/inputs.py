"""Every file read, with its account."""

from naungan.engine.table import Table


TABLE = Table(
    name="inputs",
    meaning="Every file read, with its account.",
    columns={
        "file_id": "number of the file within this run, from 0",
        "file": "file as given",
        "sha256": "hash of its bytes",
        "kind": "workers, members, employers, ...",
        "lines": "physical lines or sheet rows",
        "accepted": "rows taken in",
        "rejected": "rows returned with a reason",
        "set_aside": "titles, heads, blanks and totals",
        "mapping": "JSON: our column to the sender's header",
        "size": "bytes",
    },
    query="""
        SELECT file_id, file, sha256, kind, lines, accepted, rejected, set_aside, mapping, size FROM inputs
    """,
    order_by=(
        "kind",
        "file",
    ),
)
