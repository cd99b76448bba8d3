"""Which memberships belong to which person, and how that is known."""

from naungan.engine.table import PERSON_SPAN, Table


TABLE = Table(
    name="links",
    meaning="Which memberships belong to which person, and how that is known.",
    columns={
        "person_id": "stable number of the person",
        "kpj": "participation number",
        "band": "linked or review",
        "method": "nik, nik_repaired, scored, decided",
        "weight": "log2 of the odds that both are one person",
        "nik_level": "how the NIK compare",
        "name_level": "how the names compare",
        "birth_level": "how the birth dates compare",
        "sex_level": "how the sexes compare",
        "place_level": "how the places compare",
        "employer_level": "how the employers compare",
        "prior": "log2 odds before any evidence",
        "file": "file of the membership",
        "row": "its data row, from 1",
    },
    query="""
        SELECT person_id, kpj, band, method, weight, nik_level, name_level, birth_level,
        sex_level, place_level, employer_level, prior, file, row
        FROM links JOIN (SELECT row_id AS member_row, file_id, row FROM member_rows) USING (member_row)
        JOIN inputs USING (file_id)
    """,
    order_by=(
        "person_id",
        "kpj",
        "file",
        "row",
    ),
    slice_span=PERSON_SPAN,
    sliced_by="SELECT person_id FROM links",
    final_after="coverage",
)
