"""A meeting from its plan to what was said, by its keeper, its parties, and on a phone."""

import json
import re
from datetime import date
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import appointed
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.actions import saying
from naungan.casework.coordination.gathering import minutes_content
from naungan.casework.coordination.models import (
    Attendance,
    Event,
    Figure,
    JointPlan,
    Obstacle,
    PlanActivity,
    PolicyInstrument,
    Recommendation,
    Statement,
)
from naungan.web.letters import event_parts
from naungan.web.letters.facts import Facts, Gathering
from naungan.web.letters.one_part import Setting
from naungan.web.letters.text import Part
from naungan.web.letters.told import Told
from naungan.web.page import pages


pytestmark = pytest.mark.django_db
REGION = "16.04"
TODAY = timezone.localdate()
JSON = {"HTTP_ACCEPT": "application/json"}
MOST_QUERIES = 24  # four of them open and close transactions, six are the frame's


def everywhere():
    """Let the test itself see every row."""
    scope.tell(None, None, every=True)


def place(code, kind, name):
    """Open an institution of the region."""
    everywhere()
    return Institution.objects.create(
        code=code, kind=kind, name=name, region_code=REGION
    )


@pytest.fixture
def branch(founder):
    place("cabang", "bpjs_branch", "BPJS Ketenagakerjaan Cabang Rekaan")
    return appointed("branch_head", "cabang", "kacab@contoh.id", "bpjs_branch")[1]


@pytest.fixture
def village_office(founder):
    place("dpmd", "dpmd", "DPMD Kabupaten Rekaan")
    return appointed("agency_head", "dpmd", "dpmd@contoh.id", "dpmd")[1]


@pytest.fixture
def stranger(founder):
    place("dinsos", "dinsos", "Dinas Sosial Rekaan")
    return appointed("agency_head", "dinsos", "dinsos@contoh.id", "dinsos")[1]


def written(**rest):
    """Fill the form of a plan."""
    return {
        "title": "Rakor percepatan",
        "kinds": ["rapat_koordinasi", "fgd"],
        "held_on": TODAY.isoformat(),
        "region_code": REGION,
        "venue": "Ruang Contoh",
        **rest,
    }


@pytest.fixture
def event(branch, village_office):
    """A meeting that is under way, with the village office as a party."""
    answer = branch.post(reverse("meetings.plan"), written())
    assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors
    everywhere()
    made = Event.objects.get()
    party = Institution.objects.get(code="dpmd").pk
    branch.post(
        reverse("meetings.party", args=[made.pk]),
        {"pihak-party": party, "pihak-role": "invited"},
    )
    answer = branch.post(reverse("meetings.hold", args=[made.pk]))
    assert answer.url == reverse("meetings.table", args=[made.pk])
    return made


def note(client, event, kind, text, key=None, **rest):
    """Write a note as the queue of the table does."""
    given = {"kind": kind, "text": text, "client_key": key or uuid4(), **rest}
    return client.post(reverse("meetings.note", args=[event.pk]), given, **JSON)


@pytest.mark.parametrize(
    ("given", "certainty"),
    [
        ({"held_on": "", "known": "Juni 2024"}, "month"),
        ({"held_on": "", "known": "2024"}, "year"),
        ({"held_on": "", "known": ""}, "unknown"),
        ({"held_on": "2024-12-20", "date_reason": "Jumat (20/12)"}, "inferred"),
    ],
)
def test_a_day_that_is_not_known_whole_is_never_made_up(branch, given, certainty):
    branch.post(reverse("meetings.plan"), written(**given))
    everywhere()
    made = Event.objects.get()
    assert made.certainty == certainty
    assert (made.held_on is None) == (certainty != "inferred")
    assert branch.get(reverse("meetings.one", args=[made.pk])).status_code == 200


def test_a_day_and_a_month_at_once_are_asked_back(branch):
    answer = branch.post(reverse("meetings.plan"), written(known="Juni 2024"))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    everywhere()
    assert not Event.objects.exists()


