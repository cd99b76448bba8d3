"""The participants of the extracts, as given, in order of NIK."""

from naungan.engine.table import LOOKED_UP_PART, LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="members",
    meaning="The participants of the extracts, as given, in order of NIK.",
    columns={
        "nik": "national identity number, or null",
        "kpj": "participation number",
        "nik_written": "the cell, where it is no clean NIK",
        "name": "as written",
        "birth_date": "full date, or null",
        "birth_year": "year",
        "sex": "M or F",
        "npp": "employer registration",
        "segment": "PU, BPU, JAKON, PMI",
        "programmes": "sum of JKK 1, JKM 2, JHT 4, JP 8, JKP 16",
        "reported_wage": "monthly rupiah",
        "start_month": "month index",
        "paid_through": "month index of the last paid month",
        "status": "active or inactive as printed",
        "funder": "who pays",
        "file": "file as given",
        "row": "data row, from 1",
        "line": "physical line or sheet row",
    },
    query="""
        SELECT m.nik, kpj, m.nik_written, name, birth_date, birth_year, sex, npp, segment, programmes, reported_wage,
        start_month, paid_through, status, funder, file, row, line
        FROM member_rows m JOIN inputs USING (file_id)
    """,
    order_by=(
        "nik",
        "row_id",
    ),
    row_group=LOOKED_UP_ROW_GROUP,
    part_rows=LOOKED_UP_PART,
    final_after="read",
)
