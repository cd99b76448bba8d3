"""Reminders are noted once for each day promised, and sent to whoever answers for it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.commitments import reminding
from naungan.casework.commitments.models import Reminder
from naungan.casework.intake.running.database import whole_office


def away(days):
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (15, ""),
        (14, "two_weeks"),
        (4, "two_weeks"),
        (3, "three_days"),
        (0, "three_days"),
        (-1, "overdue"),
        (-7, "overdue"),
        (-8, "escalated"),
    ],
)
def test_what_is_told_depends_on_the_days_left(days, kind):
    assert reminding.due_kind(away(days), TODAY) == kind


@pytest.fixture
def noted(desks):
    """Note what is to be told on a day."""

    def note(day=TODAY):
        with whole_office():
            made = reminding.note(day)
        scope.enter(desks.branch)
        return made

    return note


def send(desks, mailoutbox):
    with whole_office():
        for one in reminding.unsent():
            reminding.send(one, TODAY)
    scope.enter(desks.branch)
    return sorted(to for letter in mailoutbox for to in letter.to)


def test_a_day_is_noted_once_and_anew_when_it_moved(promise, noted, desks):
    one = promise(due_on=away(10))
    promise(due_on=away(40))
    met = {"indicator": "letters_sent", "target": Decimal(0)}
    promise(due_on=away(10), **met)
    assert [noted(), noted(), noted(away(5))] == [1, 0, 0]
    assert noted(away(8)) == 1
    one.due_on = away(13)
    one.save()
    assert noted() == 1
    kinds = Reminder.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["two_weeks", "three_days", "two_weeks"]


def test_the_owner_is_told_and_at_last_the_keeper_too(
    promise, noted, desks, houses, mailoutbox
):
    one = promise(owner_institution=houses["dpmd"], due_on=away(2))
    noted()
    assert send(desks, mailoutbox) == ["dpmd@contoh.id"]
    assert one.what in mailoutbox[0].body
    assert "2 hari lagi" in mailoutbox[0].subject
    noted(away(20))
    assert send(desks, mailoutbox)[:2] == ["cabang@contoh.id", "dpmd@contoh.id"]
    assert "Diteruskan" not in mailoutbox[0].body
    assert mailoutbox[-1].body.startswith("Diteruskan kepada pencatat rapat")
    assert not reminding.unsent()


def test_an_owner_outside_the_office_is_reminded_through_the_keeper(
    promise, noted, desks, mailoutbox
):
    promise(owner_name="Dinas di luar kantor", due_on=away(-1))
    noted()
    assert send(desks, mailoutbox) == ["cabang@contoh.id"]
    sent = Reminder.objects.get()
    assert (sent.people, sent.sent_at is None) == (1, False)
