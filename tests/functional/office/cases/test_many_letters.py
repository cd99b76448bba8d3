"""Steps that wait for their letters get them all at once, each with its own case."""

from datetime import timedelta
from http import HTTPStatus
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.functional.office.cases.test_letters import work_of

from naungan.casework.accounts import scope
from naungan.casework.compliance.actions import cases, replies, steps
from naungan.casework.compliance.actions.cases import ByHand, Subject
from naungan.casework.compliance.models import StepTaken
from naungan.casework.correspondence import actions
from naungan.casework.correspondence.models import LetterBatch
from naungan.lib.dates import format_date
from naungan.web.letters import batching, issuing


pytestmark = pytest.mark.django_db
FINDING = ByHand("unregistered_employer", "Belum mendaftar, 12 pekerja.", 12)


@pytest.fixture
def head(person):
    """The head of a branch, signed in, with a letterhead."""
    client = person("branch_head")
    client.scope = work_of("branch_head@contoh.id")
    actions.set_head(by=client.scope, address="Jalan Kantor 1", contact="telepon")
    return client


WRITE = ["warning_1"]


def warned(by, name, days_ago=0):
    """Open a case of an invented employer and take the first warning in it."""
    today = timezone.localdate() - timedelta(days=days_ago)
    subject = Subject(name=name, region_code="16.04", kind="company")
    case = cases.open_by_hand(
        by=by,
        subject=subject,
        track="registration_and_data",
        how="visit",
        findings=[FINDING],
        today=today,
    )
    return steps.take_step(
        by=by, case=case, step="warning_1", taken_on=today, today=today
    )


def ordered(head, *taken, asked="mendaftarkan pekerja"):
    """Ask for the first warnings of some cases."""
    told = {"asked": asked, "kasus": [one.case_id for one in taken]}
    return head.post(reverse("letters.write", args=WRITE), told)


def read(answer):
    """Open a file that was sent as one of pages."""
    assert answer.status_code == HTTPStatus.OK
    return PdfReader(BytesIO(b"".join(answer.streaming_content)))


def run(batch, by):
    """Do what the worker does."""
    batching.write_batch.func(batch.pk, by.appointment_id, by.user_id)
    scope.enter(by)
    batch.refresh_from_db()
    return batch


def test_every_waiting_step_gets_its_own_letter(head):
    taken = [warned(head.scope, f"CV Contoh {name}") for name in "ABC"]
    listed = head.get(reverse("letters.many")).content.decode()
    assert "Surat teguran tertulis pertama" in listed
    write = reverse("letters.write", args=["warning_1"])
    assert head.get(write).status_code == HTTPStatus.OK
    answer = ordered(head, *taken)
    batch = LetterBatch.objects.get()
    assert answer.url == reverse("letters.batch", args=[batch.pk])
    assert ordered(head, *taken, asked="lagi").status_code == 422
    assert run(batch, head.scope).done == 3
    for step in taken:
        step.refresh_from_db()
        assert step.letter.about_id == step.case_id
        assert step.case.name == step.letter.addressee
    assert head.get(write).status_code == HTTPStatus.NOT_FOUND
    shown = head.get(answer.url).content.decode()
    assert "CV Contoh B" in shown
    archive = head.get(reverse("letters.archive", args=[batch.pk]))
    assert b"".join(archive.streaming_content).startswith(b"PK")
    one = read(head.get(reverse("letters.print", args=[batch.pk])))
    numbers = list(batch.letters.order_by("serial").values_list("number", flat=True))
    assert [each["/Title"] for each in one.outline] == numbers
    starts = [one.get_destination_page_number(each) for each in one.outline]
    for start, number in zip(starts, numbers, strict=True):
        assert number in one.pages[start].extract_text()
    fronts = read(head.get(reverse("letters.print", args=[batch.pk]) + "?sisi=dua"))
    assert len(fronts.pages) % 2 == 0
    pages = [fronts.get_destination_page_number(each) for each in fronts.outline]
    assert all(start % 2 == 0 for start in pages)


