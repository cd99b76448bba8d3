"""The pages of letters: finding, taking, sending, voiding, and proving one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import appointed
from tests.unit.web.letters.told_facts import facts

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment
from naungan.casework.audit.models import Act
from naungan.casework.correspondence import actions
from naungan.casework.correspondence.models import AgendaBook, Letter
from naungan.web.letters import issuing
from naungan.web.letters.facts import Party


MOST_QUERIES = 12
SITE = "https://kantor.invalid"


def work_of(email):
    held = Appointment.objects.select_related("institution").get(user__email=email)
    reach = scope.of_appointment(held)
    scope.enter(reach)
    return reach


def issue(by, name="PT Contoh Rekaan", about=1):
    return issuing.issue(
        by=by,
        letter="warning_1",
        about=("case", about),
        facts=facts(employer=Party(name)),
        today=timezone.localdate(),
        site=SITE,
    )


@pytest.fixture
def head(person):
    """The head of a branch, signed in; their scope comes along."""
    client = person("branch_head")
    client.scope = work_of("branch_head@contoh.id")
    return client


def page(client, name, *given, **asked):
    answer = client.get(reverse(name, args=given), asked)
    assert answer.status_code == HTTPStatus.OK
    return answer


@pytest.mark.django_db
def test_a_letter_is_found_opened_and_taken_byte_for_byte(head):
    letter = issue(head.scope, "PT Dicari")
    issue(head.scope, "PT Lain")
    found = page(head, "letters", cari="dicari").content.decode()
    assert letter.number in found
    assert "PT Lain" not in found
    assert letter.sha256 in page(head, "letters.letter", letter.pk).content.decode()
    taken = page(head, "letters.pdf", letter.pk)
    assert taken.content == issuing.written(letter, "pdf")
    assert taken["Content-Disposition"].startswith("attachment;")
    assert taken["X-Content-Type-Options"] == "nosniff"
    assert page(head, "letters.docx", letter.pk).content.startswith(b"PK")
    assert Act.objects.filter(verb="download", noun_id=letter.code).count() == 2


@pytest.mark.django_db
def test_a_list_of_letters_asks_the_database_few_times(head):
    for number in range(5):
        issue(head.scope, about=number)
    page(head, "letters")
    with CaptureQueriesContext(connection) as asked:
        page(head, "letters")
    own = [one["sql"][:120] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(own) <= MOST_QUERIES, "\n".join(own)


@pytest.mark.django_db
def test_the_agenda_book_is_taken_as_a_table(head):
    letter = issue(head.scope)
    taken = page(head, "letters", unduh="csv").content.decode("utf-8-sig")
    assert letter.number in taken
    assert letter.sha256 in taken


@pytest.mark.django_db
def test_sending_and_voiding_ask_and_are_seen(head):
    given = {"signer_name": "Ratna (rekaan)", "signer_position": "Kepala"}
    actions.set_head(by=head.scope, **given)
    letter = issue(head.scope)
    send = reverse("letters.send", args=[letter.pk])
    on = timezone.localdate().isoformat()
    sent = {"on": on, "way": "pos tercatat"}
    assert head.post(send, sent).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    proof = page(Client(), "proof", letter.code).content.decode()
    assert "BELUM DITANDATANGANI" in proof
    assert (
        head.post(reverse("letters.sign", args=[letter.pk]), {"on": on}).status_code
        == 302
    )
    assert head.post(send, {"on": "2024-01-01", "way": "pos"}).status_code == 422
    assert head.post(send, sent).status_code == 302
    taken_back = head.post(reverse("letters.unsign", args=[letter.pk]))
    assert taken_back.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    void = reverse("letters.void", args=[letter.pk])
    assert head.post(void, {"reason": "salah"}).status_code == 422
    assert head.post(void, {"reason": "alamat salah ketik"}).status_code == 302
    letter.refresh_from_db()
    assert (letter.state, letter.sent_by) == ("void", "pos tercatat")
    assert "DIBATALKAN" in page(Client(), "proof", letter.code).content.decode()


@pytest.mark.django_db
def test_the_head_of_an_office_sets_letterhead_and_form_of_numbers(head):
    issue(head.scope)
    given = {"address": "Jalan Baru 9", "city": "Lahat", "office_code": "B-9"}
    assert head.post(reverse("letters.head"), given).status_code == 302
    book = AgendaBook.objects.get()
    change = reverse("letters.pattern", args=[book.pk])
    assert head.post(change, {"pattern": "{year}"}).status_code == 422
    assert head.post(change, {"pattern": "{number}/{office}"}).status_code == 302
    assert issue(head.scope).number == "2/B-9"
    assert "Jalan Baru 9" in page(head, "letters.books").content.decode()


@pytest.mark.django_db
def test_a_stranger_learns_only_what_the_proof_tells(head):
    letter = issue(head.scope, "PT Rahasia")
    answer = page(Client(), "proof", letter.code.lower())
    said = answer.content.decode()
    assert letter.number in said
    for hidden in ("PT Rahasia", letter.sha256, "Rekaan branch_head"):
        assert hidden not in said
    assert "noindex" in answer["X-Robots-Tag"]
    unknown = Client().get(reverse("proof", args=["TIDAKADA2345"]))
    assert unknown.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.django_db
def test_a_file_is_compared_and_a_single_changed_byte_shows(head):
    letter = issue(head.scope)
    whole = issuing.written(letter, "pdf")
    address = reverse("proof", args=[letter.code])
    for content, says in ((whole, "sama, sampai"), (whole + b" ", "BERBEDA")):
        sent = SimpleUploadedFile("surat.pdf", content, "application/pdf")
        answer = Client().post(address, {"file": sent})
        assert says in answer.content.decode()
    assert Client().post(address, {}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.django_db
def test_another_institution_reaches_a_letter_only_once_it_was_let(head, person):
    letter = issue(head.scope)
    other = person("inspector")
    reader = work_of("inspector@contoh.id")
    for name in ("letter", "pdf", "docx", "void", "send"):
        answer = other.get(reverse(f"letters.{name}", args=[letter.pk]))
        assert answer.status_code == HTTPStatus.NOT_FOUND
    scope.enter(head.scope)
    actions.let_read(
        by=head.scope, about=("case", 1), institution_id=reader.institution_id
    )
    assert page(other, "letters.pdf", letter.pk).content.startswith(b"%PDF")
    void = reverse("letters.void", args=[letter.pk])
    refused = other.post(void, {"reason": "bukan surat kami"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_many_at_once_get_numbers_without_gap_or_double(committed, django_db_blocker):
    with transaction.atomic():
        scope.tell(None, None, every=True)
        held, _ = appointed("agency_head", "satu", "kepala@contoh.id")
        by = scope.of_appointment(held)

    def one(number):
        try:
            with transaction.atomic():
                scope.enter(by)
                made = actions.issue(
                    by=by,
                    wanted=actions.Wanted(
                        *("warning_1", "TGR", ("case", number), "Hal", "PT", "1", "1")
                    ),
                    today=date(2026, 11, 2),
                    typeset=lambda given: [
                        actions.Typeset(one.code.encode(), b"{}") for one in given
                    ],
                )
                if number % 4 == 3:
                    raise InterruptedError
                return made.serial
        except InterruptedError:
            return None
        finally:
            connection.close()

    with django_db_blocker.unblock(), ThreadPoolExecutor(4) as many:
        serials = [found for found in many.map(one, range(12)) if found]
        assert sorted(serials) == list(range(1, 10))
        with transaction.atomic():
            scope.enter(by)
            assert Letter.objects.count() == 9
