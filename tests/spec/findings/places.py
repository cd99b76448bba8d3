"""Employers, workers and members for the tables of the finding specifications."""

from tests.oracles.tables import MONTH, dicts, work_with

from naungan.engine.coverage import cover
from naungan.engine.finding import find


FIRM = {
    "employer_id": 1,
    "employer_ref": "P-001",
    "npp": "N1",
    "registered_npp": "N1",
    "scale": "large",
    "risk_group": "low",
}
PAID = {"npp": "N1", "segment": "PU", "programmes": 15, "paid_through": MONTH - 1}


def worker(person_id, **more):
    """Give a worker on a payroll of three million rupiah."""
    return {
        "person_id": person_id,
        "nik": 1604010101809000 + person_id,
        "birth_year": 1990,
    } | {
        "segment": "PU",
        "wage": 3_000_000,
        **more,
    }


def member(row, **more):
    """Give a member under the firm's registration, paid up at the same wage."""
    return {"kpj": f"K{row}", "reported_wage": 3_000_000, **PAID, **more}


def firm_with(workers, members, linked=(), firm=FIRM, review=(), **tables):
    """Make a firm with workers on its list and members; link pairs of both."""
    return work_with(
        employers=[firm],
        employer_links=[{"employer_id": firm["employer_id"], "npp": "N1"}],
        persons=workers,
        person_employers=[
            {"person_id": one["person_id"], "employer_id": firm["employer_id"]}
            for one in workers
        ],
        member_rows=members,
        employer_members=[
            {"employer_id": firm["employer_id"], "member_row": row}
            for row, one in enumerate(members)
            if one.get("npp") == "N1"
        ],
        links=[{"person_id": p, "member_row": row} for p, row in linked]
        + [{"person_id": p, "member_row": row, "band": "review"} for p, row in review],
        **tables,
    )


def found(work, code):
    """Judge the month and return the findings of one code about the firm."""
    cover(work)
    find(work)
    return dicts(
        work,
        f"SELECT * FROM employer_findings WHERE code = '{code}' ORDER BY employer_id",
    )


def evidence(work, code):
    """Return the evidence rows of one code after `found`."""
    query = f"""SELECT person_id, member_row FROM finding_evidence WHERE code = '{code}'
        ORDER BY ALL"""
    return work.con.execute(query).fetchall()


def person_findings(work, code):
    """Judge the month and return the findings of one code about people."""
    cover(work)
    find(work)
    return dicts(
        work,
        f"""SELECT person_id, kpj, detail FROM person_findings WHERE code = '{code}'
        ORDER BY ALL""",
    )
