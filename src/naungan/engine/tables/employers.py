"""One row per employer across all lists."""

from naungan.engine.table import Table


TABLE = Table(
    name="employers",
    meaning="One row per employer across all lists.",
    columns={
        "employer_id": "stable number of the employer",
        "employer_ref": "id in its list",
        "nib": "business number",
        "npp": "registration number",
        "npwp": "tax number",
        "name": "as written in the first row",
        "scale": "micro, small, medium, large",
        "risk_group": "JKK risk group",
        "kind": "company, government, ...",
        "kbli": "line of business",
        "kbli_version": "2020 or 2025",
        "declared_workers": "as declared",
        "village_code": "Kemendagri code",
        "registration": "registered, review, unregistered",
        "registered_npp": "the registered employer it is",
        "review_npp": "the registered employer it may be",
        "registration_weight": "log2 odds of that match",
    },
    query="""
        SELECT employer_id, employer_ref, nib, npp, npwp, name, scale, risk_group, kind, kbli, kbli_version, declared_workers,
        village_code, registration, registered_npp, review_npp, registration_weight FROM employers
    """,
    order_by=("employer_id",),
    final_after="findings",
)
