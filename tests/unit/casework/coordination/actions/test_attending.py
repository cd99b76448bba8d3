"""The list of attendance: at the table, by a code on a phone, groups and deputies."""

from datetime import timedelta

import pytest
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import attending, events
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.models import Attendance, Event


def add(table, event, **who):
    how = who.pop("how", "table")
    return attending.add_attendance(
        by=table.head, event=event, who=Attendee(**who), how=how
    )


@pytest.fixture
def nobody():
    """Be at no desk: whoever holds a code has no account."""
    return lambda: scope.tell(None, None, every=False)


def test_a_code_opens_the_door_and_nothing_else(table, meeting, nobody):
    code = attending.open_sign_in(by=table.head, event=meeting)
    nobody()
    door = attending.door(code)
    assert (door.event_id, door.title) == (meeting.pk, meeting.title)
    assert attending.door("lain") is None
    assert not Event.objects.exists()
    assert not Attendance.objects.exists()


def test_whoever_is_expected_is_ticked_off_and_anybody_else_added(
    table, meeting, nobody, at
):
    expected = add(table, meeting, name="Budi Rekaan", how="list")
    assert expected.signed_in_at is None
    code = attending.open_sign_in(by=table.head, event=meeting)
    nobody()
    first = attending.sign_in_by_code(code, name=" budi rekaan ", position="Kepala")
    again = attending.sign_in_by_code(code, name="Budi Rekaan")
    other = attending.sign_in_by_code(code, name="Sari Rekaan", home_name="Desa A")
    at(table.head)
    rows = {row.pk: row for row in meeting.attendance.all()}
    assert first == again == expected.pk
    assert rows[first].position == "Kepala"
    assert rows[first].signed_in_at is not None
    assert (rows[other].how, rows[other].home_name) == ("qr", "Desa A")
    assert len(rows) == 2


def test_a_code_that_ran_out_was_replaced_or_closed_opens_nothing(
    table, meeting, nobody, at
):
    old = attending.open_sign_in(by=table.head, event=meeting)
    code = attending.open_sign_in(by=table.head, event=meeting)
    assert attending.door(old) is None
    Event.objects.filter(pk=meeting.pk).update(
        sign_in_until=timezone.now() - timedelta(minutes=1)
    )
    nobody()
    with pytest.raises(ActRefused, match="di meja"):
        attending.sign_in_by_code(code, name="Budi Rekaan")
    at(table.head)
    code = attending.open_sign_in(by=table.head, event=meeting)
    attending.close_sign_in(by=table.head, event=meeting)
    assert attending.door(code) is None


def test_a_called_off_event_takes_nobody_in(table, meeting):
    code = attending.open_sign_in(by=table.head, event=meeting)
    events.cancel(by=table.head, event=meeting, reason="Banjir")
    assert attending.door(code) is None


def test_a_group_is_counted_and_an_unnamed_holder_is_no_group(table, held):
    group = add(table, held, position="kepala desa", is_group=True, head_count=24)
    holder = add(table, held, position="Staf Ahli", represents="Asisten I")
    deputy = add(table, held, name="Marin Rekaan", position="Bupati", deputy="Pj")
    assert (group.head_count, holder.name, deputy.deputy) == (24, "", "Pj")


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ({}, "nama, jabatan"),
        ({"name": "A", "role": "menari"}, "peran"),
        ({"name": "A", "deputy": "Raja"}, "Pj"),
        ({"name": "A", "head_count": 3}, "kelompok"),
        ({"name": "1604104605849001"}, "NIK"),
    ],
    ids=["nobody", "role", "deputy", "count", "nik"],
)
def test_a_row_that_makes_no_sense_is_refused(table, held, who, why):
    with pytest.raises(ActRefused, match=why):
        add(table, held, **who)


def test_who_was_represented_is_not_ticked_off(table, held):
    absent = add(table, held, name="Bupati Rekaan", role="represented", how="list")
    with pytest.raises(ActRefused, match="diwakili"):
        attending.sign_in(by=table.head, attendance=absent)


def test_a_tick_can_be_taken_back(table, held):
    row = add(table, held, name="Budi Rekaan")
    assert attending.undo_sign_in(by=table.head, attendance=row).signed_in_at is None
    assert attending.sign_in(by=table.head, attendance=row).signed_in_at is not None


def test_no_code_is_made_once_the_event_is_over(table, held):
    Event.objects.filter(pk=held.pk).update(state="minuted")
    with pytest.raises(ActRefused, match="ditutup"):
        attending.open_sign_in(by=table.head, event=held)
