"""How good the data of each sender are."""

from naungan.engine.table import Table


TABLE = Table(
    name="quality",
    meaning="How good the data of each sender are.",
    columns={
        "file": "file as given",
        "kind": "workers, members, ...",
        "owner": "institution it belongs to, or null",
        "measure": "which shortcoming",
        "numerator": "rows that have it",
        "denominator": "rows looked at",
        "value": "ratio",
    },
    query="""
        SELECT file, kind, owner, measure, numerator, denominator, value FROM quality
    """,
    order_by=(
        "kind",
        "file",
        "measure",
    ),
)