def test_who_takes_part_sees_a_meeting_and_nobody_else(
    event, branch, village_office, stranger
):
    address = reverse("meetings.one", args=[event.pk])
    assert village_office.get(address).status_code == HTTPStatus.OK
    assert "Rakor percepatan" in plain(village_office.get(reverse("meetings")))
    assert stranger.get(address).status_code == HTTPStatus.NOT_FOUND
    assert "Rakor percepatan" not in plain(stranger.get(reverse("meetings")))
    table = reverse("meetings.table", args=[event.pk])
    assert village_office.get(table).status_code == HTTPStatus.NOT_FOUND
    assert branch.get(table).status_code == HTTPStatus.OK


def test_a_sentence_becomes_a_commitment_with_owner_and_day(event, branch):
    said = "DPMD lengkapi NIK 4.118 pekerja rentan paling lambat 15 Desember 2031"
    assert note(branch, event, "commitment", said).status_code == HTTPStatus.OK
    everywhere()
    made = Commitment.objects.get()
    assert made.owner_institution.code == "dpmd"
    assert made.due_on == date(2031, 12, 15)
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "Belum ada ukuran" in page
    assert "1 komitmen belum lengkap" in page


def test_what_is_read_from_a_sentence_is_shown_before_it_is_kept(event, branch):
    answer = branch.post(
        reverse("meetings.read", args=[event.pk]),
        {"text": "BPKAD dan DPMD bayar 241 desa sebelum 3 Maret 2031"},
    )
    told = json.loads(answer.content)["told"]
    assert told == ["DPMD Kabupaten Rekaan", "241 desa", "3 Mar 2031"]


def test_a_note_that_is_sent_twice_is_written_once(event, branch):
    keys = {kind: uuid4() for kind in ("commitment", "statement", "recommendation")}
    for _ in range(2):
        for kind, key in keys.items():
            note(branch, event, kind, "Dikirim dua kali", key)
    everywhere()
    rows = [Commitment.objects, Statement.objects, Recommendation.objects]
    assert [one.count() for one in rows] == [1, 1, 1]


def test_numbers_of_a_meeting_are_computed_again(event, branch):
    for said in ("Terlindungi 51.398 orang", "Seluruhnya 239.799 orang"):
        note(branch, event, "figure", said)
    everywhere()
    part, whole = Figure.objects.order_by("pk")
    table = reverse("meetings.table", args=[event.pk])
    offered = branch.get(table).context["form"]["part"].field.choices
    assert (part.pk, "51.398 orang · Terlindungi 51.398 orang") in offered
    half = note(branch, event, "figure", "Cakupan 35 persen", part=part.pk)
    assert "Tunjuk dua angka" in half.content.decode()
    of = {"part": part.pk, "whole": whole.pk}
    note(branch, event, "figure", "Cakupan 35 persen", **of)
    everywhere()
    assert Figure.objects.get(unit="percent").checked["agrees"] is False
    page = plain(branch.get(table))
    assert "Tidak cocok: 51.398 ÷ 239.799 = 21,43 %, tertulis 35 persen" in page
    assert "1 angka tidak cocok hitungannya" in page


def test_a_sentence_with_a_share_and_its_counts_is_three_numbers(event, branch):
    said, key = "Cakupan 21 persen, 51.398 dari 239.799 pekerja", uuid4()
    for _ in range(2):
        note(branch, event, "figure", said, key)
    everywhere()
    share = Figure.objects.get(unit="percent")
    assert (share.part.value, share.whole.value) == (51_398, 239_799)
    assert share.checked["agrees"] is True
    assert Figure.objects.count() == 3
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "Semua angka cocok hitungannya" in page


