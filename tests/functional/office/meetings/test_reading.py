"""A report is pasted or sent as a file, read into a draft, and accepted line by line."""

import io
from datetime import date
from http import HTTPStatus

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.models import Event


pytestmark = pytest.mark.django_db
REPORT = """Rapat Kepatuhan Digelar di Contoh

LAHAT, KABARCONTOH.ID – Kejaksaan Negeri Lahat bersama BPJS Ketenagakerjaan Cabang Muara Enim \
menggelar rapat kepatuhan di Aula Kejaksaan Negeri Lahat, Rabu (3/7/2024). Hadir Kepala Dinas \
Tenaga Kerja Kabupaten Lahat, Rekaan Satu.
Kajari Lahat Contoh Permadi mengatakan dari 239.799 pekerja baru 51.398 orang atau 25 persen yang \
terdaftar. Rapat menyepakati membentuk tim penagihan paling lambat Agustus 2024.
Kendala di lapangan antara lain rendahnya kesadaran pemberi kerja.
Dasarnya Instruksi Presiden Nomor 2 Tahun 2021.
"""


@pytest.fixture
def desk(founder):
    held, client = appointed(
        "branch_head", "cabang-baca", "baca@contoh.id", "bpjs_branch"
    )
    held.institution.region_code = "16.04"
    held.institution.save()
    scope.enter(scope.of_appointment(held))
    return client


def pasted(client, text=REPORT, **rest):
    sent = {"text": text, "outlet": "Kabar Contoh", "url": "", **rest}
    return client.post(reverse("reading"), sent)


def sent_back(answer, **changed):
    """Give what a browser sends of a draft: its form as filled, and every ticked line."""
    form, groups = answer.context["form"], answer.context["groups"]
    ticked = [
        line["key"] for group in groups for line in group["lines"] if line["is_ticked"]
    ]
    filled = {name: form[name].value() for name in form.fields}
    event = {name: value for name, value in filled.items() if value}
    return {"kept": answer.context["kept"], "line": ticked, **event, **changed}


def test_a_pasted_report_becomes_a_draft_with_every_fact_beside_its_words(desk):
    answer = pasted(desk)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.OK
    assert answer.context["form"]["held_on"].value() == "2024-07-03"
    assert answer.context["form"]["region_code"].value().startswith("Kabupaten Lahat")
    assert "<mark" in page
    assert "Contoh Permadi" in page
    assert "51.398 ÷ 239.799 = 21,43 persen, tetapi tercetak 25 persen." in page
    assert not Event.objects.exists()


def test_what_is_ticked_is_written_with_its_words_and_nothing_else(desk):
    draft = pasted(desk)
    taken = sent_back(draft)
    unwanted = next(
        line["key"]
        for group in draft.context["groups"]
        for line in group["lines"]
        if group["code"] == "figures" and "239.799" in line["words"]
    )
    taken["line"] = [key for key in taken["line"] if key != unwanted]
    answer = desk.post(reverse("reading"), taken)
    assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors
    event = Event.objects.get()
    assert answer.url == reverse("meetings.one", args=[event.pk])
    assert (event.state, event.held_on) == ("held", date(2024, 7, 3))
    assert event.certainty == "printed"
    assert event.figures.filter(value=51398, unit="people").exists()
    assert not event.figures.filter(value=239799).exists()
    assert event.figures.get(unit="percent").whole is None  # nobody took that count
    assert event.attendance.filter(name="Contoh Permadi", how="report").exists()
    assert event.bases.get().kind == "Inpres"
    assert event.sources.get().outlet == "Kabar Contoh"
    promise = Commitment.objects.get(event=event)
    assert "tim penagihan" in promise.what
    quoted = {one.about_kind for one in event.quotes.all()}
    assert quoted >= {"event", "attendance", "figure", "basis", "commitment"}


def key_of(answer, group, words):
    return next(
        line["key"]
        for one in answer.context["groups"]
        for line in one["lines"]
        if one["code"] == group and words in line["words"]
    )


