"""Rows that could not be taken in, and why."""

from naungan.engine.table import Table


TABLE = Table(
    name="rejected",
    meaning="Rows that could not be taken in, and why.",
    columns={
        "file": "file as given",
        "line": "physical line or sheet row, from 1",
        "row": "data row, from 1",
        "column": "the column at fault",
        "value": "the cell as written",
        "code": "stable code of the reason",
        "message": "what is wrong and how to mend it, in Indonesian",
    },
    query="""
        SELECT file, line, row, "column", value, code, message FROM rejected
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
