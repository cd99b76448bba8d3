"""Merges and splits of persons between runs."""

from naungan.engine.table import Table


TABLE = Table(
    name="person_lineage",
    meaning="Merges and splits of persons between runs.",
    columns={
        "person_id": "the person now",
        "previous_id": "the person before",
        "kind": "merge or split",
        "run": "number of the run that saw it",
    },
    query="""
        SELECT person_id, previous_id, kind, run FROM person_lineage
    """,
    order_by=(
        "run",
        "person_id",
        "previous_id",
    ),
    final_after="persons",
)
