"""What a publication and a day do to promises, done twice has the effect of once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django_tasks_db.models import DBTaskResult
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.commitments import measuring, tasks
from naungan.casework.commitments.models import Commitment, Reminder
from naungan.casework.coordination.actions.policies import PolicyNote, note_policy
from naungan.casework.intake.models import Publication


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def test_a_day_reads_records_notes_reminders_and_asks_for_the_next(
    promise, desks, monkeypatch, mailoutbox
):
    one = promise(indicator="letters_sent", target=Decimal(1), due_on=TODAY)
    asked, told = [], []
    monkeypatch.setattr(tasks, "begin_day", Asked(asked))
    monkeypatch.setattr(tasks, "send_reminders", Asked(told))
    for _ in ("once", "twice"):
        DAY()
    assert (len(asked), len(told)) == (2, 2)
    SEND()
    SEND()
    scope.enter(desks.branch)
    one.refresh_from_db()
    assert one.measurements.count() == 1
    assert Reminder.objects.count() == len(mailoutbox) == 1


@pytest.mark.parametrize(("story", "asked_for"), [(TODAY, 1), (None, 0)])
def test_a_promise_of_a_story_reminds_at_once_and_any_other_with_the_next_day(
    promise, monkeypatch, settings, mailoutbox, story, asked_for
):
    settings.STORY_DAY = story
    asked = []
    monkeypatch.setattr(tasks, "remind", Asked(asked))
    monkeypatch.setattr(
        tasks, "_waiting", lambda _wanted, **_given: Commitment.objects.none()
    )
    promise(due_on=TODAY + timedelta(days=3))
    assert len(asked) == asked_for
    REMIND()
    SEND()
    assert len(mailoutbox) == 1


REMIND = tasks.remind.func
DAY, SEND = tasks.begin_day.func, tasks.send_reminders.func


class Asked:
    """Stands for a task; keeps that it was asked for."""

    def __init__(self, kept):
        self.kept = kept

    def using(self, **_when):
        return self

    def enqueue(self):
        self.kept.append(self)


def test_a_publication_is_read_for_the_promises_of_its_region_alone(
    promise, desks, monkeypatch
):
    inside = promise(indicator="covered_people", region_code="16.04.10")
    promise(indicator="covered_people", region_code="16.05")
    promise(indicator="letters_sent", region_code="16.04")
    made = Publication.objects.create(
        region_code="16.04",
        month=2026 * 12 + 8,
        run=1,
        published_at="2026-10-01T00:00:00Z",
        folder="contoh/1",
        law_version="contoh",
    )
    read = []
    monkeypatch.setattr(
        measuring, "measure", lambda one, **_rest: read.append(one.pk) or None
    )
    tasks.measure_publication.func(made.pk)
    tasks.measure_publication.func(999)
    assert read == [inside.pk]


def test_an_act_lets_the_promises_that_it_may_move_be_read_again(promise, desks):
    """The office does it at once, and once however many acts there were."""
    waiting = DBTaskResult.objects.filter(task_path=tasks.measure_moved.module_path)
    one = promise(indicator="policies_in_force", target=Decimal(1))
    other = promise(indicator="letters_sent", target=Decimal(1))
    assert one.value == 0
    scope.enter(desks.branch)
    for title in ("Perlindungan pekerja rentan", "Syarat izin usaha"):
        note_policy(
            by=desks.branch,
            note=PolicyNote(
                kind="perbup", title=title, issuer="Bupati", region_code="16.04"
            ),
        )
    (asked,) = waiting.filter(args_kwargs__args=["policy", desks.branch.institution_id])
    read_before = other.measurements.count()
    tasks.measure_moved.func(*asked.args_kwargs["args"])
    scope.enter(desks.branch)
    one.refresh_from_db()
    assert one.value == 2
    assert other.measurements.count() == read_before


def test_what_others_note_elsewhere_moves_nothing(promise, desks):
    one = promise(indicator="policies_in_force", target=Decimal(1))
    tasks.measure_moved.func("policy", 10**9)
    scope.enter(desks.branch)
    assert one.measurements.count() == 1
