"""Merges and splits of employers between runs."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_lineage",
    meaning="Merges and splits of employers between runs.",
    columns={
        "employer_id": "the employer now",
        "previous_id": "the employer before",
        "kind": "merge or split",
        "run": "number of the run that saw it",
    },
    query="""
        SELECT employer_id, previous_id, kind, run FROM employer_lineage
    """,
    order_by=(
        "run",
        "employer_id",
        "previous_id",
    ),
    final_after="findings",
)