def test_papers_say_a_sentence_once_with_its_numbers_under_it(event, branch):
    said = "Cakupan 21 persen, 51.398 dari 239.799 pekerja"
    note(branch, event, "figure", said)
    note(branch, event, "figure", "Terdaftar 125 pemberi kerja")
    everywhere()
    facts = Facts(gathering=Gathering(minutes_content(event)))
    part = Part(kind="event_figures")
    setting = Setting(part, facts, Told(), law=(), on=TODAY)
    (table,) = event_parts.KINDS["event_figures"](setting)
    assert [row[:2] for row in table["rows"]] == [
        [said, "21%"],
        ["– bagian: 51.398", "51.398 orang"],
        ["– keseluruhan: 239.799 pekerja", "239.799 orang"],
        ["Terdaftar 125 pemberi kerja", "125 pemberi kerja"],
    ]


@pytest.mark.parametrize(
    ("text", "chosen", "kind", "said"),
    [
        ("Mengadakan monev triwulan I", "", "monev", " (Monitoring dan evaluasi"),
        ("Mengadakan monev triwulan I", "fgd", "fgd", " ("),
        ("Bertemu lagi bulan depan", "", "", ": 0 rapat"),
    ],
)
def test_a_meeting_that_is_promised_is_of_a_kind(
    event, branch, text, chosen, kind, said
):
    more = {"indicator": "meetings_held", "event_kind": chosen, "target": "1"}
    note(branch, event, "commitment", text, **more)
    everywhere()
    made = Commitment.objects.get()
    assert made.extent.get("event_kind", "") == kind
    assert (made.value, made.is_met) == (0, False)
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert f"Rapat yang diadakan{said}" in page


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("3", "Tulis “+3” bila dihitung dari angka awal"),
        ("naik 3 persen", "bukan persen"),
        ("banyak", "sebagai angka"),
    ],
)
def test_a_target_that_could_mean_two_things_is_asked_about(
    event, branch, target, told
):
    more = {"indicator": "policies_in_force", "target": target}
    answer = note(branch, event, "commitment", "Menambah 3 peraturan", **more)
    (said,) = answer.json()["errors"]
    assert told in said
    assert answer.json()["asks"] == "target", "the field in which it is answered"
    everywhere()
    assert not Commitment.objects.exists()


def test_a_change_counts_from_the_first_figure_and_a_target_met_before_is_named(
    event, branch
):
    more = {"indicator": "policies_in_force"}
    note(branch, event, "commitment", "Menambah 3 peraturan", **more, target="naik 3")
    note(branch, event, "commitment", "Nol peraturan", **more, target="0")
    everywhere()
    first, second = Commitment.objects.order_by("pk")
    assert (first.baseline, first.target, first.is_met) == (0, 3, False)
    assert second.target == 0
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "Sasaran sudah tercapai pada angka awalnya" in page
    assert "1 komitmen sasarannya sudah tercapai sebelum dijanjikan" in page
    page = plain(branch.get(reverse("promises.one", args=[second.pk])))
    assert "Periksa sasarannya" in page
    assert "Jalan yang ditempuh" not in page


def test_only_an_indicator_that_counts_kinds_of_event_lets_one_be_chosen(event, branch):
    page = branch.get(reverse("meetings.table", args=[event.pk])).content.decode()
    options = re.findall(r'<option value="(\w+)"([^>]*)>', page)
    heeding = {code for code, marks in options if "event_kind" in marks}
    assert heeding == {
        code for code, one in all_indicators().items() if "event_kind" in one.takes
    }


def test_both_shares_of_a_sentence_are_reckoned_at_once(event, branch):
    said = "Dari 237.865 pekerja 72.298 orang atau 33 persen ikut, 165.567 orang atau "
    note(branch, event, "figure", said + "70 persen belum")
    everywhere()
    assert Figure.objects.count() == 5
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "Tidak cocok: 72.298 ÷ 237.865 = 30,39 %, tertulis 33 persen" in page
    assert "Cocok: 165.567 ÷ 237.865 = 69,61 %" in page
    assert "1 angka tidak cocok hitungannya" in page


