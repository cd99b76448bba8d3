"""Which persons and memberships stand under an employer."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_people",
    meaning="Which persons and memberships stand under an employer.",
    columns={
        "employer_id": "stable number of the employer",
        "person_id": "a worker the lists place there",
    },
    query="""
        SELECT employer_id, person_id FROM person_employers
    """,
    order_by=(
        "employer_id",
        "person_id",
    ),
    final_after="findings",
)
