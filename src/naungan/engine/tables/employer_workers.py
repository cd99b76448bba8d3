"""The workers that lists place under each employer, as a page lists them."""

from naungan.engine.table import LOOKED_UP_ROW_GROUP, Table


TABLE = Table(
    name="employer_workers",
    meaning="The workers that lists place under each employer, as a page lists them.",
    columns={
        "employer_id": "stable number of the employer",
        "is_settled": "whether no finding about the employer concerns the worker",
        "person_id": "stable number of the person",
        "codes": "findings that concern the worker, joined by +, or null",
        "status": "status of coverage",
        "village_code": "Kemendagri code as in uncovered",
        "nik": "national identity number, or null",
        "name": "as written in the first row",
        "birth_date": "full date, or null",
        "birth_year": "year, also where only the year is known",
        "sex": "M or F",
        "owners": "institutions in whose files the person stands, joined by +, or null",
    },
    query="""
        SELECT employer_id, is_settled, person_id, codes, status, village_code, nik, name,
            birth_date, birth_year, sex, owners
        FROM employer_workers
    """,
    order_by=("employer_id", "is_settled", "person_id"),
    row_group=LOOKED_UP_ROW_GROUP,
    final_after="findings",
)
