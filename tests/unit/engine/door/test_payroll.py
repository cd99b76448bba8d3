"""Payrolls as counts: what a debt and a liability are counted from, and for whom."""

import pytest


ARREARS = "contributions_in_arrears"


@pytest.fixture
def behind(slowly):
    """The number of the employer with most members in arrears."""
    found = slowly(f"""SELECT employer_id FROM employer_findings
        WHERE code = '{ARREARS}' ORDER BY people DESC, employer_id LIMIT 1""")
    return found[0][0]


def test_members_in_arrears_are_counted_once_by_wage_and_last_paid_month(
    snapshot, reach, slowly, behind
):
    rows = snapshot.payroll_behind(reach(), behind)
    kpjs = slowly(f"""SELECT count(DISTINCT kpj) FROM finding_evidence
        WHERE code = '{ARREARS}' AND employer_id = {behind}""")
    assert sum(row["people"] for row in rows) == kpjs[0][0]
    assert all(row["paid_through"] is None or row["paid_through"] for row in rows)
    assert "nik" not in rows[0]
    assert "name" not in rows[0]


def test_the_exposed_are_counted_by_wage_without_names(snapshot, reach, slowly):
    ((number, people),) = slowly("""SELECT employer_id, count(DISTINCT person_id)
        FROM finding_evidence WHERE code = 'partial_workers' AND person_id IS NOT NULL
        GROUP BY employer_id ORDER BY 2 DESC, 1 LIMIT 1""")
    rows = snapshot.exposed_by_wage(reach(), number, "partial_workers")
    assert sum(row["people"] for row in rows) == people
    assert set(rows[0]) == {"wage", "status", "people"}


def test_whoever_is_hidden_is_not_counted(snapshot, reach, slowly):
    ((number, person_id),) = slowly("""SELECT employer_id, min(person_id)
        FROM finding_evidence WHERE code = 'partial_workers'
        GROUP BY employer_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1""")
    before = snapshot.exposed_by_wage(reach(), number, "partial_workers")
    snapshot.hidden = frozenset({person_id})
    after = snapshot.exposed_by_wage(reach(), number, "partial_workers")
    counted = [sum(row["people"] for row in rows) for rows in (before, after)]
    assert counted[0] - counted[1] == 1
    assert snapshot.statuses(reach(), [person_id]) == {}


def test_outside_the_scope_nothing_is_counted(snapshot, reach, behind):
    assert snapshot.payroll_behind(reach("31"), behind) == []
    assert snapshot.exposed_by_wage(reach("31"), behind, ARREARS) == []


def test_statuses_are_those_of_the_run_and_record_no_look(
    snapshot, reach, slowly, looks
):
    known = dict(slowly("SELECT person_id, status FROM coverage LIMIT 50"))
    assert snapshot.statuses(reach(), sorted(known)) == known
    assert snapshot.statuses(reach("31"), sorted(known)) == {}
    assert snapshot.statuses(reach(), []) == {}
    assert looks == []
