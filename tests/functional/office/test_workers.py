"""Lists of uncovered workers, sending officers, unmasking and searching, on a real snapshot."""

import re
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import shared_with_everybody
from tests.functional.office.small_district import SMALL, publish_of

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution, User
from naungan.casework.audit.models import Act, Look
from naungan.casework.fieldwork.models import Assignment, Visit
from naungan.casework.fieldwork.unmasking import LONGEST_REASON
from naungan.casework.sharing.models import Sharing
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot
from naungan.lib import regions


pytestmark = pytest.mark.django_db
MOST_SQL = 12
NIK = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b|\b\d{16}\b")
TODAY = timezone.localdate


@pytest.fixture
def published(founder, built):
    """The newest snapshot, published and shared."""
    shared_with_everybody(founder)
    (publication,) = publish_of(founder, built[-1:])
    return publication


@pytest.fixture
def snapshot(built):
    """The newest snapshot, read by nobody in particular."""
    return Snapshot.open(built[-1].folder, lambda _look: None)


@pytest.fixture
def everything():
    return Scope(institution="uji", regions=EVERYWHERE, purpose="uji", sees_nik=True)


@pytest.fixture
def uncovered(snapshot, everything):
    """Everybody of the district who does not count as covered."""
    found = snapshot.uncovered(everything, SMALL.code, limit=5_000)
    return [one for one in found if one["status"] != "partial_programmes"]


@pytest.fixture
def villages(uncovered):
    """The dotted codes of villages with uncovered workers, the largest first."""
    counted: dict[int, int] = {}
    for one in uncovered:
        if one["village_code"]:
            counted[one["village_code"]] = counted.get(one["village_code"], 0) + 1
    return [
        regions.dotted(code) for code, _ in sorted(counted.items(), key=lambda x: -x[1])
    ]


@pytest.fixture
def everyone(founder):
    """Let the test itself see every act and look after a request."""

    def see(institution=None):
        scope.enter(scope.of_appointment(founder))
        if institution is not None:
            user = scope.of_appointment(founder).user_id
            scope.tell(user, institution, every=True)

    return see


def office_of(code, kind, region_code):
    """Make an institution at a region before somebody is appointed there."""
    return Institution.objects.create(
        code=code, kind=kind, name=f"Kantor {code}", region_code=region_code
    )


def numbers(answer):
    """Give the persons that a page links to, in order."""
    found = re.findall(r'href="/pekerja/(\d+)', answer.content.decode())
    return [int(one) for one in dict.fromkeys(found)]


def plain(answer):
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(text.split())


def test_paging_shows_everybody_once_and_nobody_who_is_covered(
    published, person, uncovered
):
    client = person("branch_head")
    seen, address = [], reverse("workers.region", args=[SMALL.code])
    while address:
        answer = client.get(address)
        assert answer.status_code == HTTPStatus.OK
        page = numbers(answer)
        assert len(page) <= 50
        seen += page
        onward = re.search(
            r'href="(\?[^"]*sesudah=[^"]+)">Berikutnya', plain_html(answer)
        )
        address = (
            reverse("workers.region", args=[SMALL.code]) + onward.group(1)
            if onward
            else None
        )
    assert len(seen) == len(set(seen))
    assert set(seen) == {one["person_id"] for one in uncovered}


def plain_html(answer):
    return answer.content.decode().replace("&amp;", "&")


def test_the_counts_add_up_to_the_people_of_the_list(published, person, uncovered):
    shown = plain(person("branch_head").get(reverse("workers.region", args=["16.04"])))
    total = int(re.search(r"Belum terlindungi (\d+)", shown).group(1))
    assert total == len(uncovered)


@pytest.mark.parametrize(
    ("name", "value", "column"),
    [("status", "unregistered", "status"), ("segmen", "BPU", "segment")],
)
def test_a_filter_keeps_exactly_whom_it_says(
    published, person, uncovered, villages, name, value, column
):
    client = person("branch_head")
    answer = client.get(
        reverse("workers.region", args=[villages[0]]), {name: value, "semua": ""}
    )
    asked = {
        one["person_id"]
        for one in uncovered
        if one[column] == value
        and regions.dotted(one["village_code"] or 0) == villages[0]
    }
    assert set(numbers(answer)) == asked


def test_no_page_shows_a_nik(published, person, villages):
    client = person("branch_head")
    listed = client.get(reverse("workers.region", args=[villages[0]]))
    number = numbers(listed)[0]
    for answer in (listed, client.get(reverse("workers.person", args=[number]))):
        assert not NIK.search(plain(answer))
        assert "•" in plain(answer)


