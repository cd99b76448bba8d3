"""Lines that are no data: titles, heads, blanks, totals."""

from naungan.engine.table import Table


TABLE = Table(
    name="set_aside",
    meaning="Lines that are no data: titles, heads, blanks, totals.",
    columns={
        "file": "file as given",
        "line": "physical line or sheet row, from 1",
        "why": "title, header, blank, total, ...",
    },
    query="""
        SELECT file, line, why FROM set_aside
    """,
    order_by=(
        "file",
        "line",
    ),
    final_after="findings",
)