def test_a_wrong_product_is_named_with_what_comes_out(event, branch):
    said = "Iuran 21.600 orang × Rp16.800 × 12 bulan = Rp4.345.560.000"
    note(branch, event, "figure", said)
    everywhere()
    assert Figure.objects.get().unit == "idr"
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    told = "Tidak cocok: 21.600 × 16.800 × 12 = 4.354.560.000, tertulis"
    assert told in page


def test_a_wrong_product_in_a_promise_is_named_too(event, branch):
    owed = "DPMD akan mendaftarkan 2.829 pekerja: 2.829 orang × Rp16.800 × 12 bulan = "
    note(branch, event, "commitment", owed + "Rp750.326.400")
    note(branch, event, "commitment", owed + "Rp570.326.400")
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    told = "Tidak cocok: 2.829 × 16.800 × 12 = 570.326.400, tertulis Rp750.326.400"
    assert page.count("Tidak cocok") == page.count(told) == 1
    assert "1 angka tidak cocok hitungannya" in page


def test_a_wrong_difference_is_named_in_points_and_in_percent(event, branch):
    note(
        branch,
        event,
        "figure",
        "Cakupan turun 4 persen dari 35 persen menjadi 32 persen",
    )
    everywhere()
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "Tidak cocok: 35 → 32 = 3 poin persen (8,57 %), tertulis 4 persen" in page
    assert "1 angka tidak cocok hitungannya" in page
    (row,) = minutes_content(event)["figures"]
    told = "dari 35 menjadi 32: 3 poin persen atau 8,57 persen: tidak cocok"
    assert row["check"] == told


def test_pasted_people_are_shown_before_they_are_added(event, branch, stranger):
    address = reverse("meetings.paste", args=[event.pk])
    text = "Budi Rekaan; Kepala Seksi; Dinas Contoh\nSiti Rekaan; Camat\nBudi Rekaan"
    seen = plain(branch.post(address, {"lines": text, "periksa": "1"}))
    assert "Tambahkan 2 orang" in seen
    assert "ditulis dua kali" in seen
    everywhere()
    assert not Attendance.objects.exists()
    added = branch.post(address, {"lines": text, "tambah": "1"})
    assert added.url == reverse("meetings.guest", args=[event.pk])
    everywhere()
    rows = Attendance.objects.order_by("pk").values_list("name", "home_name", "invited")
    assert list(rows) == [
        ("Budi Rekaan", "Dinas Contoh", True),
        ("Siti Rekaan", "", True),
    ]
    assert not Attendance.objects.exclude(signed_in_at=None).exists()
    again = plain(branch.post(address, {"lines": text, "tambah": "1"}))
    assert "sudah dalam daftar" in again
    everywhere()
    assert Attendance.objects.count() == 2
    assert stranger.get(address).status_code == HTTPStatus.NOT_FOUND
    assert branch.post(address, {"lines": " "}).status_code == 422


def test_several_institutions_are_asked_at_once_and_the_office_names_its_link(
    event, branch, settings
):
    everywhere()
    keys = [
        Institution.objects.create(
            code=code, kind=code, name=code, region_code="16.04"
        ).pk
        for code in ("dinsos", "bappeda")
    ]
    given = {"pihak-party": keys, "pihak-role": "invited"}
    branch.post(reverse("meetings.party", args=[event.pk]), given)
    everywhere()
    event.refresh_from_db()
    assert set(keys) <= {*event.parties}
    at = reverse("meetings.door", args=[event.pk])
    settings.ALLOWED_HOSTS = ["localhost"]
    assert "hanya terbuka di komputer ini" in plain(
        branch.post(at, HTTP_HOST="localhost")
    )
    settings.ALLOWED_HOSTS = ["localhost", "kantor.contoh.test"]
    named = branch.post(at, HTTP_HOST="localhost:8700").content.decode()
    assert "http://kantor.contoh.test:8700/" in named
    assert "hanya terbuka" not in named


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("figure", "banyak sekali", "Tulis angkanya dengan satuan"),
        ("obstacle", "tanpa jenis", "Pilih jenis kendalanya"),
        ("statement", "NIK 1604015205809001 ditolak", "Jangan tulis NIK"),
        ("statement", "", "Catatan"),
    ],
)
def test_a_note_that_cannot_be_kept_says_why_and_is_final(
    event, branch, kind, text, why
):
    answer = note(branch, event, kind, text)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = branch.post(
        reverse("meetings.note", args=[event.pk]),
        {"kind": kind, "text": text, "client_key": uuid4()},
    )
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert why in plain(page)


