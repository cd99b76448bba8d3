"""From the normal form of a name to the persons who bear it, for look-ups by key."""

from naungan.engine.table import LOOKED_UP_PART, LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="name_index",
    meaning="From the normal form of a name to the persons who bear it, for look-ups by key.",
    columns={
        "name_key": "number of the words of a name, whatever their order",
        "person_id": "who bears it, in any of their rows",
    },
    query="SELECT name_key, person_id FROM person_names",
    order_by=("name_key", "person_id"),
    row_group=LOOKED_UP_ROW_GROUP,
    part_rows=LOOKED_UP_PART,
    final_after="persons",
)
