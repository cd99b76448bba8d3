"""Duties an employer does not meet, with evidence and law."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_findings",
    meaning="Duties an employer does not meet, with evidence and law.",
    columns={
        "employer_id": "stable number of the employer",
        "employer_ref": "id in its list",
        "code": "which finding",
        "people": "workers concerned",
        "monthly_idr": "rupiah exposed each month",
        "severity": "low, medium, high",
        "confidence": "low, medium, high",
        "instruments": "texts and articles it rests on",
        "legal_basis": "the same as one line of text",
        "sentence": "the finding in plain Indonesian",
        "months_in_arrears": "due months unpaid, or null",
    },
    query="""
        SELECT employer_id, employer_ref, code, people, monthly_idr, severity, confidence, instruments, legal_basis, sentence, months_in_arrears FROM employer_findings
    """,
    order_by=(
        "employer_id",
        "code",
    ),
    final_after="findings",
)