def test_opposite_views_of_two_groups_stand_side_by_side(event, branch):
    for group, stance in (("workers", "oppose"), ("employers", "agree")):
        note(
            branch,
            event,
            "statement",
            f"Pandangan {group}",
            group=group,
            stance=stance,
            theme="funding",
        )
    note(branch, event, "statement", "Netral", group="workers", theme="data")
    address = reverse("meetings.synthesis", args=[event.pk])
    page = plain(branch.get(address))
    assert "1 tema dengan pandangan berlawanan" in page
    assert page.index("Pandangan workers") < page.index("Netral")
    taken = branch.get(f"{address}?unduh=csv").getvalue().decode("utf-8-sig")
    assert "Pandangan employers" in taken


def test_an_obstacle_of_a_meeting_is_counted_until_it_is_overcome(event, branch):
    note(branch, event, "obstacle", "NIK ganda", obstacle_kind="data_quality")
    everywhere()
    held = Obstacle.objects.get()
    page = plain(branch.get(reverse("obstacles")))
    assert "NIK ganda" in page
    assert "belum teratasi" in page
    answer = branch.post(
        reverse("obstacles.resolve", args=[held.pk]),
        {"resolved_on": TODAY.isoformat(), "resolution": "Dipadankan ulang"},
    )
    assert answer.status_code == HTTPStatus.FOUND
    assert "Dipadankan ulang" in plain(branch.get(reverse("obstacles")))
    nothing = branch.get(reverse("obstacles"), {"keadaan": "terbuka"})
    assert "NIK ganda" not in plain(nothing)


def test_an_act_that_its_page_did_not_expect_to_be_refused_says_why(
    event, branch, monkeypatch
):
    note(branch, event, "obstacle", "NIK ganda", obstacle_kind="data_quality")
    everywhere()
    held = Obstacle.objects.get()

    def refuse(**_):
        raise ActRefused("Hambatan ini dicatat lembaga lain.")

    monkeypatch.setattr(saying, "reopen_obstacle", refuse)
    overcome = {"resolved_on": TODAY.isoformat(), "resolution": "Dipadankan ulang"}
    branch.post(reverse("obstacles.resolve", args=[held.pk]), overcome)
    answer = branch.post(reverse("obstacles.reopen", args=[held.pk]))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = plain(answer)
    assert "Hambatan ini dicatat lembaga lain." in page
    assert "Kembali ke halaman sebelumnya" in page
    assert "data-expired" in answer.content.decode()  # what was typed comes back


def test_anybody_signs_in_behind_the_code_and_learns_nothing_else(event, branch):
    answer = branch.post(reverse("meetings.door", args=[event.pk]))
    assert "no-store" in answer["Cache-Control"]
    link = answer.context["link"]
    visitor = Client()
    page = plain(visitor.get(link))
    assert "Rakor percepatan" in page
    given = {
        "name": "Pengusaha Rekaan",
        "position": "Direktur",
        "home_name": "PT Rekaan",
    }
    for _ in range(2):
        assert "tercatat dalam daftar hadir" in plain(visitor.post(link, given))
    everywhere()
    [row] = Attendance.objects.all()
    assert (row.how, row.signed_in_at is not None) == ("qr", True)
    branch.post(reverse("meetings.door", args=[event.pk]), {"tutup": "1"})
    assert visitor.get(link).status_code == HTTPStatus.NOT_FOUND
    assert visitor.get(reverse("sign_in", args=["salah"])).status_code == 404


