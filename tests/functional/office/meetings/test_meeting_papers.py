"""A meeting on paper: pack, invitations, minutes approved by all, and the next pack."""

import io
import re
from datetime import UTC, date, datetime, time, timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms.models import model_to_dict
from django.urls import reverse
from docx import Document
from PIL import Image
from pypdf import PdfReader
from tests.functional.office.conftest import desk, shared_with_everybody
from tests.functional.office.small_district import publish_of
from tests.functional.office.test_evidence import plain

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.commitments import tasks
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.actions.promising import Said as Promise
from naungan.casework.commitments.extent import Extent
from naungan.casework.coordination import gathering
from naungan.casework.coordination.actions import (
    agenda,
    attending,
    chains,
    events,
    figures,
    minutes,
    saying,
)
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.actions.saying import Said
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event, Minutes
from naungan.casework.correspondence import actions as letters
from naungan.casework.correspondence.models import Letter
from naungan.casework.intake.models import Publication
from naungan.lib.dates import month_label
from naungan.lib.numbers import format_number


pytestmark = pytest.mark.django_db
DAY, NEXT = date(2024, 7, 3), date(2024, 10, 2)
MOST_QUERIES = 28  # 14 are the frame's; a pack reads six apps, each its own rows
OFFICIAL = {"official_name": "Pejabat Rekaan", "official_position": "Kepala"}


@pytest.fixture
def head(founder):
    return desk("branch_head", "bpjs_branch", "cabang-rapat")


@pytest.fixture
def prosecutor(founder):
    return desk("datun_head", "kejari", "kejari-rapat")


@pytest.fixture
def stranger(founder):
    return desk("agency_head", "disnaker", "asing-rapat")


@pytest.fixture
def inspector(founder):
    return desk("inspector", "inspectorate", "pengawas-rapat")


def meeting(by, guest, day, title):
    """Plan a meeting of a branch with an agenda, to which one institution is invited."""
    event = events.plan_event(
        by=by,
        plan=EventPlan(
            title=title,
            kinds=["rapat_kepatuhan"],
            when=When(held_on=day),
            region_code="16.04",
            venue="Aula Contoh",
            city="Lahat",
            begins_at=time(9),
        ),
    )
    events.add_party(by=by, event=event, party=guest)
    agenda.add_agenda_item(by=by, event=event, text="Kemajuan komitmen")
    event.refresh_from_db()
    return event


@pytest.fixture
def planned(head, prosecutor):
    reach, _ = head
    scope.enter(reach)
    letters.set_head(
        by=reach, address="Jalan Contoh 1", contact="Telepon rekaan", city="Lahat"
    )
    guest = Institution.objects.get(pk=prosecutor[0].institution_id)
    return meeting(reach, guest, DAY, "Rapat kepatuhan pertama")


def coverage_said(reach, event):
    """Say a share with the two counts that it is of."""
    part, whole = (
        figures.add_figure(
            by=reach, event=event, value=value, unit="people", meaning=meaning
        )
        for value, meaning in (
            (51_398, "pekerja terdaftar"),
            (239_799, "pekerja seluruhnya"),
        )
    )
    figures.add_figure(
        by=reach,
        event=event,
        value=21,
        unit="percent",
        meaning="cakupan",
        part=part,
        whole=whole,
    )


@pytest.fixture
def held(head, planned):
    """Let the first meeting take place: somebody came, spoke, and promised."""
    reach, _ = head
    event = events.hold(by=reach, event=planned, today=NEXT)
    coverage_said(reach, event)
    there = attending.add_attendance(
        by=reach,
        event=event,
        who=Attendee(name="Budi Rekaan", position="Kepala Seksi", home_name="Kejari"),
    )
    saying.add_statement(
        by=reach,
        event=event,
        said=Said(text="Desa siap mendata", attendance=there, theme="vulnerable"),
    )
    saying.add_recommendation(by=reach, event=event, text="Perbup segera disusun")
    saying.add_obstacle(
        by=reach, event=event, kind="awareness", text="Desa belum paham", noted_on=DAY
    )
    promising.promise(
        by=reach,
        event=event,
        said=Promise(
            what="Cakupan naik",
            promised_on=DAY,
            region_code="16.04",
            owner_name="Pemkab Contoh",
            due_on=date(2024, 9, 30),
            indicator="coverage",
            extent=Extent(),
            direction="up",
            target=99,
        ),
        today=NEXT,
    )
    return event


