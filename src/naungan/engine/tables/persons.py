"""One row per person found on the worker lists."""

from naungan.engine.table import PERSON_SPAN, Table


TABLE = Table(
    name="persons",
    meaning="One row per person found on the worker lists.",
    columns={
        "person_id": "stable number of the person",
        "nik": "national identity number, or null",
        "nik_state": "valid, inconsistent, impossible, missing, shared",
        "name": "as written in the first row",
        "birth_date": "full date, or null",
        "birth_year": "year, also where only the year is known",
        "sex": "M or F",
        "village_code": "Kemendagri code, 10 digits",
        "employer_ref": "employer named by the list",
        "wage": "monthly rupiah",
        "segment": "PU, BPU, JAKON, PMI",
        "category": "who, across segments",
        "lists": "names of the lists that know the person, joined by +",
    },
    query="""
        SELECT person_id, nik, nik_state, name, birth_date, birth_year, sex, village_code,
        employer_ref, wage, segment, category, lists FROM persons
    """,
    order_by=("person_id",),
    slice_span=PERSON_SPAN,
    sliced_by="SELECT person_id FROM persons",
    final_after="persons",
)
