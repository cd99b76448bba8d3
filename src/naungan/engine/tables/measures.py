"""Every published figure with its universe."""

from naungan.engine.table import Table


TABLE = Table(
    name="measures",
    meaning="Every published figure with its universe.",
    columns={
        "measure": "which figure",
        "region_code": "dotted Kemendagri code",
        "level": "village, district, regency, province, national",
        "segment": "or null for all",
        "category": "or null for all",
        "funder": "or null for all",
        "month": "YYYY-MM",
        "universe": "name of the denominator",
        "numerator": "people or rupiah counted",
        "low": "linked matches only",
        "high": "with matches awaiting review",
        "denominator": "size of the universe",
        "value": "the figure",
        "hidden": "whether a small cell was hidden",
    },
    query="""
        SELECT measure, region_code, level, segment, category, funder, month, universe, numerator, low, high, denominator, value, hidden FROM measures
    """,
    order_by=(
        "measure",
        "region_code",
        "level",
        "segment",
        "category",
        "funder",
        "month",
        "universe",
    ),
)
