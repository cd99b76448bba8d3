"""The source rows of every person, as the lists gave them."""

from naungan.engine.table import PERSON_SPAN, Table


TABLE = Table(
    name="person_rows",
    meaning="The source rows of every person, as the lists gave them.",
    columns={
        "person_id": "stable number of the person",
        "file": "file as given",
        "row": "data row, from 1",
        "line": "physical line or sheet row, from 1",
        "source": "which list",
        "nik": "NIK of this row",
        "nik_written": "the cell, where it is no clean NIK",
        "name": "as written",
        "birth_date": "full date, or null",
        "birth_year": "year",
        "sex": "M or F",
        "village_code": "Kemendagri code",
        "employer_ref": "employer named",
        "wage": "monthly rupiah",
    },
    query="""
        SELECT person_id, file, row, line, r.source, r.nik, r.nik_written, r.name, r.birth_date, r.birth_year,
        r.sex, r.village_code, r.employer_ref, r.wage
        FROM person_rows JOIN worker_rows r USING (row_id) JOIN inputs USING (file_id)
    """,
    order_by=(
        "person_id",
        "row_id",
    ),
    slice_span=PERSON_SPAN,
    sliced_by="SELECT person_id FROM person_rows",
    final_after="persons",
)