def test_a_meeting_is_ended_once_and_its_door_is_closed(event, branch):
    link = branch.post(reverse("meetings.door", args=[event.pk])).context["link"]
    end = reverse("meetings.end", args=[event.pk])
    assert "Akhiri rapat" in plain(branch.get(end))
    answer = branch.post(end)
    assert answer.url == reverse("minutes.versions", args=[event.pk])
    assert Client().get(link).status_code == HTTPStatus.NOT_FOUND
    assert note(branch, event, "statement", "Sesudahnya").status_code == 200
    assert "berakhir" in plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert branch.get(end).status_code == HTTPStatus.FOUND


def test_an_institution_that_a_meeting_names_sees_it_once_it_is_recognised(
    event, branch, stranger
):
    name, one = "Dinas Sosial Rekaan", reverse("meetings.one", args=[event.pk])
    branch.post(reverse("meetings.organiser", args=[event.pk]), {"name": name})
    note(branch, event, "commitment", "Data miskin dipadankan", owner_name=name)
    assert stranger.get(one).status_code == HTTPStatus.NOT_FOUND
    link = f"{reverse('meetings.recognise', args=[event.pk])}?nama={name}"
    for page in (reverse("meetings"), one):
        assert name in plain(branch.get(page))
        assert "Hubungkan" in plain(branch.get(page))
    everywhere()
    house = Institution.objects.get(code="dinsos")
    assert branch.get(link).context["form"].initial["institution"] == house
    assert branch.post(link, {"institution": house.pk}).status_code == 302
    everywhere()
    assert Commitment.objects.get().owner_institution == house
    assert stranger.get(one).status_code == HTTPStatus.OK
    assert "Hubungkan" not in plain(branch.get(reverse("meetings")))
    assert branch.get(link).status_code == HTTPStatus.NOT_FOUND


def test_guests_are_ticked_off_and_the_unnamed_are_counted(event, branch):
    guest = reverse("meetings.guest", args=[event.pk])
    branch.post(guest, {"position": "Kepala Disnaker", "role": "attend"})
    group = {"home_name": "Pengawas", "role": "attend", "is_group": "on"}
    branch.post(guest, {**group, "head_count": 12})
    assert branch.post(guest, {"role": "attend"}).status_code == 422
    everywhere()
    first = Attendance.objects.get(position="Kepala Disnaker")
    page = plain(branch.get(reverse("meetings.table", args=[event.pk])))
    assert "2 dari 2 hadir" in page
    assert "1 hadirin belum bernama" in page
    branch.post(reverse("meetings.present", args=[event.pk, first.pk]))
    page = plain(branch.get(reverse("meetings.one", args=[event.pk])))
    assert "1 dari 2 hadir" in page


def test_a_meeting_that_follows_another_shows_what_is_open_there(event, branch):
    said = "DPMD bayar iuran paling lambat 15 Desember 2031"
    note(branch, event, "commitment", said)
    branch.post(reverse("meetings.plan"), written(title="Rakor lanjutan"))
    everywhere()
    later = Event.objects.get(title="Rakor lanjutan")
    answer = branch.post(
        reverse("meetings.follow", args=[later.pk]), {"parent": event.pk}
    )
    assert answer.status_code == HTTPStatus.FOUND
    branch.post(reverse("meetings.hold", args=[later.pk]))
    page = plain(branch.get(reverse("meetings.table", args=[later.pk])))
    assert said in page
    assert "Rakor percepatan" in plain(
        branch.get(reverse("meetings.one", args=[later.pk]))
    )
    branch.post(reverse("meetings.unfollow", args=[later.pk, event.pk]))
    page = plain(branch.get(reverse("meetings.table", args=[later.pk])))
    assert said not in page


