"""Employers ranked with reasons, one of them, its workers, and why, on a real snapshot."""

import csv
import io
import re
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.functional.office.small_district import SMALL, publish_of
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.audit.models import Act, Look
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot, Sought


pytestmark = pytest.mark.django_db
MOST_SQL = 12
EVERYTHING = Scope(institution="uji", regions=EVERYWHERE, purpose="uji", sees_nik=True)
LISTED = re.compile(r'<th scope="row"><a href="/pemberi-kerja/(\d+)">')
PARTS = ("Hitungan", "Baris sumber", "Bobot", "Rupiah", "Dasar hukum")


@pytest.fixture
def unshared(founder, built):
    """All three snapshots, published and shared with nobody."""
    publish_of(founder, built)
    return built


@pytest.fixture
def snapshot(built):
    """The newest snapshot, read by nobody in particular."""
    return Snapshot.open(built[-1].folder, lambda _look: None)


@pytest.fixture
def partial(snapshot):
    """The employer with most workers missing, and those workers by number."""
    sought = Sought(code="partial_workers")
    found = snapshot.employers_found(EVERYTHING, sought, order="people", limit=1)[0]
    workers = snapshot.employer_workers(EVERYTHING, found["employer_id"], limit=500)
    return found["employer_id"], [one for one in workers if not one["is_settled"]]


def listed(answer):
    """Give the employers of a page, in order."""
    return [int(number) for number in LISTED.findall(answer.content.decode())]


def test_the_list_is_in_the_order_of_the_score_and_its_reasons_add_up(
    published, person
):
    answer = person("branch_head").get(reverse("employers"))
    rows = re.findall(
        r'<td class="score"><strong>(\d+)</strong>(.*?)</td>',
        answer.content.decode(),
        re.DOTALL,
    )
    scores = [int(score) for score, _ in rows]
    assert scores
    assert scores == sorted(scores, reverse=True)
    for score, reasons in rows:
        points = re.findall(r'class="points">\+(\d+)', reasons)
        assert sum(map(int, points)) == int(score)


def test_every_filter_keeps_what_the_snapshot_says_and_can_be_dropped_alone(
    published, person, snapshot
):
    sought = Sought(code="unregistered_employer", scale="micro", region="16.04.10")
    wanted = snapshot.employers_found(EVERYTHING, sought, limit=50)
    asked = {
        "temuan": "unregistered_employer",
        "skala": "micro",
        "kecamatan": "16.04.10",
    }
    answer = person("branch_head").get(reverse("employers"), asked)
    assert listed(answer) == [one["employer_id"] for one in wanted]
    chips = answer.context["shown"].chosen
    assert [label for label, _ in chips] == ["PWBD", "mikro", "Lahat"]
    assert "temuan" not in chips[0][1]
    assert "skala=micro" in chips[0][1]


def test_what_nobody_offers_filters_nothing(published, person):
    client = person("branch_head")
    whole = listed(client.get(reverse("employers")))
    nonsense = {"temuan": "'; DROP", "skala": "raksasa", "kecamatan": "x", "urut": "y"}
    answer = client.get(reverse("employers"), {**nonsense, "hal": "nol"})
    assert listed(answer) == whole


def test_nothing_that_matches_offers_each_filter_to_drop(published, person):
    answer = person("branch_head").get(
        reverse("employers"), {"nama": "tidak ada yang bernama begini"}
    )
    shown = plain(answer)
    assert "Tidak ada pemberi kerja yang cocok" in shown
    assert "Lepas salah satu saringan" in shown
    assert answer.status_code == HTTPStatus.OK


@pytest.mark.parametrize("order", ["people", "monthly_idr", "name"])
def test_a_column_sorts_and_says_so(order, published, person, snapshot):
    answer = person("branch_head").get(reverse("employers"), {"urut": order})
    wanted = snapshot.employers_found(EVERYTHING, order=order, limit=50)
    assert listed(answer) == [one["employer_id"] for one in wanted]
    marked = re.findall(r'aria-sort="(ascending|descending)"', answer.content.decode())
    assert marked == ["ascending" if order == "name" else "descending"]


def test_pages_of_fifty_together_are_the_whole_list(published, person, snapshot):
    client = person("branch_head")
    seen, page = [], 1
    while found := listed(client.get(reverse("employers"), {"hal": page})):
        seen += found
        page += 1
    wanted = snapshot.employers_found(EVERYTHING, limit=5_000)
    assert seen == [one["employer_id"] for one in wanted]


def test_the_list_is_taken_away_whole_with_its_filter(published, person, snapshot):
    answer = person("branch_head").get(
        reverse("employers"), {"unduh": "csv", "temuan": "partial_workers"}
    )
    rows = list(
        csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    )
    names = {cell for row in rows for cell in row}
    wanted = snapshot.employers_found(
        EVERYTHING, Sought(code="partial_workers"), limit=5_000
    )
    assert {one["name"] for one in wanted} <= names
    scope.tell(None, None, every=True)
    assert Act.objects.filter(verb="download", noun="employers").exists()


def test_an_employer_opens_with_findings_history_and_every_run(published, person):
    client = person("branch_head")
    number = listed(client.get(reverse("employers")))[0]
    answer = client.get(reverse("employers.one", args=[number]))
    assert "Riwayat" in plain(answer)
    assert "Ditemukan" in plain(answer)
    assert answer.context["shown"].history


def test_why_shows_five_parts_in_order_beside_the_employer(published, person, partial):
    number, _ = partial
    client = person("examiner")
    answer = client.get(reverse("employers.why", args=[number, "partial_workers"]))
    shown = plain(answer)
    places = [shown.index(f"{n} {part}") for n, part in enumerate(PARTS, 1)]
    assert places == sorted(places)
    assert "Pasal" in shown
    other = client.get(reverse("employers.why", args=[number, "tidak-ada"]))
    assert other.status_code == HTTPStatus.NOT_FOUND


