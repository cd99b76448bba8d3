"""What a finding is: a duty not met, with people, rupiah, evidence and law.

One module on the shelf `naungan.engine.findings` per finding; the file's name
is the code. An `EmployerFinding` is about an employer, a `PersonFinding` about a
person or a membership. Each says in SQL when it holds, over tables that
`naungan.engine.duties` and `naungan.engine.coverage` provide; the law behind it is
looked up in `law_bases` under its code. A finding is a reason to look, not a verdict.
"""

from dataclasses import dataclass
from functools import cache

from naungan.engine.duties.monthly_due import create_contribution_rates
from naungan.engine.duties.rosters import create_rosters, drop_rosters
from naungan.engine.law_values import Law, law_of
from naungan.engine.shelves import items
from naungan.engine.work import Work


GRADES = ("low", "medium", "high")
"""Severity and confidence, as the queries count them: 1, 2, 3."""


@dataclass(frozen=True, kw_only=True)
class EmployerFinding:
    """A duty that an employer does not meet.

    `query` yields employer_id, people, monthly_idr, severity (1 to 3), sure (1 to
    3) and whatever `sentence` and `months` (due months unpaid), two SQL expressions,
    need. `evidence` yields employer_id, person_id, member_row and is joined with the
    employers found.
    """

    label: str
    description: str
    query: str
    sentence: str
    evidence: str
    months: str = "NULL"


@dataclass(frozen=True, kw_only=True)
class PersonFinding:
    """Something about a person or a membership that someone should look at.

    `query` yields person_id, kpj and detail, in a total order of its own;
    `values` names the parameters of law that it reads as $name.
    """

    label: str
    description: str
    query: str
    values: dict[str, str]


Finding = EmployerFinding | PersonFinding


@cache
def all_findings() -> dict[str, Finding]:
    """Collect the shelf: code to finding, in alphabetical order."""
    return items("naungan.engine.findings", "FINDING")


def find(work: Work) -> None:
    """Create `employer_findings`, `finding_evidence` and `person_findings`."""
    law = law_of(work.con, work.request.month)
    create_contribution_rates(work.con, law)
    create_rosters(work.con)
    _create_tables(work)
    for code, finding in all_findings().items():
        if isinstance(finding, EmployerFinding):
            _find_employers(work, code, finding)
        else:
            _find_people(work, code, finding, law)
    drop_rosters(work.con)


def _create_tables(work: Work) -> None:
    work.con.execute("""CREATE OR REPLACE TABLE employer_findings(
        employer_id BIGINT, employer_ref VARCHAR, code VARCHAR, people BIGINT,
        monthly_idr BIGINT, severity VARCHAR, confidence VARCHAR,
        instruments VARCHAR, legal_basis VARCHAR, sentence VARCHAR,
        months_in_arrears INTEGER)""")
    work.con.execute("""CREATE OR REPLACE TABLE finding_evidence(
        employer_id BIGINT, code VARCHAR, person_id BIGINT, member_row BIGINT)""")
    work.con.execute("""CREATE OR REPLACE TABLE person_findings(
        person_id BIGINT, kpj VARCHAR, code VARCHAR, detail VARCHAR)""")


def _find_employers(work: Work, code: str, finding: EmployerFinding) -> None:
    work.con.execute(
        f"""INSERT INTO employer_findings
        WITH found AS ({finding.query}), law AS ({_law_sql()})
        SELECT employer_id, employer_ref, $code, people, monthly_idr,
            {_grade("severity")}, {_grade("least(found.sure, law.sure)")},
            law.instruments, law.legal_basis, {finding.sentence}, {finding.months}
        FROM found JOIN employers USING (employer_id), law""",
        {"code": code, "month": work.request.month},
    )
    work.con.execute(
        f"""INSERT INTO finding_evidence
        SELECT employer_id, $code, person_id, member_row FROM ({finding.evidence})
        SEMI JOIN (FROM employer_findings WHERE code = $code) USING (employer_id)""",
        {"code": code},
    )


def _law_sql() -> str:
    """The articles of a finding in force; the surest of them says how sure."""
    return """SELECT
            string_agg(DISTINCT instrument, '+' ORDER BY instrument) AS instruments,
            string_agg(short || ' ' || article, '; ' ORDER BY position) AS legal_basis,
            max(CASE confidence WHEN 'VERIFIED' THEN 3 WHEN 'SINGLE' THEN 2
                ELSE 1 END) AS sure
        FROM law_bases WHERE finding = $code AND from_month <= $month
            AND coalesce(to_month >= $month, true)"""


def _grade(expression: str) -> str:
    cases = " ".join(
        f"WHEN {place} THEN '{grade}'" for place, grade in enumerate(GRADES, start=1)
    )
    return f"CASE {expression} {cases} END"


def _find_people(work: Work, code: str, finding: PersonFinding, law: Law) -> None:
    """Add the people found; where the law is silent there is nothing to find."""
    if not all(path in law.values for path in finding.values.values()):
        return
    values = {name: law.number(path) for name, path in finding.values.items()}
    if "$month" in finding.query:
        values["month"] = law.month
    work.con.execute(
        f"""INSERT INTO person_findings
        SELECT person_id, kpj, $code, detail FROM ({finding.query})""",
        {**values, "code": code},
    )