def address(name, event, *rest):
    return reverse(f"minutes.{name}", args=[event.pk, *rest])


def text_of(answer):
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def put_forward(client, event, *signers):
    asked = {"kind": "minutes", "signers": list(signers)}
    answer = client.post(address("versions", event), asked)
    assert answer.status_code == HTTPStatus.FOUND
    return Minutes.objects.latest("pk")


def test_who_is_invited_gets_a_numbered_letter_and_may_read_it(
    head, prosecutor, planned
):
    reach, client = head
    shown = client.get(address("invitation", planned)).content.decode()
    assert "belum diundang" in shown
    guest = prosecutor[0].institution_id
    sent = {"parties": [guest], "asked": "Daftar kasus\nSKK berjalan"}
    assert client.post(address("invitation", planned), sent).status_code == 302
    scope.enter(prosecutor[0])
    letter = Letter.objects.get(about_kind="event", about_id=planned.pk)
    assert letter.letter == "meeting_invitation"
    assert Event.objects.get(pk=planned.pk).state == "invited"
    paper = prosecutor[1].get(reverse("letters.pdf", args=[letter.pk]))
    at = reverse("minutes.pack", args=[planned.pk])
    assert at not in prosecutor[1].get(reverse("meetings")).content.decode()  # over
    scope.enter(reach)
    Event.objects.filter(pk=planned.pk).update(held_on=clock.today())
    assert at in prosecutor[1].get(reverse("meetings")).content.decode()
    first = prosecutor[1].get(reverse("home")).content.decode()
    assert "1 undangan rapat untuk lembaga Anda" in first
    listed = prosecutor[1].get(reverse("meetings")).content.decode()
    assert reverse("letters.letter", args=[letter.pk]) in listed
    of_letter = prosecutor[1].get(reverse("letters.letter", args=[letter.pk]))
    assert "Buka rapatnya" in of_letter.content.decode()
    written = text_of(paper)
    assert "Rabu, 3 Juli 2024" in written
    assert "09.00 sampai selesai" in written
    assert "SKK berjalan" in written


