"""The parameters of law that this run read."""

from naungan.engine.table import Table


TABLE = Table(
    name="parameters",
    meaning="The parameters of law that this run read.",
    columns={
        "path": "name of the parameter",
        "from_month": "first month index",
        "to_month": "last month index, or null",
        "value": "as text, exact",
        "unit": "unit of the value",
        "instrument": "id of the text",
        "article": "article",
        "confidence": "VERIFIED, SINGLE or MEMORY",
        "date_uncertain": "whether the first day is less sure than the value",
        "overlaid_by": "file of the office that overlays it, or null",
    },
    query="""
        SELECT path, from_month, to_month, value, unit, instrument, article, confidence,
            date_uncertain, overlaid_by
        FROM law_parameters
    """,
    order_by=("path", "from_month"),
    final_after="findings",
)