def addresses(names):
    """Give every address of these pages that names a thing, with what it asks for."""
    found = {}
    for page in pages():
        for one in page.urls:
            asked = tuple(one.pattern.regex.groupindex)
            if one.name.startswith(names) and asked:
                found[one.name] = asked
    return found


def test_a_stranger_opens_and_changes_nothing_of_a_meeting(event, branch, stranger):
    note(branch, event, "recommendation", "Terbitkan surat edaran")
    note(branch, event, "obstacle", "NIK ganda", obstacle_kind="data_quality")
    branch.post(
        reverse("meetings.guest", args=[event.pk]), {"name": "Tamu", "role": "attend"}
    )
    months = {"from_month": "2031-01", "until_month": "2031-12"}
    made = branch.post(reverse("plans.make"), {"title": "Program", **months})
    everywhere()
    plan = JointPlan.objects.get()
    assert made.url == reverse("plans.one", args=[plan.pk])
    before = _rows()
    for name, asked in addresses(("meetings.", "plans.", "obstacles.")).items():
        number = plan.pk if name.startswith("plans.") else event.pk
        if name in ("obstacles.resolve", "obstacles.reopen"):
            number = Obstacle.objects.get().pk
        given = {
            "number": number,
            "row": Attendance.objects.get().pk,
            "party": Institution.objects.get(code="dpmd").pk,
            "parent": event.pk,
            "kind": "recommendation",
        }
        address = reverse(name, kwargs={one: given[one] for one in asked})
        for answer in (stranger.get(address), stranger.post(address, written())):
            assert answer.status_code in (404, 405), name
        everywhere()
    assert _rows() == before


def _rows():
    """Give every row of meetings and plans, to compare."""
    models = (Event, Attendance, Recommendation, Obstacle, JointPlan)
    return [list(one.objects.order_by("pk").values()) for one in models]


def test_texts_of_regions_are_seen_by_all_and_changed_by_who_noted_them(
    branch, village_office, stranger
):
    given = {
        "kind": "circular",
        "number": "400.10.2.4/6/DPMD/IV/2024",
        "title": "Pekerja rentan desa",
        "issuer": "Bupati Rekaan",
        "region_code": REGION,
        "expires_on": "2020-01-01",
    }
    made = branch.post(reverse("policies.note"), given)
    assert made.status_code == HTTPStatus.FOUND
    page = plain(stranger.get(reverse("policies")))
    assert "400.10.2.4/6/DPMD/IV/2024" in page
    assert "berakhir" in page
    everywhere()
    policy = PolicyInstrument.objects.get()
    assert (policy.office, policy.month, policy.year) == ("DPMD", 4, 2024)
    taken = branch.get(f"{reverse('policies')}?unduh=csv").getvalue().decode()
    assert "04/2024" in taken  # what is known of the day on which it was issued
    change = reverse("policies.change", args=[policy.pk])
    assert stranger.get(change).status_code == HTTPStatus.NOT_FOUND
    assert branch.post(change, {**given, "expires_on": ""}).status_code == 302
    assert stranger.get(made.url).status_code == HTTPStatus.OK


