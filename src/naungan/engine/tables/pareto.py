"""The employers and villages that make up most of the gap."""

from naungan.engine.table import Table


TABLE = Table(
    name="pareto",
    meaning="The employers and villages that make up most of the gap.",
    columns={
        "kind": "village or employer",
        "level": "level of the region",
        "region_code": "dotted Kemendagri code",
        "key": "village code or employer_id",
        "rank": "place, from 1",
        "people": "people in the gap here",
        "of_people": "people in the gap of the region",
        "cumulative_share": "share up to this rank",
    },
    query="""
        SELECT kind, level, region_code, key, rank, people, of_people, cumulative_share FROM pareto
    """,
    order_by=(
        "kind",
        "level",
        "region_code",
        "rank",
        "key",
    ),
)
