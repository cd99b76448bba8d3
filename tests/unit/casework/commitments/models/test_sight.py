"""The database keeps who sees which promise, and says there what the rules say."""

import pytest
from django.db import ProgrammingError, transaction
from django.db.utils import DatabaseError
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments import queries
from naungan.casework.commitments.actions import following
from naungan.casework.commitments.models import Sight
from naungan.casework.commitments.queries import Sought, lists


def seen_by(desk):
    scope.enter(desk)
    counted = queries.ledger(desk, Sought(), TODAY).made
    assert counted == queries.commitments(desk).count()
    assert counted == len(queries.listed(desk, Sought(), TODAY).rows)
    return counted


def test_who_joins_a_meeting_sees_its_promises_and_who_leaves_does_not(
    promise, desks, event
):
    promise("Menyurati")
    assert [seen_by(desk) for desk in desks] == [1, 1, 1, 0]
    scope.enter(desks.branch)
    event.parties = [desks.agency.institution_id, desks.stranger.institution_id]
    event.save(update_fields=["parties"])
    assert [seen_by(desk) for desk in desks] == [1, 1, 0, 1]


def test_who_keeps_a_meeting_sees_what_others_promise_there(promise, desks):
    scope.enter(desks.prosecutor)
    promise("Memanggil", by=desks.prosecutor)
    assert seen_by(desks.branch) == 1


def test_whoever_is_waited_for_sees_the_promise_until_nobody_waits(promise, desks):
    one = promise("Menyurati", at=None)
    house = Institution.objects.get(pk=desks.stranger.institution_id)
    told = {"by": desks.branch, "commitment": one, "claimed_on": TODAY, "today": TODAY}
    following.claim(**told, status="waiting", waits_on=house)
    assert seen_by(desks.stranger) == 1
    assert queries.listed(
        desks.stranger, Sought(waits_on=house.pk, standing="open"), TODAY
    ).rows == [one]
    scope.enter(desks.branch)
    following.claim(**told, status="under_way")
    assert seen_by(desks.stranger) == 0


def test_what_is_repeated_is_what_the_rules_say(promise, desks, houses):
    promise("Tanpa apa pun")
    promise("Tanpa tanggal", indicator="letters_sent", target=3, owner_name="Dinas")
    whole = promise(
        "Lengkap",
        indicator="letters_sent",
        target=3,
        due_on=TODAY,
        region_code="16.04",
        owner_institution=houses["dpmd"],
    )
    following.claim(
        by=desks.branch, commitment=whole, claimed_on=TODAY, status="done", today=TODAY
    )
    rows = lists.with_promises(queries.sights(desks.branch))
    assert len(rows) == 3
    for seen in rows:
        one, line = seen.commitment, queries.line(seen.commitment, TODAY)
        assert seen.is_open_ended is line.is_open_ended
        assert seen.is_contradicted is line.is_contradicted
        for name in ("state", "due_on", "region_code", "is_met"):
            assert getattr(seen, name) == getattr(one, name)
        assert seen.year == one.promised_on.year
        assert seen.owner_id == seen.waits_for_id == one.owner_institution_id


def test_nobody_writes_who_sees_a_promise(promise, desks):
    one = promise("Menyurati", at=None)
    scope.enter(desks.stranger)
    assert not Sight.objects.exists()
    with pytest.raises((ProgrammingError, DatabaseError)), transaction.atomic():
        Sight.objects.create(
            viewer_id=desks.stranger.institution_id,
            commitment_id=one.pk,
            state="open",
            year=2026,
            region_code="",
            came_late=False,
            is_open_ended=False,
            is_contradicted=False,
        )


@pytest.mark.parametrize(
    ("words", "many"),
    [("menyurati", 2), ("surati desa", 1), ('"tiga desa"', 1), ("'", 0), ("rapat", 0)],
)
def test_words_are_found_in_what_one_sees_alone(promise, desks, words, many):
    promise("Menyurati tiga desa")
    promise("Menyurati kecamatan", at=None)
    sought = Sought(text=words)
    assert len(queries.listed(desks.branch, sought, TODAY).rows) == many
    scope.enter(desks.stranger)
    assert queries.listed(desks.stranger, sought, TODAY).rows == []
