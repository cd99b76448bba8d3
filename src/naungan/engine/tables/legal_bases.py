"""The articles that findings rest on, as this run read them."""

from naungan.engine.table import Table


TABLE = Table(
    name="legal_bases",
    meaning="The articles that findings rest on, as this run read them.",
    columns={
        "finding": "code of the finding",
        "position": "order within the finding, from 1",
        "from_month": "first month index",
        "to_month": "last month index, or null",
        "instrument": "id of the text",
        "short": "short title of the text",
        "article": "article",
        "confidence": "VERIFIED, SINGLE or MEMORY",
    },
    query="""
        SELECT finding, position, from_month, to_month, instrument, short, article,
            confidence
        FROM law_bases
    """,
    order_by=("finding", "position", "from_month"),
    final_after="findings",
)
