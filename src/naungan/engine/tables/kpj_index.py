"""From KPJ to NIK and person, in order of the last digits, for look-ups by key."""

from naungan.engine.identity.kpj_keys import SPAN, kpj_key
from naungan.engine.table import LOOKED_UP_PART, LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="kpj_index",
    meaning="From KPJ to NIK and person, in order of the last digits, for look-ups by key.",
    columns={
        "kpj_key": "the last nine digits of the KPJ, or 0",
        "kpj": "participation number",
        "nik": "national identity number in the extract, or null",
        "person_id": "whose it is or may be, or null",
    },
    query=f"""
        SELECT kpj_key, kpj, nik, person_id FROM (
            SELECT {kpj_key("kpj")} AS kpj_key, row_id AS member_row, kpj, nik
            FROM member_rows)
        LEFT JOIN (SELECT member_row, person_id FROM links) USING (member_row)
    """,
    order_by=("kpj_key", "kpj", "nik", "person_id"),
    row_group=LOOKED_UP_ROW_GROUP,
    part_rows=LOOKED_UP_PART,
    slice_span=SPAN,
    final_after="coverage",
)
