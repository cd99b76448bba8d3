"""Field work is forgotten after its term, and at once for whoever asked to be erased."""

import psycopg
import pytest
from tests.functional.office.access.test_privacy import naungan, told
from tests.office_database import superuser_url


YOUNG, OLD, HIDDEN, OPEN = 1, 2, 3, 4


@pytest.fixture
def field(committed):
    """Four workers: done lately, done long ago, hidden on request, still to be visited."""
    held, _ = committed[0]
    ours = {"institution": held.institution_id, "user": held.user_id}
    with psycopg.connect(superuser_url()) as con:
        for number, state, years in (
            (YOUNG, "done", 0),
            (OLD, "done", 3),
            (HIDDEN, "done", 0),
            (OPEN, "assigned", 3),
        ):
            _assign(con, {**ours, "number": number, "state": state, "years": years})
    return committed


def _assign(con, given):
    (dispatch,) = con.execute(
        "INSERT INTO fieldwork_dispatch (institution_id, region_code, officer_id, due_on, "
        "assigned_by_id, assigned_at) VALUES (%(institution)s, '16.04', %(user)s, now(), "
        "%(user)s, now()) RETURNING id",
        given,
    ).fetchone()
    (assignment,) = con.execute(
        "INSERT INTO fieldwork_assignment (institution_id, dispatch_id, series, person_id, "
        "village_code, status_then, state, ended_at) VALUES (%(institution)s, %(dispatch)s, "
        "'16.04', %(number)s, '', 'lapsed', %(state)s::text, CASE WHEN %(state)s::text = 'done' "
        "THEN now() - %(years)s * interval '1 year' END) RETURNING id",
        {**given, "dispatch": dispatch},
    ).fetchone()
    visit = None
    for _ in range(2):
        (visit,) = con.execute(
            "INSERT INTO fieldwork_visit (institution_id, assignment_id, visited_on, "
            "outcome, proof, note, recorded_by_id, recorded_at, replaces_id) VALUES "
            "(%(institution)s, %(assignment)s, now(), 'refused', '', '', %(user)s, now(), "
            "%(visit)s) RETURNING id",
            {**given, "assignment": assignment, "visit": visit},
        ).fetchone()


def kept():
    """Give whose assignments, and how many visits and dispatches, are left."""
    with psycopg.connect(superuser_url()) as con:
        people = con.execute(
            "SELECT array_agg(person_id ORDER BY person_id) FROM fieldwork_assignment"
        )
        visits = con.execute("SELECT count(*) FROM fieldwork_visit")
        dispatches = con.execute("SELECT count(*) FROM fieldwork_dispatch")
        return people.fetchone()[0], visits.fetchone()[0], dispatches.fetchone()[0]


def test_what_is_past_its_term_goes_with_its_visits_and_the_rest_stays(field):
    assert told(naungan("retention", "--json"))["found"]["fieldwork"] == 1
    assert kept() == ([YOUNG, OLD, HIDDEN, OPEN], 8, 4)
    assert told(naungan("retention", "--json", "--wet-run"))["found"]["fieldwork"] == 1
    assert kept() == ([YOUNG, HIDDEN, OPEN], 6, 3)


def test_whoever_asked_to_be_erased_is_forgotten_at_once(field):
    with psycopg.connect(superuser_url()) as con:
        con.execute(
            "INSERT INTO intake_tombstone (region_code, person_id, at, reason) "
            "VALUES ('16.04', %s, now(), 'permintaan')",
            [HIDDEN],
        )
    assert told(naungan("retention", "--json", "--wet-run"))["found"]["fieldwork"] == 2
    assert kept() == ([YOUNG, OPEN], 4, 2)
    with psycopg.connect(superuser_url()) as con:
        (details,) = con.execute(
            "SELECT details FROM audit_act WHERE verb = 'erase' AND noun = 'assignment'"
        ).fetchone()
    assert details == {"reason": "retention"}
