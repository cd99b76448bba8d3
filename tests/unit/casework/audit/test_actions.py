"""Pruning and proving: whole blocks only, by the owner only, and on record."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from naungan.casework import look
from naungan.casework.audit import actions, queries
from naungan.casework.audit.models import Look
from naungan.casework.audit.verify import Broken, Proof


pytestmark = pytest.mark.django_db
PROOF = Proof(3, 1, 0, 2, 1, "a" * 64, "b" * 64, ())


@pytest.fixture
def looked(office):
    """Two sealed looks and one that waits for its seal."""
    for number in (1, 2):
        look.record(by=office, noun="person", noun_id=number, purpose="uji")
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_seal_looks()")
    look.record(by=office, noun="person", noun_id=3, purpose="uji")
    return office


def test_only_sealed_blocks_are_past_a_term(looked):
    assert actions.prunable(timezone.now()) == actions.Pruning(1, 2)
    long_ago = timezone.now() - timedelta(days=1)
    assert actions.prunable(long_ago) == actions.Pruning(0, 0)


def test_the_application_prunes_nothing_even_where_it_says_so(looked):
    _run("SELECT set_config('naungan.pruning', 'on', true)")
    with pytest.raises(ProgrammingError), transaction.atomic():
        _run("DELETE FROM audit_look")
    with pytest.raises(ProgrammingError, match="permission denied"):
        actions.prune_looks(timezone.now())


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_application_dates_and_numbers_no_entry_itself(looked):
    with pytest.raises(ProgrammingError), transaction.atomic():
        _run(
            "INSERT INTO audit_look (id, at, noun, noun_id, purpose, unmasked, rows) "
            "VALUES (1, now(), 'person', '1', 'uji', false, 1)"
        )
    _run(
        "INSERT INTO audit_look (at, user_id, institution_id, noun, noun_id, purpose, "
        f"unmasked, rows) VALUES ('2020-01-01', {looked.user_id}, "
        f"{looked.institution_id}, 'person', '9', 'uji', false, 1)"
    )
    assert Look.objects.get(noun_id="9").at.year > 2020


def test_a_proof_is_on_record_for_whoever_sees_the_log(looked):
    assert queries.last_proof() is None
    actions.record_proof(PROOF)
    assert queries.last_proof().broken == 0
    actions.record_proof(Proof(**{**PROOF.__dict__, "broken": (Broken("x", 1, "y"),)}))
    assert queries.last_proof().broken == 1