def test_a_duty_of_the_instruction_stands_with_its_evidence(branch, stranger):
    mark = reverse("policies.mark", args=[REGION, "regulate"])
    seen = {"state": "partly", "evidence": "SE terbit", "noted_on": TODAY.isoformat()}
    assert branch.post(mark, seen).status_code == HTTPStatus.FOUND
    page = plain(stranger.get(reverse("policies.checklist", args=[REGION])))
    assert "SE terbit" in page
    assert "belum dilihat" in page
    taken = branch.get(reverse("policies.board") + "?unduh=csv").getvalue().decode()
    assert "sebagian" in taken
    far = reverse("policies.mark", args=["18.10", "regulate"])
    assert branch.post(far, seen).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_recommendations_become_a_programme_with_owner_month_and_budget(event, branch):
    note(branch, event, "recommendation", "Terbitkan surat edaran")
    months = {"from_month": "2031-01", "until_month": "2031-12"}
    made = branch.post(
        f"{reverse('plans.make')}?rapat={event.pk}", {"title": "Program", **months}
    )
    everywhere()
    plan = JointPlan.objects.get()
    advice = Recommendation.objects.get()
    assert "Terbitkan surat edaran" in plain(branch.get(made.url))
    activity = reverse("plans.activity", args=[plan.pk])
    doing = {
        "what": advice.text,
        "owner_name": "Bagian Hukum",
        "month": "2031-03",
        "budget_idr": "25.000.000",
        "recommendation": advice.pk,
    }
    assert branch.post(activity, doing).status_code == HTTPStatus.FOUND
    assert branch.post(activity, {**doing, "owner_name": ""}).status_code == 422
    move = reverse("plans.move", args=[plan.pk])
    branch.post(move, {"langkah": "sepakat"})
    everywhere()
    row = PlanActivity.objects.get()
    done = {"done_on": TODAY.isoformat(), "result": "SE terbit"}
    branch.post(reverse("plans.finish", args=[plan.pk, row.pk]), done)
    page = plain(branch.get(reverse("plans")))
    assert "1 dari 1 kegiatan selesai" in page
    assert "Rp25.000.000" in page.replace("\xa0", "")


def test_words_are_found_only_in_what_one_sees(event, branch, stranger):
    note(branch, event, "statement", "Iuran petani sawit dibayar dana bagi hasil")
    address = reverse("meetings.search")
    hit = branch.get(address, {"q": "sawit"})
    assert "<mark>sawit</mark>" in hit.content.decode()
    assert (
        "<mark>sawit</mark>"
        not in branch.get(address, {"q": "tembakau"}).content.decode()
    )
    assert "0 tempat" in plain(stranger.get(address, {"q": "sawit"}))


def test_figures_and_promises_are_found_by_their_words(event, branch, stranger):
    note(branch, event, "figure", "Nelayan terlindungi 4.118 orang")
    note(branch, event, "commitment", "DPMD mendata nelayan di pesisir")
    everywhere()
    promise = Commitment.objects.get()
    address = reverse("meetings.search")
    found = branch.get(address, {"q": "nelayan"})
    assert "2 tempat" in plain(found)
    assert reverse("promises.one", args=[promise.pk]) in found.content.decode()
    for kind, many in (("figure", 1), ("commitment", 1), ("statement", 0)):
        one = branch.get(address, {"q": "nelayan", "jenis": kind, "wilayah": REGION})
        assert f"{many} tempat" in plain(one), kind
    assert "0 tempat" in plain(stranger.get(address, {"q": "nelayan"}))


def test_every_act_at_the_table_is_on_record(event, branch):
    note(branch, event, "recommendation", "Terbitkan surat edaran")
    everywhere()
    row = Recommendation.objects.get()
    branch.post(reverse("meetings.strike", args=[event.pk, "recommendation", row.pk]))
    everywhere()
    assert not Recommendation.objects.exists()
    done = set(Act.objects.filter(noun="recommendation").values_list("verb", flat=True))
    assert done == {"add", "remove"}


def test_pages_of_a_meeting_ask_the_database_little(event, branch):
    for number in range(12):
        note(branch, event, "statement", f"Pernyataan {number}")
        note(branch, event, "commitment", f"Janji {number} DPMD")
        guest = {"name": f"Tamu {number}", "role": "attend"}
        branch.post(reverse("meetings.guest", args=[event.pk]), guest)
    for name in ("one", "table", "results", "synthesis", "screen"):
        address = reverse(f"meetings.{name}", args=[event.pk])
        branch.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert branch.get(address).status_code == HTTPStatus.OK
        assert len(asked) <= MOST_QUERIES, (name, [one["sql"] for one in asked])
