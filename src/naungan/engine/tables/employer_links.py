"""Which registrations an employer has or may have."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_links",
    meaning="Which registrations an employer has or may have.",
    columns={
        "employer_id": "stable number of the employer",
        "npp": "registration number",
        "band": "linked or review",
        "method": "nib, npp, npwp, scored, decided",
        "weight": "log2 of the odds",
    },
    query="""
        SELECT employer_id, npp, band, method, weight FROM employer_links
    """,
    order_by=(
        "employer_id",
        "npp",
    ),
    final_after="findings",
)
