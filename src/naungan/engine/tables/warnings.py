"""Accepted rows with an optional cell that could not be used."""

from naungan.engine.table import Table


TABLE = Table(
    name="warnings",
    meaning="Accepted rows with an optional cell that could not be used.",
    columns={
        "file": "file as given",
        "line": "physical line or sheet row, from 1",
        "row": "data row, from 1",
        "column": "the column at fault",
        "value": "the cell as written",
        "code": "stable code of the reason",
        "message": "what was emptied and how to mend it, in Indonesian",
    },
    query="""
        SELECT file, line, row, "column", value, code, message FROM warnings
    """,
    order_by=(
        "file",
        "line",
        "column",
        "code",
        "row",
        "value",
    ),
    final_after="findings",
)
