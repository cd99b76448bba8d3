"""The matches of employers that await review, both sides in full."""

from naungan.engine.table import LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="employer_pairs",
    meaning="The matches of employers that await review, both sides in full.",
    columns={
        "employer_id": "stable number of the employer",
        "npp": "registration number it may have",
        "weight": "log2 of the odds, or null",
        "method": "nib, npwp, scored",
        "name": "as written in the first row",
        "nib": "business number",
        "npwp": "tax number",
        "scale": "micro, small, medium, large",
        "kind": "company, government, ...",
        "kbli": "line of business",
        "village_code": "Kemendagri code",
        "registered_id": "the employer that has the registration number",
        "registered_name": "its name",
        "registered_nib": "its business number",
        "registered_npwp": "its tax number",
        "registered_scale": "its scale",
        "registered_kind": "its kind",
        "registered_kbli": "its line of business",
        "registered_village_code": "its Kemendagri code",
    },
    query="""
        SELECT employer_id, npp, weight, method, name, nib, npwp, scale, kind, kbli,
            village_code, registered_id, registered_name, registered_nib,
            registered_npwp, registered_scale, registered_kind, registered_kbli,
            registered_village_code
        FROM employer_pairs
    """,
    order_by=("village_code", "employer_id", "npp"),
    row_group=LOOKED_UP_ROW_GROUP,
    final_after="findings",
)
