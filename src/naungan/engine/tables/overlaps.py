"""How many people are known to exactly these lists."""

from naungan.engine.table import Table


TABLE = Table(
    name="overlaps",
    meaning="How many people are known to exactly these lists.",
    columns={
        "lists": "names of lists joined by +",
        "region_code": "dotted Kemendagri code",
        "level": "level of the region",
        "people": "how many",
    },
    query="""
        SELECT lists, region_code, level, people FROM "overlaps"
    """,
    order_by=(
        "region_code",
        "lists",
    ),
)
