"""Employers with findings, most pressing first, with the reasons of the order."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_ranking",
    meaning="Employers with findings, most pressing first, with the reasons of the order.",
    columns={
        "rank": "place, from 1",
        "employer_id": "stable number of the employer",
        "score": "0 to 100, the sum of the points",
        "codes": "findings, joined by +",
        "people": "workers concerned, each once",
        "monthly_idr": "rupiah exposed each month, of all findings",
        "months_in_arrears": "due months unpaid, or null",
        "severity": "the highest of its findings: low, medium, high",
        "confidence": "the highest of its findings: low, medium, high",
        "people_points": "points for the workers concerned",
        "monthly_idr_points": "points for the rupiah",
        "months_in_arrears_points": "points for the months unpaid",
        "severity_points": "points for the severity",
        "confidence_points": "points for the confidence",
        "name": "as written in the first row",
        "scale": "micro, small, medium, large",
        "kind": "company, government, ...",
        "kbli": "line of business",
        "village_code": "Kemendagri code",
        "registration": "registered, review, unregistered",
    },
    query="""
        SELECT rank, employer_id, score, codes, people, monthly_idr, months_in_arrears,
            severity, confidence, people_points, monthly_idr_points,
            months_in_arrears_points, severity_points, confidence_points, name, scale,
            kind, kbli, village_code, registration
        FROM employer_ranking
    """,
    order_by=("rank",),
    final_after="findings",
)
