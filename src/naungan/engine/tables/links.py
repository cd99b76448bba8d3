"""Which memberships belong to which person, and how that is known."""

from naungan.engine.table import Table


TABLE = Table(
    name="links",
    meaning="Which memberships belong to which person, and how that is known.",
    columns={
        "person_id": "stable number of the person",
        "kpj": "participation number",
        "band": "linked or review",
        "method": "nik, nik_repaired, scored, decided",
        "weight": "log2 of the odds that both are one person",
    },
    query="""
        FROM links
    """,
    order_by=(
        "person_id",
        "member_row",
    ),
)
