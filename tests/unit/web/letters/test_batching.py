"""A batch refuses at once what cannot be written, and writes the rest once."""

import pytest
from django.utils import timezone
from tests.unit.web.letters.told_facts import SITE, facts

from naungan.casework.accounts import scope
from naungan.casework.correspondence.models import Letter, StoredPaper
from naungan.web.letters import batching, pdf_form
from naungan.web.letters.facts import Facts
from naungan.web.letters.issuing import Asked


pytestmark = pytest.mark.django_db


@pytest.fixture
def ordered(writer, monkeypatch):
    """Five letters asked for, and one that cannot be written; set in chunks of two."""
    monkeypatch.setattr(batching, "CHUNK", 2)
    asked = [Asked(("case", number), facts()) for number in range(5)]
    return batching.order(
        by=writer,
        letter="warning_1",
        asked=[*asked, Asked(("case", 9), Facts())],
        today=timezone.localdate(),
        site=SITE,
    )


def write(ordered, by):
    batching.write_batch.func(ordered.batch.pk, by.appointment_id, by.user_id)
    scope.enter(by)
    ordered.batch.refresh_from_db()
    return ordered.batch


def test_what_cannot_be_written_is_told_when_it_is_asked(ordered):
    assert [about for about, _ in ordered.refused] == [("case", 9)]
    assert ordered.batch.wanted == 5


def test_every_letter_is_written_once_and_the_order_goes(ordered, writer):
    batch = write(ordered, writer)
    assert (batch.state, batch.done) == ("done", 5)
    assert not StoredPaper.objects.filter(sha256=ordered.batch.order_sha256).exists()
    again = write(ordered, writer)
    assert again.done == Letter.objects.filter(batch=batch).count() == 5
    serials = Letter.objects.order_by("serial").values_list("serial", "about_id")
    assert list(serials) == [(number + 1, number) for number in range(5)]


def test_a_worker_that_dies_goes_on_where_it_stopped(ordered, writer, monkeypatch):
    whole, seen = pdf_form.write_all, []

    def dies_at_the_second(many):
        seen.append(len(many))
        if len(seen) == 2:
            raise KeyboardInterrupt
        return whole(many)

    monkeypatch.setattr(pdf_form, "write_all", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        write(ordered, writer)
    scope.enter(writer)
    assert Letter.objects.count() == 2
    assert write(ordered, writer).done == 5
    assert list(Letter.objects.order_by("serial").values_list("serial", flat=True)) == [
        *range(1, 6)
    ]


def test_nothing_to_write_makes_no_batch(writer):
    nothing = batching.order(
        by=writer,
        letter="warning_1",
        asked=[Asked(("case", 1), Facts())],
        today=timezone.localdate(),
        site=SITE,
    )
    assert nothing.batch is None
    assert nothing.refused
