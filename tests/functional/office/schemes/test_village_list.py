"""A clerk writes the list of their own village: one by one, by sheet, and from a queue."""

from datetime import UTC, datetime
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import invented_scheme
from tests.functional.office.conftest import desk
from tests.invented_scheme import BESIDE, BORN, HERE, nik

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Look
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.models import Entry, Submission
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
MOST_QUERIES = 22  # four of them open and close transactions, six are the frame's


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd", "16.04")


@pytest.fixture
def clerk(founder):
    return desk("village_clerk", "village", "desa-a", HERE)


@pytest.fixture
def neighbour(founder):
    return desk("village_clerk", "village", "desa-b", BESIDE)


@pytest.fixture
def scheme(agency):
    planned = invented_scheme.plan(month_index(2024, 7))
    return invented_scheme.begin(agency[0], planned, {HERE: 2, BESIDE: 2})


def typed(serial, **changed):
    said = {
        "nik": nik(serial),
        "name": f"Orang {serial}",
        "birth_date": BORN.isoformat(),
        "sex": "M",
        "occupation": "buruh tani",
        "client_key": str(uuid4()),
    }
    return {**said, **changed}


def add(client, scheme, said, code=HERE, **headers):
    address = reverse("village_list.add", args=[scheme.pk, code])
    return client.post(address, said, headers=headers)


def page(client, scheme, code=HERE):
    return client.get(reverse("village_list.village", args=[scheme.pk, code]))


def test_a_clerk_comes_straight_to_their_own_list(clerk, scheme):
    _, client = clerk
    answer = client.get(reverse("village_list"))
    assert answer.url == reverse("village_list.village", args=[scheme.pk, HERE])
    shown = client.get(answer.url).content.decode()
    assert "0 dari 2 tempat terisi" in shown
    assert "Belum ada orang dalam daftar" in shown


def test_a_person_is_written_checked_and_shown_masked(clerk, scheme):
    _, client = clerk
    answer = add(client, scheme, typed(9001))
    assert answer.status_code == HTTPStatus.FOUND
    shown = page(client, scheme).content.decode()
    assert "Orang 9001" in shown
    assert "lolos pemeriksaan" in shown
    assert "1 dari 2 tempat terisi" in shown
    assert nik(9001) not in shown


def test_what_is_wrong_is_said_at_once_and_the_line_is_kept(clerk, scheme):
    _, client = clerk
    add(client, scheme, typed(9001, nik="1604"))
    shown = page(client, scheme).content.decode()
    assert "NIK bukan 16 angka" in shown
    assert "perlu diperbaiki" in shown
    entry = Entry.objects.get()
    again = reverse("village_list.correct", args=[entry.pk])
    assert client.post(again, typed(9001)).status_code == HTTPStatus.FOUND
    entry.refresh_from_db()
    assert entry.state == "valid"


def test_a_name_is_asked_for_in_the_form(clerk, scheme):
    _, client = clerk
    answer = add(client, scheme, typed(9001, name=""))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "id_name" in answer.content.decode()


def test_whoever_comes_after_the_last_place_waits_and_moves_up(clerk, scheme):
    _, client = clerk
    for serial in (9001, 9002, 9003):
        add(client, scheme, typed(serial))
    assert "cadangan" in page(client, scheme).content.decode()
    first = Entry.objects.order_by("position").first()
    took = client.post(
        reverse("village_list.withdraw", args=[first.pk]), {"reason": "moved"}
    )
    assert took.status_code == HTTPStatus.FOUND
    assert set(Entry.objects.exclude(pk=first.pk).values_list("state", flat=True)) == {
        "valid"
    }


def test_a_queue_may_send_a_person_twice(clerk, scheme):
    _, client = clerk
    said = typed(9001)
    told = [add(client, scheme, said, accept="application/json") for _ in range(2)]
    assert [one.status_code for one in told] == [HTTPStatus.OK] * 2
    assert told[0].json() == {
        "state": "lolos pemeriksaan",
        "tone": "good",
        "found": [],
        "mends": [],
        "address": "",
    }
    assert Entry.objects.count() == 1