def test_a_village_sees_its_own_list_and_no_other(published, person, villages):
    own, other = villages[:2]
    office_of("desa-a", "village", own)
    clerk = person("village_clerk", code="desa-a")
    assert clerk.get(reverse("workers")).url == reverse("workers.region", args=[own])
    listed = clerk.get(reverse("workers.region", args=[own]))
    assert numbers(listed)
    for code in (other, own.rsplit(".", 1)[0], "16.04", "16", "31"):
        answer = clerk.get(reverse("workers.region", args=[code]))
        assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_person_of_another_village_does_not_exist(
    published, person, villages, uncovered
):
    own, other = villages[:2]
    office_of("desa-a", "village", own)
    clerk = person("village_clerk", code="desa-a")
    stranger = next(
        one["person_id"]
        for one in uncovered
        if regions.dotted(one["village_code"] or 0) == other
    )
    answer = clerk.get(reverse("workers.person", args=[stranger]))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_person_opens_down_to_rows_and_law_and_the_look_is_on_record(
    published, person, villages, everyone
):
    client = person("branch_head")
    number = numbers(client.get(reverse("workers.region", args=[villages[0]])))[0]
    shown = plain(client.get(reverse("workers.person", args=[number])))
    for heading in (
        "Baris sumber",
        "Kepesertaan",
        "Kerja lapangan",
        "Mengapa?",
        "Bobot",
    ):
        assert heading in shown
    assert not re.search(r"KPJ \d|[+-]\d+\.\d", shown)
    everyone()
    seen = Look.objects.filter(noun="persons", noun_id=str(number))
    assert seen.filter(purpose="person_page").exists()


@pytest.mark.parametrize("name", ["region", "person", "search"])
def test_a_page_asks_the_database_little(published, person, villages, name):
    client = person("branch_head")
    number = numbers(client.get(reverse("workers.region", args=[villages[0]])))[0]
    address = {
        "region": reverse("workers.region", args=[villages[0]]),
        "person": reverse("workers.person", args=[number]),
        "search": reverse("search") + "?q=lahat",
    }[name]
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == HTTPStatus.OK
    own = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= MOST_SQL, "\n".join(own)


@pytest.fixture
def send(person, villages):
    """Let a head send an officer to people of a village; give both clients and the numbers."""

    def sent(count=2, village=None):
        code = village or villages[0]
        head = person("agency_head")
        officer = person("agency_officer")
        listed = numbers(head.get(reverse("workers.region", args=[code])))
        chosen = listed[:count]
        query = "&".join(f"orang={one}" for one in chosen)
        address = f"{reverse('workers.assign', args=[code])}?{query}"
        officer_id = User.objects.get(email="agency_officer@contoh.id").pk
        answer = head.post(address, {"officer": officer_id, "due_on": "2099-01-01"})
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY  # too far away
        due = TODAY() + timezone.timedelta(days=7)
        answer = head.post(address, {"officer": officer_id, "due_on": due.isoformat()})
        assert answer.status_code == HTTPStatus.FOUND, plain(answer)
        return head, officer, chosen

    return sent


def test_a_head_sends_an_officer_who_finds_exactly_these_people(published, send):
    head, officer, chosen = send(3)
    listed = officer.get(reverse("workers.tasks"))
    assert len(re.findall(r"/pekerja/tugas/\d+", listed.content.decode())) == 3
    assert "3 orang menunggu kunjungan" in plain(listed)
    again = head.get(reverse("workers.dispatches"))
    assert "Rekaan agency_officer" in plain(again)
    assert not NIK.search(plain(listed))
    assert set(Assignment.objects.values_list("person_id", flat=True)) == set(chosen)


def test_a_head_reads_by_name_whom_they_sent_to_and_the_look_is_recorded(
    published, send, uncovered, everyone
):
    head, _, chosen = send(2)
    address = reverse("workers.dispatch", args=[Assignment.objects.first().dispatch_id])
    head.get(address)
    with CaptureQueriesContext(connection) as asked:
        shown = plain(head.get(address))
    own = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= MOST_SQL, "\n".join(own)
    names = {one["person_id"]: one["name"] for one in uncovered}
    assert all(names[number] in shown for number in chosen)
    assert "Orang 8" not in shown
    assert not NIK.search(shown)
    everyone()
    looks = Look.objects.filter(noun="persons", purpose="visits")
    looked_at = ",".join(looks.values_list("noun_id", flat=True)).split(",")
    assert {str(one) for one in chosen} <= set(looked_at)