def test_why_names_the_first_worker_only_for_whoever_may_see_persons(
    published, person, partial
):
    number, workers = partial
    address = reverse("employers.why", args=[number, "partial_workers"])
    named = plain(person("examiner").get(address))
    counted = plain(person("licensing_officer", code="perizinan").get(address))
    assert any(one["name"] in named for one in workers)
    assert not any(one["name"] in counted for one in workers)
    assert "namanya hanya bagi yang berwenang" in counted


def test_workers_are_named_masked_and_the_look_is_on_record(published, person, partial):
    number, workers = partial
    client = person("examiner")
    scope.tell(None, None, every=True)
    before = Look.objects.count()
    answer = client.get(reverse("employers.workers", args=[number]))
    shown = answer.content.decode()
    assert {one["name"] for one in workers} <= {
        one.name for one in answer.context["workers"]
    }
    assert not any(str(one["nik"]) in shown for one in workers if one["nik"])
    scope.tell(None, None, every=True)
    assert Look.objects.count() > before


def test_whoever_may_not_see_persons_is_refused_the_list_of_workers(
    published, person, partial
):
    client = person("licensing_officer", code="perizinan")
    answer = client.get(reverse("employers.workers", args=[partial[0]]))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_without_a_sharing_rule_another_office_sees_findings_and_nobody_by_name(
    unshared, person, partial
):
    number, workers = partial
    client = person("datun_head", code="kejaksaan")
    page = plain(client.get(reverse("employers.one", args=[number])))
    why = plain(client.get(reverse("employers.why", args=[number, "partial_workers"])))
    assert "PDS tenaga kerja" in page
    assert not any(one["name"] in page + why for one in workers)


def test_a_hidden_worker_is_on_no_page(published, person, partial, monkeypatch):
    number, workers = partial
    gone = workers[0]
    # Only the operator writes tombstones; the office reads who is hidden.
    monkeypatch.setattr(door, "_hidden", lambda _one: frozenset({gone["person_id"]}))
    client = person("examiner")
    for address in (
        reverse("employers.workers", args=[number]),
        reverse("employers.why", args=[number, "partial_workers"]),
    ):
        assert (
            f'/pekerja/{gone["person_id"]}"' not in client.get(address).content.decode()
        )


def test_an_employer_outside_the_region_does_not_exist(published, person, snapshot):
    found = snapshot.employers_found(EVERYTHING, limit=500)
    inside, outside = (
        next(one for one in found if (one["village_code"] // 10_000 == 160401) is here)
        for here in (True, False)
    )
    Institution.objects.create(
        code="kecamatan",
        kind="bpjs_branch",
        name="Kantor kecil",
        region_code="16.04.01",
    )
    client = person("branch_head", code="kecamatan")
    answers = [
        client.get(reverse("employers.one", args=[one["employer_id"]])).status_code
        for one in (inside, outside)
    ]
    assert answers == [HTTPStatus.OK, HTTPStatus.NOT_FOUND]
    assert outside["employer_id"] not in listed(client.get(reverse("employers")))


@pytest.mark.parametrize("page", ["employers", "one", "why", "workers"])
def test_every_page_asks_the_database_little(page, published, person, partial):
    number = partial[0]
    address = {
        "employers": reverse("employers"),
        "one": reverse("employers.one", args=[number]),
        "why": reverse("employers.why", args=[number, "partial_workers"]),
        "workers": reverse("employers.workers", args=[number]),
    }[page]
    client = person("examiner")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    texts = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(texts) <= MOST_SQL, "\n".join(texts)


def test_in_english_nothing_of_the_page_stays_indonesian(published, person, partial):
    client = person("examiner")
    client.post(reverse("language"), {"language": "en"})
    shown = plain(client.get(reverse("employers")))
    assert "Employers with findings" in shown
    assert "Pemberi kerja" not in shown
    why = client.get(reverse("employers.why", args=[partial[0], "partial_workers"]))
    for part in ("Calculation", "Source rows", "Weights", "Legal basis"):
        assert part in plain(why)


def moved(region_code):
    """Let the inspector's institution work for another region."""
    scope.tell(None, None, every=True)
    found = Institution.objects.filter(kind=ROLES["inspector"].kinds[0])
    assert found.update(region_code=region_code) == 1


def test_whoever_watches_a_province_sees_the_employers_of_its_regencies(
    published, person, partial
):
    client = person("inspector")
    moved("16")
    answer = client.get(reverse("employers"))
    assert answer.status_code == HTTPStatus.OK
    assert listed(answer)
    number, _ = partial
    one = client.get(reverse("employers.one", args=[number]))
    assert one.status_code == HTTPStatus.OK
    [named, *_] = re.findall(r'"(/pekerja/\d+\?wilayah=16\.04)"', one.content.decode())
    assert client.get(named).status_code == HTTPStatus.OK
    assert client.get(named.partition("?")[0]).status_code == HTTPStatus.OK
    assert (
        client.get(reverse("employers.workers", args=[number])).status_code
        == HTTPStatus.OK
    )


def test_a_larger_region_with_several_snapshots_is_asked_which(published, person):
    client = person("inspector")
    Publication.objects.filter(run=1).update(region_code="18.10")
    moved("")
    asked = client.get(reverse("employers")).content.decode()
    assert 'href="?wilayah=18.10"' in asked
    answer = client.get(reverse("employers"), {"wilayah": SMALL.code, "hal": "1"})
    assert f'name="wilayah" value="{SMALL.code}"' in answer.content.decode()
    assert listed(answer)
