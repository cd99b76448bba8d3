"""What is said: written once however often it is sent, while the event is held."""

from uuid import uuid4

import pytest
from tests.unit.casework.coordination.conftest import DAY

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import agenda, minutes, saying
from naungan.casework.coordination.actions.saying import Said
from naungan.casework.coordination.gathering import minutes_content
from naungan.casework.coordination.models import Obstacle, Statement


def test_a_line_that_is_sent_twice_is_written_once(table, held):
    key = uuid4()
    rows = [
        saying.add_statement(
            by=table.head, event=held, said=Said(text="Setuju"), client_key=key
        )
        for _ in range(2)
    ]
    assert rows[0] == rows[1]
    assert Statement.objects.count() == 1


def test_nothing_is_said_before_an_event_is_held_or_after_its_minutes(table, meeting):
    with pytest.raises(ActRefused, match="berlangsung"):
        saying.add_recommendation(by=table.head, event=meeting, text="Terlalu dini")


def test_minutes_close_the_table(table, held):
    minutes.put_forward(
        by=table.head, event=held, kind="minutes", content=minutes_content(held)
    )
    held.refresh_from_db()
    with pytest.raises(ActRefused, match="buka kembali"):
        saying.add_statement(by=table.head, event=held, said=Said(text="Terlambat"))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"text": " "}, "Tulis apa"),
        ({"text": "x", "group": "asing"}, "daftar"),
        ({"text": "x", "theme": "asing"}, "daftar"),
        ({"text": "x", "stance": "ragu"}, "setuju"),
        ({"text": "NIK 1604104605849001"}, "NIK"),
        ({"text": "x" * 5001}, "terlalu panjang"),
    ],
    ids=["empty", "group", "theme", "stance", "nik", "long"],
)
def test_what_makes_no_sense_is_not_written(table, held, given, why):
    with pytest.raises(ActRefused, match=why):
        saying.add_statement(by=table.head, event=held, said=Said(**given))


def test_an_obstacle_needs_no_event_and_is_resolved_later(table):
    made = saying.add_obstacle(
        by=table.head, kind="data_quality", text="NIK ganda", noted_on=DAY
    )
    assert (made.event_id, made.region_code) == (None, "16.04")
    with pytest.raises(ActRefused, match="tidak dihapus"):
        saying.remove_said(by=table.head, row=made)


def test_another_institution_neither_sees_nor_resolves_it(table, at):
    made = saying.add_obstacle(
        by=table.head, kind="funding", text="Anggaran", noted_on=DAY
    )
    at(table.stranger)
    assert not Obstacle.objects.exists()
    with pytest.raises(ActRefused, match="lembaga lain"):
        saying.resolve_obstacle(
            by=table.stranger, obstacle=made, resolved_on=DAY, resolution="x"
        )


def test_points_keep_their_order_and_numbers(table, meeting):
    rows = [
        agenda.add_agenda_item(by=table.head, event=meeting, text=text)
        for text in ("Satu", "Dua", "Tiga")
    ]
    order = [rows[2].pk, rows[0].pk, rows[1].pk]
    agenda.order_agenda(by=table.head, event=meeting, order=order)
    agenda.remove_agenda_item(by=table.head, item=rows[0])
    found = [(row.number, row.text) for row in meeting.agenda.all()]
    assert found == [(1, "Tiga"), (2, "Dua")]
    with pytest.raises(ActRefused, match="sudah berubah"):
        agenda.order_agenda(by=table.head, event=meeting, order=order)
