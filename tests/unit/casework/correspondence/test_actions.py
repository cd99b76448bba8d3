"""Letters get their numbers in order, stay as they went out, and are read by few."""

import hashlib
from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from tests.unit.casework.conftest import TODAY
from tests.unit.casework.correspondence.conftest import typeset, wanted

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence import actions, papers, queries
from naungan.casework.correspondence.models import AgendaBook, Letter


pytestmark = pytest.mark.django_db


def test_numbers_follow_each_other_in_the_book_of_their_kind(issued):
    numbers = [issued().number, issued(book="LAP").number, issued().number]
    assert numbers == ["1/TGR/SATU/XI/2026", "1/LAP/SATU/XI/2026", "2/TGR/SATU/XI/2026"]


def test_a_letter_that_was_given_up_leaves_its_number_for_the_next(desks, issued):
    def breaks(_numbered):
        raise RuntimeError

    issued()
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.issue(by=desks.writer, wanted=wanted(), today=TODAY, typeset=breaks)
    assert issued().serial == 2


def test_a_letter_lies_byte_for_byte_under_its_hash(desks, issued):
    letter = issued()
    kept = papers.read(desks.writer.institution_id, letter.sha256)
    assert kept == typeset([letter])[0].pdf
    assert hashlib.sha256(kept).hexdigest() == letter.sha256
    assert letter.size == len(kept)


def test_a_numbered_letter_never_changes(issued):
    letter = issued()
    for field, value in (
        ("number", "9"),
        ("sha256", "0" * 64),
        ("subject", "Lain"),
        ("issued_on", TODAY + timedelta(days=1)),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic():
            Letter.objects.filter(pk=letter.pk).update(**{field: value})


def test_nobody_removes_a_letter_or_its_book(issued):
    letter = issued()
    assert Letter.objects.filter(pk=letter.pk).delete()[0] == 0
    assert AgendaBook.objects.filter(pk=letter.book_id).exists()


def test_a_batch_gets_numbers_in_a_row(desks, issued):
    issued()
    made = actions.issue_all(
        by=desks.writer,
        wanted=[wanted(about=("case", number)) for number in range(3)],
        today=TODAY,
        typeset=typeset,
    )
    assert [one.serial for one in made] == [2, 3, 4]
    assert issued().serial == 5


def test_a_letter_goes_out_once_and_not_before_it_was_written(desks, issued):
    letter, by = issued(), desks.writer
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(ActRefused):
            actions.send(by=by, letter=letter, on=day, way="pos", today=TODAY)
    actions.send(by=by, letter=letter, on=TODAY, way="pos tercatat", today=TODAY)
    letter.refresh_from_db()
    assert (letter.state, letter.sent_on) == ("sent", TODAY)
    with pytest.raises(ActRefused):
        actions.send(by=by, letter=letter, on=TODAY, way="pos", today=TODAY)


def test_what_another_must_sign_goes_out_only_once_that_was_done(desks, issued):
    letter, by = issued(awaits=True), desks.writer
    assert list(queries.to_sign(by, TODAY)) == [letter]
    with pytest.raises(ActRefused):
        actions.send(by=by, letter=letter, on=TODAY, way="pos", today=TODAY)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(ActRefused):
            actions.sign(by=by, letter=letter, on=day, today=TODAY)
    actions.sign(by=by, letter=letter, on=TODAY, today=TODAY)
    actions.unsign(by=by, letter=letter, today=TODAY)
    assert queries.proof(letter.code).state == "unsigned"
    actions.sign(by=by, letter=letter, on=TODAY, today=TODAY)
    actions.send(by=by, letter=letter, on=TODAY, way="pos", today=TODAY)
    with pytest.raises(ActRefused):
        actions.unsign(by=by, letter=letter, today=TODAY)
    assert not queries.to_sign(by, TODAY)


def test_only_the_head_signs_where_there_is_one(desks, issued, works):
    letter = issued(awaits=True)
    officer = works("agency_officer", code="satu", email="staf@contoh.id")
    scope.enter(officer)
    assert not queries.to_sign(officer, TODAY)
    with pytest.raises(ActRefused):
        actions.sign(by=officer, letter=letter, on=TODAY, today=TODAY)


def test_where_no_head_has_an_account_whoever_writes_letters_tells_of_the_signature(
    office, works
):
    officer = works("agency_officer", code="tiga", email="staf@contoh.id")
    scope.enter(officer)
    letter = actions.issue(
        by=officer, wanted=wanted(awaits=True), today=TODAY, typeset=typeset
    )
    assert list(queries.to_sign(officer, TODAY)) == [letter]
    signed = actions.sign(by=officer, letter=letter, on=TODAY, today=TODAY)
    assert (signed.state, signed.signed_on) == ("issued", TODAY)


def test_a_void_letter_keeps_its_number_and_stays_void(desks, issued):
    letter = issued()
    with pytest.raises(ActRefused):
        actions.void(by=desks.writer, letter=letter, reason="salah")
    actions.void(by=desks.writer, letter=letter, reason="alamatnya salah ketik")
    assert issued().serial == 2
    assert queries.proof(letter.code).state == "void"
    with pytest.raises(ProgrammingError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(state="issued", voided_at=None)


def test_another_institution_reads_only_what_it_was_let_read(desks, issued):
    shown, hidden = issued(about=("case", 1)), issued(about=("case", 2))
    receiver = desks.elsewhere.institution_id
    assert (
        actions.let_read(by=desks.writer, about=("case", 1), institution_id=receiver)
        == 1
    )
    scope.enter(desks.elsewhere)
    assert list(queries.letters(desks.elsewhere)) == [shown]
    assert queries.letter(desks.elsewhere, hidden.pk) is None
    assert not Letter.objects.filter(pk=hidden.pk).exists()
    with pytest.raises(ActRefused):
        actions.void(by=desks.elsewhere, letter=shown, reason="bukan surat kami")


def test_the_public_learns_of_a_letter_only_what_its_proof_tells(issued):
    letter = issued()
    scope.tell(None, None, every=False)
    assert not Letter.objects.exists()
    found = queries.proof(letter.code.lower())
    assert (found.number, found.institution, found.sha256) == (
        *(letter.number, "satu", letter.sha256),
    )
    for strange in ("TIDAKADA2345", "", "a\0b", "\u0663" * 12, "' OR 1=1 --"):
        assert queries.proof(strange) is None


def test_who_writes_no_letters_issues_none(office, works):
    other = works("data_officer", code="satu", email="data@contoh.id")
    scope.enter(other)
    with pytest.raises(ActRefused):
        actions.issue(by=other, wanted=wanted(), today=TODAY, typeset=typeset)


def test_the_head_and_the_form_of_numbers_hold_from_the_next_letter_on(desks, issued):
    issued()
    actions.set_head(by=desks.writer, office_code="B-12", city="Lahat")
    actions.set_pattern(
        by=desks.writer,
        kind="TGR",
        pattern="{kind}.{number3}/{office}/{month}{year}",
        today=TODAY,
    )
    assert issued().number == "TGR.002/B-12/112026"
    assert queries.head(desks.writer).city == "Lahat"
    assert [(one.last, one.void_count) for one in queries.books(desks.writer)] == [
        (2, 0)
    ]


def test_a_list_goes_on_after_a_letter(desks, issued):
    made = [issued() for _ in range(3)]
    found = queries.letters(desks.writer)
    assert list(queries.after(found, made[1].pk)) == [made[0]]
    assert list(queries.after(found, 10**9)) == made[::-1]