def test_what_the_checks_would_say_is_told_while_one_types_and_nobody_is_written(
    clerk, scheme
):
    _, client = clerk
    tried = {"nik": "1604", "name": "", "birth_date": "", "periksa": "1"}
    told = add(client, scheme, tried, accept="application/json").json()
    assert told["found"] == ["NIK bukan 16 angka"]
    assert told["mends"] == ["Cocokkan dengan KTP atau KK, lalu perbaiki."]
    assert told["address"] == ""
    bare = add(client, scheme, {"nik": nik(9001), "periksa": "1"}).content.decode()
    assert "Sejauh yang ditulis, tidak ada yang menghalangi." in bare
    assert not Entry.objects.exists()


def test_whoever_must_be_corrected_is_one_link_away(clerk, scheme):
    _, client = clerk
    said = typed(9001, nik="1604")
    told = add(client, scheme, said, accept="application/json").json()
    entry = Entry.objects.get()
    assert told["address"] == reverse("village_list.person", args=[entry.pk])
    shown = client.get(told["address"]).content.decode()
    assert "Cocokkan dengan KTP atau KK, lalu perbaiki." in shown
    written = add(client, scheme, typed(9002, nik="1604"))
    place = reverse(
        "village_list.person", args=[Entry.objects.order_by("pk").last().pk]
    )
    assert f'href="{place}"' in client.get(written.url).content.decode()


def test_a_queue_is_told_what_is_refused_for_good(clerk, scheme):
    _, client = clerk
    answer = add(client, scheme, typed(9001, name=""), accept="application/json")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["errors"]


def test_a_sheet_is_written_line_by_line(clerk, scheme):
    _, client = clerk
    text = (
        "DAFTAR USULAN DESA,,,,\n"
        "No,NIK,Nama Lengkap,Tanggal Lahir,JK\n"
        f"1,{nik(9001)},Sari Rekaan,06-05-1984,L\n"
        f"2,{nik(9002)}.0,Budi Rekaan,6 Mei 1984,L\n"
        "3,12,Tanpa Nomor,1950,P\n"
    )
    file = SimpleUploadedFile("usulan.csv", text.encode(), content_type="text/csv")
    address = reverse("village_list.upload", args=[scheme.pk, HERE])
    tried = client.post(address, {"file": file})
    assert [value for _label, value in tried.context["told"]] == ["2", "0", "1", "3"]
    assert not Entry.objects.exists()
    scope.enter(clerk[0])
    assert Look.objects.filter(purpose="try_list", rows=3).exists()
    for _ in range(2):  # a second push of the button writes nobody twice
        wrote = client.post(address, {"kept": tried.context["kept"]})
        assert wrote.status_code == HTTPStatus.FOUND
    states = list(Entry.objects.order_by("position").values_list("name", "state"))
    assert states == [
        ("Sari Rekaan", "valid"),
        ("Budi Rekaan", "valid"),
        ("Tanpa Nomor", "flagged"),
    ]


def test_a_file_that_is_no_list_is_refused_in_the_form(clerk, scheme):
    _, client = clerk
    file = SimpleUploadedFile("surat.pdf", b"%PDF-1.7 rekaan")
    address = reverse("village_list.upload", args=[scheme.pk, HERE])
    answer = client.post(address, {"file": file})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Entry.objects.exists()


def test_another_village_sees_neither_list_nor_person(clerk, neighbour, scheme):
    _, ours = clerk
    _, theirs = neighbour
    add(ours, scheme, typed(9001))
    number = Entry.objects.values_list("pk", flat=True).get()
    assert page(theirs, scheme).status_code == HTTPStatus.NOT_FOUND
    for name in ("person", "correct", "withdraw"):
        answer = theirs.get(reverse(f"village_list.{name}", args=[number]))
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert add(theirs, scheme, typed(9002)).status_code == HTTPStatus.NOT_FOUND
    assert page(theirs, scheme, BESIDE).status_code == HTTPStatus.OK


