"""The persons and memberships behind each employer finding."""

from naungan.engine.table import Table


TABLE = Table(
    name="finding_evidence",
    meaning="The persons and memberships behind each employer finding.",
    columns={
        "employer_id": "stable number of the employer",
        "code": "which finding",
        "person_id": "a worker concerned, or null",
        "kpj": "a membership concerned, or null",
    },
    query="""
        SELECT employer_id, code, person_id, kpj FROM finding_evidence
        LEFT JOIN (SELECT row_id AS member_row, kpj FROM member_rows) USING (member_row)
    """,
    order_by=(
        "employer_id",
        "code",
        "person_id",
        "kpj",
    ),
    final_after="findings",
)
