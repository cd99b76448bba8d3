"""What programs read and send: figures with their sources, people masked, files in."""

import hashlib
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from tests.functional.office.conftest import OWNER
from tests.functional.office.small_district import SMALL

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act, Look
from naungan.casework.intake.models import Batch


pytestmark = pytest.mark.django_db
UNDER = "/api/v1"


@pytest.fixture
def program(founder, published):
    """Make a client with a key of the branch, for some powers and a region."""

    def make(*powers, region="16.04", institution=None):
        reach = scope.of_appointment(founder)
        scope.enter(reach)
        _, code = tokens.create(
            by=reach,
            institution=institution or Institution.objects.get(code=OWNER),
            name="uji",
            powers=powers or tokens.FOR_PROGRAMS,
            region_code=region,
            days=1,
        )
        return Client(headers={"authorization": f"Bearer {code}"})

    return make


def read(client, address, **query):
    answer = client.get(f"{UNDER}/{address}", query)
    assert answer.status_code == HTTPStatus.OK, answer.content
    return answer.json()


def pages(client, address, limit, **query):
    """Read a list to its end, page by page."""
    found, after = [], {}
    while True:
        page = read(client, address, limit=limit, **query, **after)
        found += page["rows"]
        if page["next"] is None:
            return found
        assert len(page["rows"]) == limit
        after = {"after": page["next"]}


def test_figures_say_their_universe_month_run_law_and_files(program, published):
    found = read(program(), "regions/16.04")
    assert found["region"] == {
        "code": "16.04",
        "name": "Kabupaten Lahat",
        "level": "regency",
    }
    source = found["source"]
    assert (source["run"], source["invented"]) == (len(published), True)
    assert source["law_version"] == "0" * 16
    assert {one["kind"] for one in source["files"]} >= {"workers", "members"}
    assert all(len(one["sha256"]) == 64 for one in source["files"])
    assert {one["month"] for one in found["coverage"]} == {source["month"]}
    (own,) = [one for one in found["coverage"] if one["universe"] == "daftar Naungan"]
    assert own["low"] <= own["high"] <= own["denominator"]