def test_the_agency_sees_every_village_with_its_places(agency, clerk, scheme):
    add(clerk[1], scheme, typed(9001))
    to = agency[1].get(reverse("village_list.scheme", args=[scheme.pk])).url
    shown = agency[1].get(to)
    assert [row.standing for row in shown.context["rows"]] == ["masih ada tempat"] * 2
    assert "Orang 9001" in page(agency[1], scheme).content.decode()


def test_looking_at_a_list_is_on_record(clerk, scheme):
    reach, client = clerk
    add(client, scheme, typed(9001))
    page(client, scheme)
    scope.enter(reach)
    assert Look.objects.filter(noun="scheme_person", purpose="scheme_list").exists()


def test_a_list_can_be_taken_away(clerk, scheme):
    _, client = clerk
    add(client, scheme, typed(9001))
    address = reverse("village_list.village", args=[scheme.pk, HERE])
    answer = client.get(address, {"unduh": "csv"})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert b"Orang 9001" in content
    assert nik(9001).encode() not in content


def test_a_long_list_costs_no_more_questions(
    clerk, scheme, django_assert_max_num_queries
):
    _, client = clerk
    for serial in range(9001, 9013):
        add(client, scheme, typed(serial, birth_date=""))
    with django_assert_max_num_queries(MOST_QUERIES):
        page(client, scheme)


MEETING = {
    "held_on": "2024-06-01",
    "place": "Balai desa",
    "leader": "Kepala desa rekaan",
    "attended": "24",
    "countersigners": "Ketua BPD Rekaan, Ketua BPD",
}


@pytest.fixture
def head(founder):
    return desk("village_head", "village", "desa-a", HERE)


def at(client, name, scheme, **said):
    address = reverse(f"village_list.{name}", args=[scheme.pk, HERE])
    return client.post(address, said) if said else client.get(address)


def test_the_clerk_prepares_and_the_head_signs_and_sends_on(
    agency, clerk, head, scheme
):
    add(clerk[1], scheme, typed(9001))
    assert at(head[1], "forward", scheme).status_code == HTTPStatus.NOT_FOUND
    assert at(clerk[1], "meeting", scheme, **MEETING).status_code == HTTPStatus.FOUND
    draft = at(clerk[1], "preview", scheme)
    assert draft["Content-Type"] == "application/pdf"
    assert draft.content.startswith(b"%PDF")
    assert at(clerk[1], "forward", scheme).status_code == HTTPStatus.FORBIDDEN
    assert "Tandatangani dan teruskan" in page(head[1], scheme).content.decode()
    sent = at(head[1], "forward", scheme, sure="1")
    assert sent.status_code == HTTPStatus.FOUND
    shown = at(head[1], "meeting", scheme).content.decode()
    assert shown.count("surat-menyurat/") >= 4
    found = Submission.objects.get()
    assert (found.state, found.people) == ("forwarded", 1)
    assert found.forwarded_by_id == head[0].user_id
    assert found.letter.letter == "village_cover_letter"
    night = datetime(2024, 7, 2, 20, tzinfo=UTC)  # 3 July, three o'clock, in Lahat
    Submission.objects.update(forwarded_at=night)
    assert "Diteruskan 3 Jul 2024" in page(head[1], scheme).content.decode()
    proposals = reverse("schemes.submissions", args=[scheme.pk])
    taken = agency[1].get(proposals, {"unduh": "csv"}).getvalue()
    assert b"2024-07-03" in taken
    add(clerk[1], scheme, typed(9002))
    assert "berubah sejak diteruskan" in page(agency[1], scheme).content.decode()


def test_a_list_of_nobody_is_not_sent_on_and_takes_no_number(clerk, head, scheme):
    at(clerk[1], "meeting", scheme, **MEETING)
    refused = at(head[1], "forward", scheme, sure="1")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Letter.objects.exists()


def test_a_closed_scheme_takes_nobody(agency, clerk, scheme):
    scope.enter(agency[0])
    schemes.close_scheme(by=agency[0], scheme=scheme)
    _, client = clerk
    answer = add(client, scheme, typed(9001))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "tidak dibuka" in answer.content.decode()
    shown = page(client, scheme).content.decode()
    assert "Tambah orang" not in shown