def test_the_filter_of_assignments_parts_the_list(published, send, villages):
    head, _, chosen = send(2)
    address = reverse("workers.region", args=[villages[0]])
    everybody = set(numbers(head.get(address)))
    assert set(numbers(head.get(address, {"tugas": "ya"}))) == set(chosen)
    assert set(numbers(head.get(address, {"tugas": "belum"}))) == everybody - set(
        chosen
    )


def test_a_whole_village_is_assigned_but_nobody_twice(
    published, send, villages, uncovered
):
    head, _, chosen = send(2)
    officer_id = User.objects.get(email="agency_officer@contoh.id").pk
    due = (TODAY() + timezone.timedelta(days=7)).isoformat()
    address = reverse("workers.assign", args=[villages[0]])
    answer = head.post(address, {"officer": officer_id, "due_on": due})
    assert answer.status_code == HTTPStatus.FOUND
    everybody = {
        one["person_id"]
        for one in uncovered
        if regions.dotted(one["village_code"] or 0) == villages[0]
    }
    held = list(Assignment.objects.values_list("person_id", flat=True))
    assert sorted(held) == sorted(everybody)
    assert set(chosen) < everybody
    assert "Tidak ada yang dipilih" in plain(head.get(address))


def test_a_visit_is_recorded_corrected_and_shown_beside_what_is_measured(
    published, send
):
    _, officer, _ = send(1)
    task = Assignment.objects.get()
    address = reverse("workers.task", args=[task.pk])
    today = TODAY().isoformat()
    wrong = officer.post(address, {"visited_on": today, "outcome": "already_covered"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Tulis buktinya" in plain(wrong)
    claim = {"visited_on": today, "outcome": "already_covered", "proof": "kartu lama"}
    assert officer.post(address, claim).url == reverse("workers.tasks")
    shown = plain(officer.get(address))
    assert "Sudah terlindungi, ada bukti" in shown
    assert "menunggu potret berikutnya" in shown
    visit = Visit.objects.get()
    correct = reverse("workers.correct", args=[visit.pk])
    answer = officer.post(correct, {"visited_on": today, "outcome": "not_found"})
    assert answer.status_code == HTTPStatus.FOUND
    history = plain(officer.get(address))
    assert "Tidak ditemukan" in history
    assert "diperbaiki" in history


def test_a_claim_that_the_next_snapshot_denies_is_shown_as_contradicted(
    published, send, villages
):
    head, officer, _ = send(1)
    task = Assignment.objects.get()
    visited = f"{published.month // 12}-{published.month % 12 + 1:02d}-05"
    claim = {"visited_on": visited, "outcome": "already_covered", "proof": "kartu"}
    officer.post(reverse("workers.task", args=[task.pk]), claim)
    type(published).objects.filter(pk=published.pk).update(
        published_at=timezone.now() + timezone.timedelta(days=1)
    )
    for answer in (
        head.get(reverse("workers.region", args=[villages[0]]), {"tugas": ""}),
        officer.get(reverse("workers.task", args=[task.pk])),
        head.get(reverse("workers.person", args=[task.person_id])),
    ):
        assert "bertentangan dengan potret" in plain(answer)
    task.refresh_from_db()
    assert task.state == "done"


@pytest.mark.parametrize("verb", ["get", "post"])
def test_another_institutions_field_work_is_not_there(published, send, person, verb):
    _, officer, _ = send(1)
    task = Assignment.objects.get()
    today = TODAY().isoformat()
    note = {"visited_on": today, "outcome": "other", "note": "rumah kosong"}
    officer.post(reverse("workers.task", args=[task.pk]), note)
    visit = Visit.objects.get()
    office_of("lain", "dinsos", "16.04")
    for stranger in (person("village_head"), person("membership_head", code="lain")):
        for name, number in (
            ("workers.task", task.pk),
            ("workers.correct", visit.pk),
            ("workers.dispatch", task.dispatch_id),
            ("workers.withdraw", task.dispatch_id),
            ("workers.withdraw_one", task.pk),
        ):
            answer = getattr(stranger, verb)(reverse(name, args=[number]), note)
            assert answer.status_code in {
                HTTPStatus.NOT_FOUND,
                HTTPStatus.METHOD_NOT_ALLOWED,
            }, name
    scope.tell(None, task.institution_id, every=False)
    task.refresh_from_db()
    assert (task.state, task.visits.count()) == ("visited", 1)


def test_a_colleague_who_does_not_assign_opens_no_task_of_another(
    published, send, founder
):
    _, officer, _ = send(1)
    task = Assignment.objects.get()
    from tests.functional.office.conftest import appointed

    scope.enter(scope.of_appointment(founder))
    code = Institution.objects.get(pk=task.institution_id).code
    _, colleague = appointed("agency_officer", code, "rekan@contoh.id")
    answer = colleague.get(reverse("workers.task", args=[task.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert officer.get(reverse("workers.task", args=[task.pk])).status_code == 200


def test_taking_back_empties_the_officers_list(published, send):
    head, officer, _ = send(2)
    dispatch = Assignment.objects.first().dispatch_id
    answer = head.post(reverse("workers.withdraw", args=[dispatch]), follow=True)
    assert "2 orang ditarik dari petugas" in plain(answer)
    assert "0 orang menunggu kunjungan" in plain(officer.get(reverse("workers.tasks")))


def test_a_person_outside_the_village_cannot_be_smuggled_into_an_assignment(
    published, person, villages, uncovered
):
    own, other = villages[:2]
    office_of("desa-a", "village", own)
    head, _ = (
        person("village_head", code="desa-a"),
        person("village_clerk", code="desa-a"),
    )
    stranger = next(
        one["person_id"]
        for one in uncovered
        if regions.dotted(one["village_code"] or 0) == other
    )
    clerk_id = User.objects.get(email="village_clerk@contoh.id").pk
    due = (TODAY() + timezone.timedelta(days=7)).isoformat()
    form = {"officer": clerk_id, "due_on": due}
    inside = head.post(
        f"{reverse('workers.assign', args=[own])}?orang={stranger}", form
    )
    assert inside.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    outside = head.post(f"{reverse('workers.assign', args=[other])}?orang=1", form)
    assert outside.status_code == HTTPStatus.NOT_FOUND
    assert not Assignment.objects.exists()


def test_a_list_with_assignments_asks_little_however_many_rows_it_has(
    published, send, villages
):
    head, _, _ = send(5)
    address = reverse("workers.region", args=[villages[0]])
    head.get(address)
    with CaptureQueriesContext(connection) as asked:
        head.get(address)
    own = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= MOST_SQL, "\n".join(own)


GIVEN = {"ground": "visit", "reason": "memastikan alamat sebelum kunjungan"}


def test_a_nik_is_shown_once_for_a_reason_and_stands_in_both_logs(
    published, person, villages, everyone, uncovered
):
    client = person("membership_head")
    number = numbers(client.get(reverse("workers.region", args=[villages[0]])))[0]
    nik = str(next(one["nik"] for one in uncovered if one["person_id"] == number))
    address = reverse("workers.unmask", args=[number])
    opened = client.post(address, GIVEN)
    grouped = " ".join(nik[at : at + 4] for at in range(0, 16, 4))
    assert grouped in plain(opened)
    assert "no-store" in opened["Cache-Control"]
    after = client.get(reverse("workers.person", args=[number]))
    assert grouped not in plain(after)
    everyone()
    act = Act.objects.get(verb="unmask")
    assert act.noun_id == str(number)
    assert act.details["reason"] == GIVEN["reason"]
    assert nik not in str(act.details)
    look = Look.objects.get(unmasked=True)
    assert (look.noun, look.noun_id) == ("persons", str(number))


def test_whoever_oversees_reads_the_ground_on_which_a_nik_was_opened(
    published, person, villages
):
    opener, officer = person("membership_head"), person("data_officer")
    number = numbers(opener.get(reverse("workers.region", args=[villages[0]])))[0]
    longest = "memastikan alamat " * 11 + "ya"
    assert len(longest) == LONGEST_REASON
    given = {"ground": "same_person", "reason": longest}
    opener.post(reverse("workers.unmask", args=[number]), given)
    said = "memastikan orang yang sama"
    of_person = reverse("looks.thing", args=["persons", number])
    for address in (reverse("looks"), of_person, f"{reverse('looks')}?unduh=csv"):
        text = officer.get(address).content.decode()
        assert f"membuka NIK ({said}): {longest}" in text, address
    for address in (reverse("looks.acts"), f"{reverse('looks.acts')}?unduh=csv"):
        assert f"{said}: {longest}" in officer.get(address).content.decode(), address
    assert f"{said}: {longest}" in plain(opener.get(reverse("looks.own")))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": "pendek"}, "sepuluh huruf"),
        ({"reason": "aaaaaaaaaaaaaaaaaa"}, "sepuluh huruf"),
        ({"reason": "NIK 1604010203859001 dicek"}, "Jangan tulis NIK"),
        ({"ground": "iseng"}, "Galat"),
        ({"reason": ""}, "Galat"),
    ],
)
def test_without_a_reason_nothing_is_opened(
    published, person, villages, everyone, change, said
):
    client = person("branch_head")
    number = numbers(client.get(reverse("workers.region", args=[villages[0]])))[0]
    answer = client.post(reverse("workers.unmask", args=[number]), GIVEN | change)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    everyone()
    assert not Act.objects.filter(verb="unmask").exists()


def test_who_may_not_unmask_is_refused_and_offered_nothing(published, person, villages):
    client = person("agency_head")
    number = numbers(client.get(reverse("workers.region", args=[villages[0]])))[0]
    shown = client.get(reverse("workers.person", args=[number]))
    assert "Buka NIK" not in plain(shown)
    answer = client.post(reverse("workers.unmask", args=[number]), GIVEN)
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_only_so_many_nik_are_opened_in_an_hour(published, person, villages, settings):
    settings.UNMASKED_IN_AN_HOUR = 2
    client = person("branch_head")
    listed = numbers(client.get(reverse("workers.region", args=[villages[0]])))
    answers = [
        client.post(reverse("workers.unmask", args=[one]), GIVEN).status_code
        for one in listed[:3]
    ]
    assert answers == [200, 200, 422]
    shown = plain(client.get(reverse("workers.unmask", args=[listed[0]])))
    assert "membuka 0 NIK lagi" in shown


def test_a_nik_of_another_region_is_not_opened(published, person, villages, uncovered):
    office_of("kantor-a", "bpjs_branch", villages[0])
    client = person("branch_head", code="kantor-a")
    stranger = next(
        one["person_id"]
        for one in uncovered
        if regions.dotted(one["village_code"] or 0) == villages[1]
    )
    answer = client.post(reverse("workers.unmask", args=[stranger]), GIVEN)
    assert not NIK.search(plain(answer))
    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_village_list_is_taken_away_whole_and_masked(
    published, person, villages, everyone, form, uncovered
):
    client = person("village_head")
    Institution.objects.filter(code="contoh-village").update(region_code=villages[0])
    address = reverse("workers.region", args=[villages[0]])
    answer = client.get(address, {"unduh": form})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == HTTPStatus.OK
    if form == "csv":
        text = content.decode("utf-8-sig")
        assert not NIK.search(text)
        expected = {
            one["person_id"]
            for one in uncovered
            if regions.dotted(one["village_code"] or 0) == villages[0]
        }
        assert {int(one) for one in re.findall(r"\b\d{15,19}\b", text)} == expected
    everyone()
    taken = Act.objects.get(verb="download", noun="uncovered")
    looks = Look.objects.filter(noun="uncovered", purpose="download_list")
    assert taken.details["rows"] == sum(one.rows for one in looks)


def test_a_whole_regency_cannot_be_taken_away(published, person):
    answer = person("branch_head").get(
        reverse("workers.region", args=["16.04"]), {"unduh": "csv"}
    )
    assert "Content-Disposition" not in answer


def test_a_hidden_person_is_in_no_list_no_page_and_no_search(
    published, person, villages, monkeypatch
):
    client = person("branch_head")
    address = reverse("workers.region", args=[villages[0]])
    number = numbers(client.get(address))[0]
    shown = client.get(reverse("workers.person", args=[number]))
    name = re.search(r"<h1>([^<]+)</h1>", shown.content.decode()).group(1)
    assert number in numbers(client.get(reverse("search"), {"q": name}))
    hide(number)
    assert number not in numbers(client.get(address))
    gone = client.get(reverse("workers.person", args=[number]))
    assert gone.status_code == HTTPStatus.NOT_FOUND
    assert number not in numbers(client.get(reverse("search"), {"q": name}))


def hide(number):
    """Hide a person as the operator does, who is held by no policy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
    from naungan.casework.intake import door

    real = door._hidden  # noqa: SLF001 (only the owner of the table hides people)
    door._hidden = lambda one: real(one) | {number}  # noqa: SLF001


@pytest.fixture(autouse=True)
def nobody_stays_hidden(monkeypatch):
    from naungan.casework.intake import door

    monkeypatch.setattr(door, "_hidden", door._hidden)  # noqa: SLF001 (put back)


def test_a_person_is_found_by_words_of_the_name_in_any_order(
    published, person, uncovered
):
    one = next(row for row in uncovered if len((row["name"] or "").split()) == 2)
    first, last = one["name"].split()
    answer = person("branch_head").get(reverse("search"), {"q": f"{last} {first}"})
    assert one["person_id"] in numbers(answer)


def test_a_nik_finds_its_person_and_stands_in_no_log(
    published, person, uncovered, everyone
):
    one = next(row for row in uncovered if row["nik_state"] == "valid")
    answer = person("branch_head").post(reverse("search"), {"q": str(one["nik"])})
    assert one["person_id"] in numbers(answer)
    everyone()
    look = Look.objects.get(noun="persons", purpose="search")
    assert look.noun_id == str(one["person_id"])
    written = [*Look.objects.values_list("noun_id", flat=True)]
    written += [str(act.details) for act in Act.objects.all()]
    assert not any(str(one["nik"]) in text for text in written)


def test_a_nik_is_never_searched_by_an_address(published, person, uncovered):
    one = next(row for row in uncovered if row["nik_state"] == "valid")
    client = person("branch_head")
    answer = client.get(reverse("search"), {"q": str(one["nik"])})
    assert not numbers(answer)
    assert "tidak lewat alamat" in plain(answer)
    answer = client.post(reverse("search"), {"q": str(one["nik"])})
    title = answer.content.decode().partition("</title>")[0]
    assert str(one["nik"]) not in title


def test_a_name_gets_an_address_to_come_back_to(published, person):
    answer = person("branch_head").post(reverse("search"), {"q": "desa arahan"})
    assert answer.url == f"{reverse('search')}?q=desa+arahan"


def test_who_may_not_see_persons_finds_none(published, person, uncovered):
    one = next(row for row in uncovered if row["nik_state"] == "valid")
    for role in ("regional_secretary", "datun_head"):
        client = person(role)
        for asked in (str(one["nik"]), one["name"]):
            answer = client.post(reverse("search"), {"q": asked}, follow=True)
            assert not numbers(answer)


def test_a_search_stays_within_the_region(published, person, villages, uncovered):
    office_of("desa-a", "village", villages[0])
    clerk = person("village_clerk", code="desa-a")
    by_place = {True: None, False: None}
    for row in uncovered:
        here = regions.dotted(row["village_code"] or 0) == villages[0]
        if row["nik_state"] == "valid":
            by_place[here] = row
    for here, row in by_place.items():
        found = numbers(clerk.post(reverse("search"), {"q": str(row["nik"])}))
        assert (row["person_id"] in found) is here
        assert (
            not found
            or clerk.get(reverse("workers.person", args=[row["person_id"]])).status_code
            == HTTPStatus.OK
        )


def test_a_village_is_found_by_code_and_by_a_misspelt_name(published, person):
    client = person("branch_head")
    assert "Arahan" in plain(client.get(reverse("search"), {"q": "16.04.23.2005"}))
    assert "16.04.23.2005" in plain(
        client.get(reverse("search"), {"q": "desa araahan"})
    )


def test_an_employer_is_found_by_name_and_by_number(
    published, person, snapshot, everything
):
    firm = snapshot.employers_found(everything, limit=1)[0]
    whole = snapshot.employer(everything, firm["employer_id"])
    link = reverse("employers.one", args=[firm["employer_id"]])
    client = person("branch_head")
    asked = [whole["name"][:12], *(whole[key] for key in ("npp", "nib") if whole[key])]
    for written in asked:
        assert link in client.get(reverse("search"), {"q": written}).content.decode()


def test_a_role_without_people_finds_regions_and_is_told_so(
    published, person, uncovered
):
    one = next(row for row in uncovered if row["nik_state"] == "valid")
    client = person("data_officer")
    answer = client.get(reverse("search"), {"q": "arahan"})
    assert "Arahan" in plain(answer)
    assert "Peran Anda hanya menemukan wilayah" in plain(answer)
    assert not numbers(client.post(reverse("search"), {"q": str(one["nik"])}))


def test_people_whom_nobody_shares_are_counted_and_said_so(founder, published, person):
    Sharing.objects.all().delete()
    client = person("agency_head")
    shown = plain(client.get(reverse("workers.region", args=[SMALL.code])))
    assert "yang tidak berbagi dengan lembaga Anda" in shown
    assert "Tidak ada yang dapat disebut namanya" in shown
