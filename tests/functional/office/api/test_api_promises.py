"""What programs read of meetings and promises: what their institution sees in its region."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.test import Client
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.coordination.actions import saying
from naungan.casework.coordination.models import Event, EventSource


pytestmark = pytest.mark.django_db
UNDER = "/api/v1"
MET_ON, DUE, TODAY = date(2026, 9, 14), date(2026, 10, 1), date(2026, 11, 2)


def house(role, kind, code):
    held, _ = appointed(role, code, f"{role}.{code}@contoh.id", kind)
    held.institution.region_code = "16.04"
    held.institution.save()
    return scope.of_appointment(held)


@pytest.fixture
def branch(founder):
    return house("branch_head", "bpjs_branch", "cabang")


@pytest.fixture
def stranger(founder):
    return house("agency_head", "dinsos", "dinsos")


@pytest.fixture
def promised(branch):
    """Make a meeting with a source, an obstacle and three promises, one of them claimed."""
    scope.enter(branch)
    met = Event.objects.create(
        institution_id=branch.institution_id,
        title="Rapat kepatuhan rekaan",
        kinds=["rapat_kepatuhan"],
        region_code="16.04",
        held_on=MET_ON,
        certainty="printed",
        sort_on=MET_ON,
        state="held",
        made_by_id=branch.user_id,
    )
    EventSource.objects.create(
        institution_id=branch.institution_id, event=met, outlet="Koran Rekaan"
    )
    saying.add_obstacle(
        by=branch, kind="awareness", text="Anggaran kurang", noted_on=MET_ON, event=met
    )

    def promise(what, **said):
        return promising.promise(
            by=branch,
            event=met,
            said=Said(what=what, promised_on=MET_ON, **said),
            today=TODAY,
        )

    figure = {"indicator": "letters_sent", "target": Decimal(3), "due_on": DUE}
    first = promise(
        "Menyurati tiga desa",
        region_code="16.04.01",
        owner_person="Sari Contoh",
        **figure,
    )
    promise("Melindungi semua desa", region_code="16.04")
    promise("Melindungi semua orang")
    following.claim(
        by=branch,
        commitment=first,
        claimed_on=TODAY,
        status="done",
        value=Decimal(3),
        name="Budi Contoh",
        today=TODAY,
    )
    return first


@pytest.fixture
def program(founder):
    """Make a client with a key of an institution, for a region."""

    def make(of, *powers, region="16.04"):
        reach = scope.of_appointment(founder)
        scope.enter(reach)
        _, code = tokens.create(
            by=reach,
            institution=Institution.objects.get(pk=of.institution_id),
            name="uji",
            powers=powers or ["see_meetings"],
            region_code=region,
            days=1,
        )
        return Client(headers={"authorization": f"Bearer {code}"})

    return make


def read(client, address, **query):
    answer = client.get(f"{UNDER}/{address}", query)
    assert answer.status_code == HTTPStatus.OK, answer.content
    return answer.json()


def test_a_promise_is_read_with_what_is_claimed_and_measured(program, branch, promised):
    client = program(branch)
    rows = read(client, "promises")["rows"]
    assert [one["what"] for one in rows] == [
        "Menyurati tiga desa",
        "Melindungi semua desa",
    ]
    first = rows[0]
    assert (first["standing"], first["claimed"], first["contradicted"]) == (
        "late",
        "done",
        True,
    )
    assert (first["target"], first["value"], first["met"]) == (3.0, 0.0, False)
    assert rows[1]["open_ended"]
    whole = read(client, f"promises/{promised.pk}")
    assert whole["promise"] == first
    assert [one["value"] for one in whole["measured"]] == [0.0]
    assert [one["value"] for one in whole["claimed"]] == [3.0]
    assert "Contoh" not in str(whole), "nobody is named"


def test_a_list_is_narrowed_counted_and_the_same_in_pieces(program, branch, promised):
    client = program(branch)
    late = read(client, "promises", standing="late", flag="contradicted")["rows"]
    assert [one["number"] for one in late] == [promised.pk]
    assert read(client, "promises", indicator="coverage")["rows"] == []
    counted = read(client, "promises/counts")
    assert (counted["made"], counted["late"], counted["running"]) == (2, 1, 1)
    assert (counted["open_ended"], counted["contradicted"]) == (1, 1)
    first = read(client, "promises", limit=1)
    last = read(client, "promises", limit=1, after=first["next"])
    assert first["rows"] + last["rows"] == read(client, "promises")["rows"]
    assert last["next"] is None


def test_a_key_reads_no_promise_outside_its_region(program, branch, promised):
    narrow = program(branch, region="16.04.01")
    assert [one["number"] for one in read(narrow, "promises")["rows"]] == [promised.pk]
    outside = narrow.get(f"{UNDER}/promises", {"region": "16.04"})
    assert outside.status_code == HTTPStatus.FORBIDDEN
    other = program(branch, region="16.04.02")
    assert (
        other.get(f"{UNDER}/promises/{promised.pk}").status_code == HTTPStatus.NOT_FOUND
    )
    assert read(other, "promises")["rows"] == []
    assert read(other, "meetings")["rows"] == []


def test_a_stranger_reads_nothing_and_a_key_without_the_power_neither(
    program, branch, stranger, promised
):
    client = program(stranger)
    for address in ("promises", "meetings", "obstacles"):
        assert read(client, address) == {"rows": [], "next": None}
    answer = client.get(f"{UNDER}/promises/{promised.pk}")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    without = program(branch, "see_coverage").get(f"{UNDER}/promises")
    assert without.status_code == HTTPStatus.FORBIDDEN


def test_meetings_and_obstacles_are_read_with_where_they_were_reported(
    program, branch, promised
):
    client = program(branch)
    [met] = read(client, "meetings", since="2026-09-01", until="2026-09-30")["rows"]
    assert (met["held_on"], met["certainty"]) == ("2026-09-14", "printed")
    assert [one["outlet"] for one in met["reports"]] == ["Koran Rekaan"]
    assert read(client, "meetings", since="2026-10-01")["rows"] == []
    assert read(client, "meetings", after=str(met["number"]))["rows"] == []
    [stands] = read(client, "obstacles")["rows"]
    assert (stands["text"], stands["meeting"]) == ("Anggaran kurang", met["number"])
    assert stands["category"]
    assert read(client, "obstacles", after=str(stands["number"]))["rows"] == []
