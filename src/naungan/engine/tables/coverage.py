"""Whether each person is protected in the month of the run."""

from naungan.engine.table import PERSON_SPAN, Table


TABLE = Table(
    name="coverage",
    meaning="Whether each person is protected in the month of the run.",
    columns={
        "person_id": "stable number of the person",
        "month": "YYYY-MM",
        "status": "active, partial_programmes, in_arrears, lapsed, unregistered, unknown, possible",
        "obliged": "programmes the law demands",
        "held": "programmes held",
        "months_in_arrears": "due months unpaid",
        "funder": "who pays",
        "rule": "which row of the coverage rules decided",
    },
    query="""
        SELECT person_id, month, status, obliged, held, months_in_arrears, funder, rule FROM coverage
    """,
    order_by=("person_id",),
    slice_span=PERSON_SPAN,
    sliced_by="SELECT person_id FROM covered",
    final_after="coverage",
)
