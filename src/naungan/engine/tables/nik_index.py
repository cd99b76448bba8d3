"""From NIK to person, in order of NIK, for look-ups by key."""

from naungan.engine.table import LOOKED_UP_PART, LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="nik_index",
    meaning="From NIK to person, in order of NIK, for look-ups by key.",
    columns={"nik": "national identity number", "person_id": "who carries it"},
    query="SELECT nik, person_id FROM persons WHERE nik IS NOT NULL",
    order_by=("nik", "person_id"),
    row_group=LOOKED_UP_ROW_GROUP,
    part_rows=LOOKED_UP_PART,
    final_after="persons",
)
