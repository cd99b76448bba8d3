"""The source rows of every employer."""

from naungan.engine.table import Table


TABLE = Table(
    name="employer_rows",
    meaning="The source rows of every employer.",
    columns={
        "employer_id": "stable number of the employer",
        "file": "file as given",
        "row": "data row, from 1",
        "line": "physical line or sheet row",
        "employer_ref": "id in its list",
        "nib": "business number",
        "npp": "registration number",
        "npwp": "tax number",
        "name": "as written",
    },
    query="""
        SELECT employer_id, file, row, line, r.employer_ref, r.nib, r.npp, r.npwp, r.name
        FROM employer_rows JOIN employer_in_rows r USING (row_id) JOIN inputs USING (file_id)
    """,
    order_by=(
        "employer_id",
        "row_id",
    ),
    final_after="findings",
)