def test_an_invitation_that_lacks_its_hour_is_not_issued(head, prosecutor, planned):
    reach, client = head
    scope.enter(reach)
    Event.objects.filter(pk=planned.pk).update(begins_at=None)
    shown = client.get(address("invitation", planned)).content.decode()
    assert "hari, jam, dan tempat rapat" in shown
    sent = {"parties": [prosecutor[0].institution_id]}
    answer = client.post(address("invitation", planned), sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    scope.enter(reach)
    assert not Letter.objects.exists()


def test_minutes_go_from_the_table_to_the_approval_of_all(head, prosecutor, held):
    guest = prosecutor[0].institution_id
    version = put_forward(head[1], held, guest)
    for client in (head[1], prosecutor[1]):
        assert (
            "Setujui"
            in client.get(address("version", held, version.pk)).content.decode()
        )
        answer = client.post(address("approve", held, version.pk), OFFICIAL)
        assert answer.status_code == HTTPStatus.FOUND
    scope.enter(head[0])
    assert Event.objects.get(pk=held.pk).state == "approved"
    shown = head[1].get(address("version", held, version.pk)).content.decode()
    assert "2 dari 2 pihak menyetujui" in shown
    assert version.sha256 in shown


def test_the_numbered_minutes_say_everything_that_was_written_down(
    head, prosecutor, held
):
    _, client = head
    version = put_forward(client, held, prosecutor[0].institution_id)
    draft = client.get(address("file", held, version.pk, "pdf"))
    assert "KONSEP" in text_of(draft)
    client.post(address("issue", held, version.pk))
    written = text_of(client.get(address("file", held, version.pk, "pdf")))
    for said in (
        *("Rapat kepatuhan pertama", "Budi Rekaan", "Desa siap mendata"),
        *("51.398 orang", "21%", "cocok", "Perbup segera disusun", "Desa belum paham"),
        *("Cakupan naik", "Pemkab Contoh", "30 September 2024", version.sha256[:8]),
    ):
        assert said in written, said
    edited = client.get(address("file", held, version.pk, "docx"))
    told = Document(io.BytesIO(edited.content))
    assert any("Kesepakatan" in one.text for one in told.paragraphs)
    sent = {"on": clock.today().isoformat(), "way": "surel"}
    answer = client.post(address("send", held, version.pk), sent)
    assert answer.status_code == HTTPStatus.FOUND
    scope.enter(head[0])
    assert Letter.objects.get(letter="meeting_minutes").state == "sent"


def test_a_promise_is_whole_or_not_alike_everywhere_and_once_stopped_says_so(
    head, prosecutor, held
):
    reach, client = head
    scope.enter(reach)
    far = date(2099, 12, 31)
    said = Promise(what="Perbup disusun", promised_on=DAY, due_on=far)
    loose = promising.promise(by=reach, event=held, said=said, today=NEXT)
    results = reverse("meetings.results", args=[held.pk])
    table = reverse("meetings.table", args=[held.pk])
    for page in (results, table):
        assert "Belum ada penanggung jawab" in client.get(page).content.decode()
    assert "1 komitmen belum lengkap" in client.get(table).content.decode()
    own = client.get(reverse("promises.one", args=[loose.pk])).content.decode()
    assert "Kurang: pemilik" in own
    first = put_forward(client, held)
    written = client.get(address("version", held, first.pk)).content.decode()
    assert "1 dari 2 kesepakatan belum lengkap" in written
    scope.enter(reach)
    promising.abandon(by=reach, commitment=loose, text="Tercatat dua kali", today=NEXT)
    assert "tidak dilanjutkan" in client.get(results).content.decode()
    assert "komitmen belum lengkap" not in client.get(table).content.decode()
    for kind in ("minutes", "action_plan"):
        client.post(address("versions", held), {"kind": kind, "signers": []})
        newest = Minutes.objects.latest("pk")
        written = client.get(address("version", held, newest.pk)).content.decode()
        assert "kesepakatan belum lengkap" not in written
        stopped = "tidak dilanjutkan sejak 2 Oktober 2024, alasan: Tercatat dua kali"
        assert stopped in written


def test_minutes_wait_for_each_party_asked_until_it_has_its_say(head, prosecutor, held):
    version = put_forward(head[1], held, prosecutor[0].institution_id)
    at, where = address("version", held, version.pk), f"{reverse('meetings')}#h-asked"
    for client in (head[1], prosecutor[1]):
        assert at in client.get(reverse("meetings")).content.decode()
        first = client.get(reverse("home")).content.decode()
        assert f'href="{where}"' in first
        assert "1 notulen menunggu persetujuan lembaga Anda" in first
    prosecutor[1].post(address("approve", held, version.pk), OFFICIAL)
    assert where not in prosecutor[1].get(reverse("home")).content.decode()
    assert at in head[1].get(reverse("meetings")).content.decode()


def test_a_number_before_all_approved_is_asked_once_more(head, prosecutor, held):
    version = put_forward(head[1], held, prosecutor[0].institution_id)
    head[1].post(address("approve", held, version.pk), OFFICIAL)
    asked = head[1].get(address("issue", held, version.pk)).content.decode()
    assert f"{prosecutor[0].institution_code}" in asked.casefold()
    assert "belum menjawab" in asked
    shown = head[1].get(address("version", held, version.pk)).content.decode()
    assert "Beri nomor sebelum semua menyetujui" in shown


def test_an_objection_is_shown_with_its_reason(head, prosecutor, held):
    version = put_forward(head[1], held, prosecutor[0].institution_id)
    said = OFFICIAL | {"reason": "Angka desa keliru"}
    prosecutor[1].post(address("disagree", held, version.pk), said)
    shown = head[1].get(address("version", held, version.pk)).content.decode()
    assert "Angka desa keliru" in shown
    assert "ada keberatan" in shown
    told = "1 notulen Anda mendapat keberatan"
    assert told in head[1].get(reverse("home")).content.decode()
    assert told not in prosecutor[1].get(reverse("home")).content.decode()
    listed = head[1].get(reverse("meetings")).content.decode()
    assert address("reopen", held) in listed
    prosecutor[1].post(address("approve", held, version.pk), OFFICIAL)
    assert told not in head[1].get(reverse("home")).content.decode()


def test_the_paper_says_who_approved_which_version_when_and_who_is_missing(
    head, prosecutor, held
):
    version = put_forward(head[1], held, prosecutor[0].institution_id)
    assert "Persetujuan para pihak" not in text_of(
        head[1].get(address("draft", held, "minutes"))
    )
    head[1].post(address("approve", held, version.pk), OFFICIAL)
    written = text_of(head[1].get(address("file", held, version.pk, "pdf")))
    assert "Persetujuan para pihak" in written
    assert re.search(rf"menyetujui, .{{20,40}} sidik {version.sha256[:8]}", written)
    missing = Institution.objects.get(pk=prosecutor[0].institution_id).name
    assert f"Belum menjawab: {missing}." in written
    said = OFFICIAL | {"reason": "Angka desa keliru"}
    prosecutor[1].post(address("disagree", held, version.pk), said)
    told = Document(
        io.BytesIO(head[1].get(address("file", held, version.pk, "docx")).content)
    )
    cells = [cell.text for one in told.tables for row in one.rows for cell in row.cells]
    assert any("berkeberatan: Angka desa keliru" in one for one in cells)


def test_minutes_are_opened_again_put_right_and_put_forward_anew(
    head, prosecutor, held
):
    reach, client = head
    guest = prosecutor[0].institution_id
    version = put_forward(client, held, guest)
    client.post(address("approve", held, version.pk), OFFICIAL)
    said = OFFICIAL | {"reason": "Angka desa keliru"}
    prosecutor[1].post(address("disagree", held, version.pk), said)
    here = address("reopen", held)
    for page in (
        *(address("version", held, version.pk), address("versions", held)),
        *(reverse(f"meetings.{one}", args=[held.pk]) for one in ("one", "table")),
    ):
        assert here in client.get(page).content.decode(), page
    told = client.get(here).content.decode()
    assert "Angka desa keliru" in told
    assert "Tidak berlaku untuk versi baru" in told
    assert client.post(here, {"reason": ""}).status_code == 422
    assert client.post(here, {"reason": "Desa salah hitung"}).status_code == 302
    late = prosecutor[1].post(address("approve", held, version.pk), OFFICIAL)
    assert "dibuka kembali" in late.content.decode()
    scope.enter(reach)
    saying.remove_said(by=reach, row=held.statements.get())
    newer = put_forward(client, held, guest)
    assert newer.version == 2
    written = client.get(address("version", held, newer.pk)).content.decode()
    assert "Desa siap mendata" not in written
    scope.enter(reach)
    assert Event.objects.get(pk=held.pk).state == "minuted"


def test_minutes_opened_again_that_say_the_same_stand_as_before(head, prosecutor, held):
    reach, client = head
    version = put_forward(client, held)
    client.post(address("approve", held, version.pk), OFFICIAL)
    client.post(address("reopen", held), {"reason": "Diperiksa lagi"})
    assert put_forward(client, held) == version
    scope.enter(reach)
    assert Event.objects.get(pk=held.pk).state == "approved"


def test_only_who_can_approve_is_asked_and_who_cannot_is_named_and_taken_off(
    head, prosecutor, inspector, held
):
    reach, client = head
    overseer, cannot = inspector
    scope.enter(reach)
    house = Institution.objects.get(pk=overseer.institution_id)
    events.add_party(by=reach, event=held, party=house)
    shown = client.get(address("versions", held)).content.decode()
    assert f'name="signers" value="{house.pk}"' not in shown
    assert f'name="signers" value="{prosecutor[0].institution_id}"' in shown
    assert "Belum dapat diminta menyetujui" in shown
    scope.enter(reach)
    asked = [prosecutor[0].institution_id, house.pk]
    version = minutes.put_forward(
        by=reach,
        event=Event.objects.get(pk=held.pk),
        kind="minutes",
        content=gathering.minutes_content(held),
        signers=list(Institution.objects.filter(pk__in=asked)),
    )
    at = address("version", held, version.pk)
    assert "Lembaga Anda belum mempunyai akun" in cannot.get(at).content.decode()
    for one in (client, prosecutor[1]):
        one.post(address("approve", held, version.pk), OFFICIAL)
    off = address("excuse", held, version.pk, house.pk)
    assert off in client.get(at).content.decode()
    assert prosecutor[1].post(off, {"reason": "Tidak perlu"}).status_code == 404
    assert (
        client.post(off, {"reason": "Menandatangani di atas kertas"}).status_code == 302
    )
    scope.enter(reach)
    assert Event.objects.get(pk=held.pk).state == "approved"
    assert "di atas kertas" in prosecutor[1].get(at).content.decode()
    answered = address("excuse", held, version.pk, prosecutor[0].institution_id)
    refused = client.post(answered, {"reason": "Tidak setuju"}).content.decode()
    assert "tidak dapat dilepas" in refused or "sudah menjawab" in refused


@pytest.mark.usefixtures("published")
def test_the_next_meeting_opens_on_what_the_data_say(
    head, prosecutor, held, django_assert_max_num_queries
):
    reach, client = head
    scope.enter(reach)
    guest = Institution.objects.get(pk=prosecutor[0].institution_id)
    later = meeting(reach, guest, NEXT, "Rapat kepatuhan kedua")
    chains.link(by=reach, parent=held, child=later)
    with django_assert_max_num_queries(MOST_QUERIES):
        shown = client.get(address("pack", later)).content.decode()
    for said in (
        *("Cakupan naik", "Pemkab Contoh", "Lewat", "Perbup segera disusun"),
        *("Desa belum paham", "Semua pekerja", "poin persen", "Terhadap semesta"),
    ):
        assert said in shown, said
    for form in ("pdf", "docx"):
        answer = client.get(address("pack_file", later, form))
        assert answer.status_code == HTTPStatus.OK
    scope.enter(reach)
    assert Act.objects.filter(verb="download", noun="event").count() == 2


def test_what_the_data_moved_since_a_meeting_stands_in_the_next_pack(
    founder, built, head, prosecutor, request
):
    shared_with_everybody(founder)
    publish_of(founder, built[:1])
    first, (reach, client) = request.getfixturevalue("held"), head
    guest = Institution.objects.get(pk=prosecutor[0].institution_id)
    later = meeting(reach, guest, date(2025, 1, 15), "Rapat kepatuhan kedua")
    chains.link(by=reach, parent=first, child=later)
    shown = plain(client.get(address("pack", later)))
    assert "Belum ada data baru sejak rapat sebelumnya" in shown
    assert "tetap sejak rapat 3 Juli 2024" in shown
    for one in publish_of(founder, built[1:]):
        tasks.measure_publication.func(one.pk)
    shown = plain(client.get(address("pack", later)))
    assert re.search(r"naik \S+ poin persen sejak rapat 3 Juli 2024", shown)
    assert "Saat rapat 3 Juli 2024 (data Juni 2024, proses ke-1)" in shown
    assert "Kini (data Desember 2024, proses ke-" in shown
    assert "Belum ada data baru" not in shown
    [promised] = first.commitments.all()
    assert promised.baseline < promised.value
    assert f"{format_number(promised.value, 2)} dari 99" in shown


@pytest.mark.usefixtures("published")
def test_data_of_the_same_month_published_after_a_meeting_are_new(
    head, prosecutor, held
):
    """Of several runs of one month the meeting knew those published before it began."""
    reach, client = head
    scope.enter(reach)
    guest = Institution.objects.get(pk=prosecutor[0].institution_id)
    later = meeting(reach, guest, NEXT, "Rapat kepatuhan kedua")
    chains.link(by=reach, parent=held, child=later)
    old = Publication.objects.latest("run")
    began = datetime.combine(held.held_on, time(), UTC)
    Publication.objects.update(published_at=began)
    Publication.objects.create(
        **{
            **model_to_dict(old, exclude=["id"]),
            "folder": f"{old.folder}/.",
            "run": old.run + 1,
            "published_at": began + timedelta(days=2),
        }
    )
    shown = plain(client.get(address("pack", later)))
    month = month_label(old.month)
    known = f"Diketahui rapat 3 Juli 2024 (data {month}, proses ke-{old.run})"
    assert known in shown
    assert f"Kini (data {month}, proses ke-{old.run + 1})" in shown


def test_a_stranger_finds_no_paper_of_a_meeting(head, prosecutor, stranger, held):
    version = put_forward(head[1], held)
    for name, rest in (
        *(("pack", ()), ("versions", ()), ("invitation", ())),
        *(("version", (version.pk,)), ("file", (version.pk, "pdf"))),
    ):
        answer = stranger[1].get(address(name, held, *rest))
        assert answer.status_code == HTTPStatus.NOT_FOUND, name


def test_a_party_does_not_put_minutes_forward(prosecutor, held):
    answer = prosecutor[1].post(address("versions", held), {"kind": "minutes"})
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_papers_are_put_to_a_meeting_read_by_its_parties_and_taken_away(
    head, prosecutor, stranger, planned
):
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(picture, "PNG")
    file = SimpleUploadedFile("paparan.png", picture.getvalue(), "image/png")
    given = {"title": "Paparan", "file": file}
    assert head[1].post(address("papers", planned), given).status_code == 302
    scope.enter(head[0])
    paper = planned.papers.get()
    seen = prosecutor[1].get(address("paper", planned, paper.pk))
    assert seen.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(seen.streaming_content).startswith(b"\x89PNG")
    for client in (prosecutor[1], stranger[1]):
        assert client.post(address("unpaper", planned, paper.pk)).status_code == 404
    head[1].post(address("unpaper", planned, paper.pk))
    scope.enter(head[0])
    assert not planned.papers.exists()


def test_double_records_are_shown_with_why_and_joined_by_hand(head, held):
    reach, client = head
    scope.enter(reach)
    plan = EventPlan(
        title="Kejari gelar rapat",
        kinds=["rapat_kepatuhan"],
        when=When(held_on=DAY),
        region_code="16.04",
    )
    other = events.plan_event(by=reach, plan=plan, draft=True)
    attending.add_attendance(
        by=reach, event=other, who=Attendee(name="Budi Rekaam"), how="report"
    )
    shown = client.get(address("doubles", held)).content.decode()
    assert "Kejari gelar rapat" in shown
    assert "hari dan wilayah yang sama" in shown
    client.post(address("merge", held, other.pk))
    scope.enter(reach)
    assert Event.objects.get(pk=other.pk).merged_into_id == held.pk
    for row in held.attendance.order_by("pk"):
        client.post(address("name", held, row.pk))
    shown = client.get(address("doubles", held)).content.decode()
    assert "Satukan dengan Budi Rekaam" in shown
    scope.enter(reach)
    first, second = held.attendance.order_by("pk")
    gone = {"official": second.official_id}
    client.post(address("join", held, first.pk), gone)
    scope.enter(reach)
    assert set(held.attendance.values_list("official", flat=True)) == {
        first.official_id
    }
    shown = client.get(address("doubles", held)).content.decode()
    assert "disatukan dengan Budi Rekaan" in shown
    client.post(address("unjoin", held, gone["official"]))
    scope.enter(reach)
    second.refresh_from_db()
    assert (first.official_id, second.official_id) != (first.official_id,) * 2
    shown = client.get(address("doubles", held)).content.decode()
    assert "disatukan dengan" not in shown
    assert "Satukan dengan Budi Rekaam" in shown


def test_records_are_not_joined_while_minutes_stand_and_the_way_is_named(head, held):
    reach, client = head
    scope.enter(reach)
    plan = EventPlan(
        title="Kejari gelar rapat",
        kinds=["rapat_kepatuhan"],
        when=When(held_on=DAY),
        region_code="16.04",
    )
    other = events.plan_event(by=reach, plan=plan, draft=True)
    assert address("merge", held, other.pk) in doubles_of(client, held)
    scope.enter(reach)
    Event.objects.filter(pk=held.pk).update(state="approved")
    shown = doubles_of(client, held)
    assert address("merge", held, other.pk) not in shown
    assert address("reopen", held) in shown


def doubles_of(client, event):
    """Give the page of records that may be one with an event."""
    return client.get(address("doubles", event)).content.decode()


def test_what_was_merged_by_mistake_is_parted_on_the_same_page(head, prosecutor, held):
    reach, client = head
    scope.enter(reach)
    plan = EventPlan(
        title="Kejari gelar rapat",
        kinds=["rapat_kepatuhan"],
        when=When(held_on=DAY),
        region_code="16.04",
    )
    other = events.plan_event(by=reach, plan=plan, draft=True)
    promised = promising.promise(
        by=reach,
        event=other,
        said=Promise(what="Desa didata", promised_on=DAY, owner_name="Pemkab Contoh"),
        today=NEXT,
    )
    client.post(address("merge", held, other.pk))
    table = client.get(reverse("meetings.results", args=[held.pk])).content.decode()
    assert promised.what in table
    shown = client.get(address("doubles", held)).content.decode()
    assert "Yang sudah disatukan" in shown
    refused = prosecutor[1].post(address("part", held, other.pk))
    assert refused.status_code == HTTPStatus.NOT_FOUND
    client.post(address("part", held, other.pk))
    scope.enter(reach)
    other.refresh_from_db()
    assert other.state == "draft"
    table = client.get(reverse("meetings.results", args=[held.pk])).content.decode()
    assert promised.what not in table
