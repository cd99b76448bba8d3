"""What is odd about a person or membership."""

from naungan.engine.table import Table


TABLE = Table(
    name="person_findings",
    meaning="What is odd about a person or membership.",
    columns={
        "person_id": "stable number of the person, or null",
        "kpj": "participation number, or null",
        "code": "which finding",
        "detail": "in plain Indonesian",
    },
    query="""
        SELECT person_id, kpj, code, detail FROM person_findings
    """,
    order_by=(
        "person_id",
        "kpj",
        "code",
        "detail",
    ),
    final_after="findings",
)
