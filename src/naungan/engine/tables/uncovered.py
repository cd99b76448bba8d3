"""People who are not fully protected, village by village, as a page lists them."""

from naungan.engine.table import LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="uncovered",
    meaning="People who are not fully protected, village by village, as a page lists them.",
    columns={
        "village_code": "Kemendagri code of the person, else of the employer",
        "person_id": "stable number of the person",
        "status": "any status of coverage but active",
        "nik": "national identity number, or null",
        "nik_state": "valid, inconsistent, impossible, missing, shared",
        "name": "as written in the first row",
        "birth_date": "full date, or null",
        "birth_year": "year, also where only the year is known",
        "sex": "M or F",
        "segment": "PU, BPU, JAKON, PMI, as coverage used it",
        "category": "who, across segments",
        "lists": "names of the lists that know the person, joined by +",
        "months_in_arrears": "due months unpaid",
        "employer_id": "first employer that a list names, or null",
        "owners": "institutions in whose files the person stands, joined by +, or null",
    },
    query="""
        SELECT village_code, person_id, status, nik, nik_state, name, birth_date,
            birth_year, sex, segment, category, lists, months_in_arrears, employer_id,
            owners
        FROM uncovered
    """,
    order_by=("village_code", "person_id"),
    row_group=LOOKED_UP_ROW_GROUP,
    part_rows=120 * LOOKED_UP_ROW_GROUP,
    slice_span=10**6,  # villages of one regency
    sliced_by="SELECT village_code FROM covered WHERE status <> 'active'",
    final_after="coverage",
)
