"""A stranger knows every number of another institution, and opens nothing with it."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.attacks import attacked_things
from tests.functional.office.attacks.attacked_things import (
    RETURNED,
    arguments,
    soon,
    things,
)
from tests.functional.office.attacks.attacked_world import (
    FORMULAS,
    ROLES_OF_OURS,
    of_power,
    office,
    templates,
    text_of,
)
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import Institution


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unwatched")]
REFUSED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
OF_LIBRARIES = ("account_", "mfa_")
OPEN_TO_ALL = {  # figures, forms and the law, which hold nobody's own
    *("coverage.region", "why.region", "what_if", "printed.ask"),
    *("incoming.template", "calculator.question", "calculator.data"),
    *("api.region", "api.league", "api.measures", "api.law_question", "api.nothing"),
    *("invitation", "setup", "looks.thing", "proof"),  # codes, and one's own log
}
NOT_HERE = {"printed.ask", "printed.accept", "employers.why", "letters.write"}
NOT_HERE |= {"incoming.release", "incoming.drop"}
"""Nothing was printed of this region, its firms are too small, no step waits and no
run is held."""

OF_THEIR_OWN = ("cases.", "visits.", "teams.", "collection.", "reply", "schemes.")
OF_THEIR_OWN += ("village_list.", "priorities.", "obligations", "claims.", "ladders.")
OF_THEIR_OWN += (
    "meetings.",
    "minutes.",
    "obstacles.",
    "plans.",
    "policies.",
    "sign_in",
)
OF_THEIR_OWN += ("promises.", "api.promise", "reading.", "letters.print")
"""Cases, schemes, claims, meetings and promises are attacked where they are
built, row by row in the tests of their tables, and with the numbers of all that the
demonstration holds in its own tests."""

AROUND = {f"incoming.{verb}" for verb in ("run", "run_progress", "again", "cancel")}
AROUND |= {"incoming.release", "incoming.drop"}
"""Runs of a region concern whoever works in it; the far stranger alone is outside."""


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.fixture
def made(founder, people):
    return things(founder, people)


@pytest.fixture
def stranger(founder):
    """Make people with the same roles in an institution of another region."""

    def make(code, region):
        scope.enter(scope.of_appointment(founder))
        Institution.objects.create(
            code=code, kind="bpjs_branch", name=f"Cabang {code}", region_code=region
        )
        return {
            role: appointed(role, code, f"{role}@{code}.id") for role in ROLES_OF_OURS
        }

    return make


def named():
    """Yield every address of ours with arguments, and the power that opens it."""
    for name, names, view in templates():
        if names and not name.startswith((*OF_LIBRARIES, *OF_THEIR_OWN)):
            yield name, getattr(view, "audience", None)


def attempt(client, name, given, form):
    """Ask and send; give both answers."""
    address = reverse(name, kwargs=given)
    return client.get(address), client.post(address, form)


def everything(made):
    """Fill every form that there is, so that nothing fails for want of a field."""
    return {
        "reason": "alasan yang panjang",
        "sure": "on",
        "when": "now",
        "role": "examiner",
        "visited_on": soon(0),
        "outcome": "other",
        "note": "x",
        "ground": "other",
        "kind": "different_person",
        "officer": made["user"],
        "due_on": soon(),
        "from_on": soon(0),
        "acting": "plh",
        "acts_for": made["appointment"],
        "orang": made["person"],
        "month": "10/2026",
        "region": "16.04",
    }


def test_every_address_with_a_number_is_attacked(made):
    known = {*arguments(made), *OPEN_TO_ALL}
    assert {name for name, _ in named()} <= known


def test_whoever_it_belongs_to_opens_every_one_of_them(made, people):
    closed = []
    for name, declared in named():
        given = arguments(made).get(name)
        power = getattr(declared, "power", None)
        if given is None or declared.code == "key" or power == "manage_institutions":
            continue
        if name in NOT_HERE:
            continue
        answer = of_power(people, power).get(reverse(name, kwargs=given))
        text_of(answer)
        if answer.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}:
            closed.append((name, answer.status_code))
    assert not closed


@pytest.mark.parametrize(("code", "region"), [("sebelah", "16.04.02"), ("jauh", "35")])
def test_a_stranger_opens_and_changes_nothing(made, people, stranger, code, region):
    theirs = stranger(code, region)
    before, form, opened = attacked_things.rows(), everything(made), []
    for name, declared in named():
        given = arguments(made).get(name)
        if given is None or name in OPEN_TO_ALL or declared.code == "key":
            continue
        if name in AROUND and region.startswith("16.04"):
            continue
        for _, client in theirs.values():
            for answer in attempt(client, name, given, form):
                if answer.status_code not in REFUSED:
                    opened.append((name, answer.request["REQUEST_METHOD"], answer))
                assert RETURNED.encode() not in answer.getvalue()
    assert not opened
    assert attacked_things.rows() == before


def test_the_returned_rows_are_given_to_whoever_sent_them(made, people):
    address = reverse("incoming.returned", args=[made["batch"]])
    answer = of_power(people, "see_incoming").get(address)
    assert b"".join(answer.streaming_content) == b"rahasia kami"
    assert "no-store" in answer["Cache-Control"]


def test_no_list_shows_what_belongs_to_others(made, stranger):
    theirs = stranger("sebelah", "16.04.02")
    secrets = ("tamu@contoh.id", "branch_head@contoh.id", FORMULAS[1][1:], "HYPERLINK")
    for name, names, view in templates():
        if names or name.startswith(OF_LIBRARIES) or not hasattr(view, "audience"):
            continue
        for _, client in theirs.values():
            for query in ({}, {"q": "Budi"}, {"unduh": "csv"}):
                page = client.get(reverse(name), query).getvalue().decode()
                found = [one for one in secrets if one in page]
                assert not found, (name, query)


def test_a_key_of_another_institution_opens_nothing(founder, made, stranger):
    stranger("sebelah", "16.04.02")
    reach = scope.of_appointment(founder)
    scope.enter(reach)
    _, code = tokens.create(
        by=reach,
        institution=Institution.objects.get(code="sebelah"),
        name="uji",
        powers=tokens.FOR_PROGRAMS,
        region_code="16.04.02",
        days=1,
    )
    program = Client(headers={"authorization": f"Bearer {code}"})
    for name in ("api.incoming_one", "api.employer"):
        answer = program.get(reverse(name, kwargs=arguments(made)[name]))
        assert answer.status_code == HTTPStatus.NOT_FOUND, name
    for name in ("api.workers", "api.worker_counts", "api.employers", "api.upload"):
        query = {"region": "16.04.01", "name": "a.csv", "kind": "workers"}
        address = f"{reverse(name)}?region=16.04.01&name=a.csv&kind=workers"
        if name == "api.upload":
            answer = program.post(address, b"NIK\n1\n", "application/octet-stream")
        else:
            answer = program.get(reverse(name), {"region": query["region"]})
        assert answer.status_code == HTTPStatus.FORBIDDEN, name
    for name in ("api.incoming", "api.workers", "api.employers"):
        assert "Budi" not in program.get(reverse(name)).content.decode()


def test_a_session_opens_nothing_to_programs(people):
    for name in ("api.workers", "api.key", "api.incoming"):
        for _, client in people.values():
            answer = client.get(reverse(name))
            assert answer.status_code == HTTPStatus.UNAUTHORIZED