def test_a_line_is_mended_before_it_is_taken_and_its_words_stay(desk):
    draft = pasted(desk)
    person = key_of(draft, "people", "Contoh Permadi")
    figure = key_of(draft, "figures", "51.398")
    promise = key_of(draft, "promises", "tim penagihan")
    mended = {
        **sent_back(draft),
        f"e{person}-name": "Contoh Permadi Utama",
        f"e{person}-role": "chair",
        f"e{figure}-value": "51.400",
        f"e{figure}-unit": "people",
        f"e{figure}-meaning": "pekerja yang terdaftar",
        f"e{promise}-what": "membentuk tim penagihan",
        f"e{promise}-owner": "Kejaksaan Negeri Lahat",
        f"e{promise}-due_on": "2024-08-31",
    }
    answer = desk.post(reverse("reading"), mended)
    assert answer.status_code == HTTPStatus.FOUND
    event = Event.objects.get()
    assert event.attendance.get(name="Contoh Permadi Utama").role == "chair"
    assert event.figures.filter(value=51400, meaning="pekerja yang terdaftar").exists()
    kept = Commitment.objects.get(event=event)
    assert (kept.owner_name, kept.due_on) == (
        "Kejaksaan Negeri Lahat",
        date(2024, 8, 31),
    )
    assert event.quotes.filter(words="51.398 orang").exists()
    share = event.figures.get(unit="percent")
    assert (share.part.value, share.whole.value) == (51400, 239799)


def test_a_number_that_is_none_is_said_beside_its_line_and_nothing_is_written(desk):
    draft = pasted(desk)
    figure = key_of(draft, "figures", "51.398")
    wrong = {
        f"e{figure}-value": "banyak",
        f"e{figure}-unit": "people",
        f"e{figure}-meaning": "pekerja",
    }
    answer = desk.post(reverse("reading"), {**sent_back(draft), **wrong})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#id_e{figure}-value"' in answer.content.decode()
    assert not Event.objects.exists()
    left_out = [key for key in sent_back(draft)["line"] if key != figure]
    again = desk.post(
        reverse("reading"), {**sent_back(draft), **wrong, "line": left_out}
    )
    assert again.status_code == HTTPStatus.FOUND


def test_what_is_spoken_of_is_ticked_as_topics(desk):
    topics = pasted(desk).context["form"]["topics"].value()
    assert "supervision" in topics
    assert "vulnerable" not in topics


def test_a_draft_without_a_title_is_shown_again_with_what_was_ticked(desk):
    taken = sent_back(pasted(desk), title="", line=["0"])
    answer = desk.post(reverse("reading"), taken)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    ticked = [
        line["key"]
        for group in answer.context["groups"]
        for line in group["lines"]
        if line["is_ticked"]
    ]
    assert ticked == ["0"]
    assert not Event.objects.exists()


def test_a_second_report_of_the_same_day_is_offered_as_a_source(desk):
    desk.post(reverse("reading"), sent_back(pasted(desk)))
    event = Event.objects.get()
    second = pasted(desk, text=REPORT.replace("Kendala di lapangan", "Hambatan"))
    assert [one.pk for one, _day in second.context["alike"]] == [event.pk]
    desk.post(
        reverse("reading.join", args=[event.pk]),
        {**second.context["source"], "outlet": "Warta Contoh"},
    )
    assert {one.outlet for one in event.sources.all()} == {
        "Kabar Contoh",
        "Warta Contoh",
    }
    assert Event.objects.count() == 1


def test_a_second_report_without_a_day_is_known_by_the_people_of_both(desk):
    desk.post(reverse("reading"), sent_back(pasted(desk)))
    undated = REPORT.replace(", Rabu (3/7/2024)", "")
    assert [one for one, _day in pasted(desk, text=undated).context["alike"]] == [
        Event.objects.get()
    ]
    strangers = undated.replace("Contoh Permadi", "Contoh Lain")
    assert not pasted(desk, text=strangers).context["alike"]


def test_minutes_come_as_a_document_too(desk):
    paper = docx.Document()
    for line in REPORT.splitlines():
        paper.add_paragraph(line)
    held = io.BytesIO()
    paper.save(held)
    file = SimpleUploadedFile("notulen.docx", held.getvalue())
    answer = desk.post(reverse("reading"), {"file": file, "outlet": "", "url": ""})
    assert answer.context["form"]["held_on"].value() == "2024-07-03"


@pytest.mark.parametrize(
    "sent",
    [
        {"text": ""},
        {"text": "", "file": b"PK\x03\x04bukan dokumen"},
        {"text": "", "file": b"%PDF-1.4 rusak"},
        {"text": "", "file": b"\xff\xd8\xff foto dari telepon"},
        {"text": "...."},
    ],
    ids=["nothing", "another archive", "broken pdf", "a photo", "no sentence"],
)
def test_what_cannot_be_read_is_said_and_nothing_is_written(desk, sent):
    if "file" in sent:
        sent = {**sent, "file": SimpleUploadedFile("kiriman", sent["file"])}
    answer = desk.post(reverse("reading"), {"outlet": "", "url": "", **sent})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Event.objects.exists()


def test_what_somebody_else_kept_is_not_taken(desk):
    answer = desk.post(reverse("reading"), {"kept": "diganti"})
    assert answer.url == reverse("reading")
    assert not Event.objects.exists()
