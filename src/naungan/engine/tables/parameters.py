"""The parameters of law that this run read."""

from naungan.engine.table import Table


TABLE = Table(
    name="parameters",
    meaning="The parameters of law that this run read.",
    columns={
        "path": "name of the parameter",
    },
    query="""
        SELECT * FROM law_parameters
    """,
    order_by=(
        "path",
        "from_month",
    ),
)