def test_what_cannot_be_written_is_named_and_takes_no_number(head):
    step = warned(head.scope, "CV Contoh Kurang")
    answer = ordered(head, step, asked="")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "CV Contoh Kurang" in answer.content.decode()
    assert not LetterBatch.objects.exists()
    assert StepTaken.objects.get(pk=step.pk).letter is None


def test_how_often_the_database_is_asked_hangs_little_on_how_many_wait(head):
    said, shown = [], []
    for many in (1, 4):
        taken = [warned(head.scope, f"CV Banyak {many} {n}") for n in range(many)]
        with CaptureQueriesContext(connection) as listed:
            head.get(reverse("letters.write", args=WRITE))
        shown.append(len(listed))
        with CaptureQueriesContext(connection) as asked:
            ordered(head, *taken)
        said.append(len(asked))
        run(LetterBatch.objects.latest("pk"), head.scope)
    assert shown[0] == shown[1], shown
    assert said[1] - said[0] <= 3 * 8, said


def test_letters_of_a_batch_are_the_same_as_written_one_by_one(head):
    step = warned(head.scope, "CV Contoh Sama")
    ordered(head, step)
    run(LetterBatch.objects.get(), head.scope)
    step.refresh_from_db()
    content = issuing.written(step.letter, "docx")
    assert content.startswith(b"PK")
    assert issuing.written(step.letter, "pdf").startswith(b"%PDF")


def test_a_term_counts_from_the_day_of_the_letter(head):
    step = warned(head.scope, "CV Contoh Lama", days_ago=60)
    today = timezone.localdate()
    assert step.ends_on < today
    steps.lapse(today=today)
    ordered(head, step)
    run(LetterBatch.objects.get(), head.scope)
    step.refresh_from_db()
    step.case.refresh_from_db()
    assert step.ends_on >= today + timedelta(days=12)
    assert step.case.due_on == step.ends_on
    assert (step.state, step.case.waits_for) == ("standing", "employer")
    made = PdfReader(BytesIO(issuing.written(step.letter, "pdf")))
    said = "".join(page.extract_text() for page in made.pages)
    assert format_date(step.ends_on) in " ".join(said.split())


def test_what_could_not_be_decided_that_day_gets_no_letter_and_says_why(head):
    today = timezone.localdate()
    passed = warned(head.scope, "CV Contoh Susul", days_ago=60)
    steps.take_step(
        by=head.scope, case=passed.case, step="warning_2", taken_on=today, today=today
    )
    answered = warned(head.scope, "CV Contoh Jawab", days_ago=60)
    replies.record_reply(
        by=head.scope,
        case=answered.case,
        text="Kami keberatan.",
        received_on=today,
        today=today,
    )
    listed = head.get(reverse("letters.write", args=WRITE)).content.decode()
    assert "belum dipertimbangkan" in listed
    assert "Yang tidak, dan sebabnya" in listed
    assert 'type="checkbox"' not in listed
    assert ordered(head, passed, answered).status_code == 422
    assert not LetterBatch.objects.exists()


def test_one_letter_is_seen_first_and_only_the_chosen_are_written(head):
    first, second = (warned(head.scope, f"CV Contoh {name}") for name in "XY")
    write = reverse("letters.write", args=WRITE)
    page = head.get(write).content.decode()
    assert page.count(" checked") == 2
    assert head.get(f"{write}?kosong=ya").content.decode().count(" checked") == 0
    shown = head.post(write, {"asked": "mendaftar", "rancangan": first.case_id})
    pdf = PdfReader(BytesIO(b"".join(shown.streaming_content)))
    assert "CV Contoh X" in pdf.pages[0].extract_text()
    assert not LetterBatch.objects.exists()
    ordered(head, second)
    assert run(LetterBatch.objects.get(), head.scope).done == 1
    first.refresh_from_db()
    assert first.letter is None


def test_letters_are_not_dated_on_another_day_than_their_terms_count_from(head):
    step = warned(head.scope, "CV Contoh Malam")
    ordered(head, step)
    LetterBatch.objects.update(asked_at=timezone.now() - timedelta(days=1))
    batch = run(LetterBatch.objects.get(), head.scope)
    assert (batch.state, batch.done) == ("failed", 0)