def test_a_long_list_is_the_same_read_in_pieces_or_whole(program):
    client = program()
    for address in ("regions/16.04/measures", "employers", "workers"):
        whole = read(client, address, limit=1_000)["rows"]
        assert whole, address
        assert pages(client, address, limit=max(len(whole) // 3, 1)) == whole


def test_the_league_is_in_order_and_says_how_far_each_is_from_the_whole(program):
    found = read(program(), "regions/16.04/league")
    shares = [one["percent"] for one in found["rows"] if one["percent"] is not None]
    assert shares
    assert shares == sorted(shares, reverse=True)
    assert [one["place"] for one in found["rows"]] == list(
        range(1, len(found["rows"]) + 1)
    )
    assert {one["figure"]["month"] for one in found["rows"]} == {found["month"]}
    assert any(one["points_from_whole"] for one in found["rows"])


def test_hidden_figures_keep_no_number(program):
    rows = pages(program(), "regions/16.04/measures", limit=500)
    hidden = [one for one in rows if one["hidden"]]
    numbers = ("numerator", "low", "high", "denominator", "value")
    assert not [one for one in hidden if any(one[name] is not None for name in numbers)]
    assert [one for one in rows if not one["hidden"]]


def test_people_are_masked_and_every_page_of_them_is_on_record(program, founder):
    found = read(program("see_persons"), "workers", limit=5)["rows"]
    assert len(found) == 5
    assert all("•" in one["nik_masked"] for one in found if one["nik_masked"])
    scope.enter(scope.of_appointment(founder))
    seen = Look.objects.get(noun="uncovered")
    assert (seen.purpose, seen.unmasked) == (
        "api_uncovered",
        False,
    )
    assert seen.rows == len(found) + 1  # one further row tells whether there are more


def test_counts_are_those_of_the_list(program):
    client = program()
    counted = read(client, "workers/counts")["rows"]
    listed = pages(client, "workers", limit=500, status="unregistered")
    said = sum(one["people"] for one in counted if one["status"] == "unregistered")
    assert said == len(listed)


def test_an_employer_is_explained_and_its_number_is_kept_whole(program):
    client = program()
    first = read(client, "employers", limit=1)["rows"][0]
    found = read(client, f"employers/{first['employer_id']}")
    assert found["employer_id"] == first["employer_id"]
    assert found["ranked"] == first
    assert {one["code"] for one in found["findings"]} == set(first["findings"])
    assert all(one["legal_basis"] for one in found["findings"])
    assert found["why"]["law"]


def test_a_key_without_people_reads_no_name_of_a_worker(program):
    client = program("see_employers")
    everybody = program("see_persons", "see_employers")
    names = {one["name"] for one in pages(everybody, "workers", limit=500)}
    for one in read(client, "employers", limit=20)["rows"]:
        said = " ".join(
            read(client, f"employers/{one['employer_id']}")["why"]["sources"]
        )
        assert not [name for name in names if name and f" {name}" in said]


@pytest.mark.parametrize("address", ["workers", "employers", "workers/counts"])
def test_nothing_of_another_region_is_given(program, address):
    narrow = program(region="16.04.01")
    for region in ("16.04", "16.04.02", "18"):
        answer = narrow.get(f"{UNDER}/{address}", {"region": region})
        assert answer.status_code == HTTPStatus.FORBIDDEN
        assert answer.json()["type"] == "urn:naungan:outside"
    for one in read(narrow, address, limit=1_000)["rows"] if "/" not in address else ():
        assert (one["village_code"] or "").startswith("16.04.01.")


def test_an_employer_of_another_region_does_not_exist_for_a_key(program):
    narrow = program(region="16.04.01")
    outside = [
        one["employer_id"]
        for one in pages(program(), "employers", limit=500)
        if not (one["village_code"] or "16.04.01.").startswith("16.04.01.")
    ]
    assert outside
    for number in outside[:10]:
        answer = narrow.get(f"{UNDER}/employers/{number}")
        assert answer.status_code == HTTPStatus.NOT_FOUND


def test_an_institution_reads_no_files_of_another(program, founder):
    sent = program().post(
        f"{UNDER}/upload?name=a.csv&kind=workers&region=16.04&month=2024-06",
        b"nik,nama\n1,Sari\n",
        content_type="application/octet-stream",
    )
    assert sent.status_code == HTTPStatus.CREATED, sent.content
    scope.enter(scope.of_appointment(founder))
    other = Institution.objects.create(
        code="dpmd", kind="dpmd", name="DPMD", region_code="16.04"
    )
    theirs = program("see_incoming", institution=other)
    assert read(theirs, "incoming")["rows"] == []
    answer = theirs.get(f"{UNDER}/incoming/{sent.json()['number']}")
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_file_that_is_sent_stands_in_the_ledger_once(program, founder):
    content = b"nik,nama\n1603040101909001,Sari\n"
    client = program()
    address = f"{UNDER}/upload?name=desa.csv&kind=workers&region=16.04&month=2024-06"
    kind = "application/octet-stream"
    sent = client.post(address, content, content_type=kind)
    assert sent.status_code == HTTPStatus.CREATED, sent.content
    told = sent.json()
    assert (told["state"], told["size"]) == ("received", len(content))
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert read(client, f"incoming/{told['number']}") == told
    assert read(client, "incoming")["rows"] == [told]
    again = client.post(address, content, content_type=kind)
    assert again.status_code == HTTPStatus.FORBIDDEN
    scope.enter(scope.of_appointment(founder))
    assert Batch.objects.count() == 1
    assert Act.objects.filter(verb="receive").count() == 1


@pytest.mark.parametrize(
    ("query", "content", "status"),
    [
        ("name=a.exe&kind=workers", b"x", 422),
        ("name=../a.csv&kind=workers", b"x", 422),
        ("name=a.csv&kind=secrets", b"x", 422),
        ("name=a.csv&kind=workers", b"", 422),
        ("name=a.xlsx&kind=workers", b"PK\x03\x04 not a zip", 422),
        ("name=a.csv&kind=workers&region=18", b"nik\n1\n", 403),
        ("name=a.csv&kind=workers&month=2090-01", b"nik\n1\n", 422),
    ],
)
def test_what_is_no_file_of_ours_is_refused(program, query, content, status):
    month = "" if "month" in query else "&month=2024-06"
    answer = program().post(
        f"{UNDER}/upload?{query}{month}",
        content,
        content_type="application/octet-stream",
    )
    assert answer.status_code == status, answer.content
    assert not Batch.objects.exists()


def test_runs_and_printed_figures_are_read(program):
    client = program()
    assert read(client, "runs") == {"rows": [], "next": None}
    assert client.get(f"{UNDER}/runs/7").status_code == HTTPStatus.NOT_FOUND
    printed = read(client, "printed", region="18.10")
    assert printed["checked"] > 0
    for one in printed["rows"]:
        assert one["source_url"].startswith("http")
    reviewed = read(client, "review/count")
    assert reviewed["persons"] >= 0
    listed = read(client, "regions")["rows"]
    assert [one["region_code"] for one in listed] == [SMALL.code]


def test_the_law_answers_everybody(db):
    asked = {"segment": "PU", "month": "2026-10", "wage": 5_000_000}
    ask = Client().post
    kind = "application/json"
    answer = ask(f"{UNDER}/law/contribution", asked, content_type=kind)
    assert answer.json()["results"]["JHT"]["total"] == 285_000
    kinds = Client().get(f"{UNDER}/law").json()["rows"]
    assert {one["code"] for one in kinds} >= {"contribution", "bill", "fine", "benefit"}
    assert "name" not in {field["name"] for one in kinds for field in one["fields"]}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"segment": "PU", "bulan": "2026-10"}, "tidak dikenal"),
        ({"segment": {"a": 1}}, "satu nilai"),
        ({"workers": [1]}, "benda"),
        ({"workers": [{"name": "Sari"}]}, "nama orang"),
        ({"name": "Sari"}, "tidak ditanyakan"),
        ({"segment": "x" * 300}, "terlalu panjang"),
    ],
)
def test_a_question_that_the_law_cannot_read_is_refused_in_words(db, asked, said):
    answer = Client().post(
        f"{UNDER}/law/contribution", asked, content_type="application/json"
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.json()["detail"]


def test_too_large_or_unknown_questions_are_refused(db):
    kind = "application/json"
    large = {"segment": "PU", "text": "x" * 70_000}
    answers = [
        Client().post(f"{UNDER}/law/contribution", large, content_type=kind),
        Client().post(f"{UNDER}/law/ramalan", {}, content_type=kind),
        Client().post(f"{UNDER}/law/contribution", "{", content_type=kind),
    ]
    assert [one.status_code for one in answers] == [413, 404, 422]


def test_a_misspelt_part_of_a_query_is_refused(program):
    answer = program().get(f"{UNDER}/workers", {"regoin": "16.04.01"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["errors"][0]["place"] == "query.regoin"


def test_the_use_of_a_key_is_noted(program, founder):
    program().get(f"{UNDER}/key")
    scope.enter(scope.of_appointment(founder))
    (token,) = tokens.tokens(scope.of_appointment(founder))
    assert abs((timezone.now() - token.last_used_at).total_seconds()) < 60


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_reference_page_names_every_operation(db, language):
    page = Client().get(f"{UNDER}/docs", headers={"accept-language": language})
    text = page.content.decode()
    for one in Client().get(f"{UNDER}/openapi.json").json()["paths"]:
        assert one in text
    assert "<script>" not in text
