"""The logs: chained, sealed, unchangeable even for the application, provable."""

import contextlib

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from naungan.casework import act, look
from naungan.casework.audit.models import Act, Look, Seal


pytestmark = pytest.mark.django_db


def test_each_act_carries_the_hash_of_the_act_before(office):
    act.record(by=office, verb="open", noun="thing", noun_id=1)
    act.record(by=office, verb="close", noun="thing", noun_id=1)
    chain = list(Act.objects.order_by("id"))
    assert [one.id for one in chain] == [1, 2, 3]
    assert [one.previous_hash for one in chain[1:]] == [one.hash for one in chain[:-1]]


@pytest.mark.parametrize("model", [Act, Look, Seal])
@pytest.mark.parametrize(
    "verb", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_no_statement_changes_or_removes_what_is_logged(office, model, verb):
    look.record(by=office, noun="person", noun_id=1, purpose="uji")
    _seal()
    before = list(model.objects.values())
    # Refused aloud, or, where no policy gives the row, without any effect.
    with contextlib.suppress(ProgrammingError), transaction.atomic():
        _run(verb.format(model._meta.db_table))  # noqa: SLF001 (the table's name)
    assert before
    assert list(model.objects.values()) == before


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_application_cannot_read_looks_through_the_sealing_function(office):
    del office
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT audit_seal_text(1, 10)")


def test_looks_are_sealed_once_in_unbroken_blocks(office):
    look.record(by=office, noun="person", noun_id=1, purpose="uji")
    look.record(by=office, noun="person", noun_id=2, purpose="uji")
    assert (_seal(), _seal()) == (2, 0)
    look.record(by=office, noun="person", noun_id=3, purpose="uji")
    assert _seal() == 1
    first, second = Seal.objects.order_by("id")
    assert second.previous_hash == first.hash
    assert second.first_look > first.last_look


def _seal() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_seal_looks()")
        return cursor.fetchone()[0]
