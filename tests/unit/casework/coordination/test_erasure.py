"""Past the term names go; what was agreed, counted and approved stays countable."""

from datetime import UTC, datetime

import pytest

from naungan.casework.coordination import erasure
from naungan.casework.coordination.actions import attending, minutes, saying
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.gathering import minutes_content
from naungan.casework.coordination.models import Minutes, Official


@pytest.fixture
def past(table, held):
    """Let somebody come and speak, and put minutes forward."""
    row = attending.add_attendance(by=table.head, event=held, who=Attendee(name="Budi"))
    attending.name_official(by=table.head, attendance=row)
    saying.add_recommendation(by=table.head, event=held, text="Perbup disusun")
    return minutes.put_forward(
        by=table.head, event=held, kind="minutes", content=minutes_content(held)
    )


def test_an_event_of_before_the_term_is_counted_and_one_within_is_not(past):
    assert erasure.count(datetime(2024, 7, 4, tzinfo=UTC)) == 1
    assert erasure.count(datetime(2024, 7, 3, tzinfo=UTC)) == 0


def test_names_go_and_what_was_recommended_stays(past):
    event = past.event
    assert erasure.remove(datetime(2024, 7, 4, tzinfo=UTC)) == 1
    row = event.attendance.get()
    assert (row.name, row.position, row.official) == ("", "–", None)
    kept = Minutes.objects.get(pk=past.pk)
    assert (kept.content, kept.sha256) == ({}, past.sha256)
    assert event.recommendations.get().text == "Perbup disusun"
    assert not Official.objects.exists()
    assert erasure.count(datetime(2024, 7, 4, tzinfo=UTC)) == 0
