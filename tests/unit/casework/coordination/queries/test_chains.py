"""Chains: what earlier meetings left open, and which records tell of the same one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.unit.casework.coordination.conftest import DAY, PLAN, TODAY, institution

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import attending, chains, events, saying
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event, Official, Quote
from naungan.casework.coordination.queries import chains as queries


@pytest.fixture
def make(table):
    """Make an event some days after the first one, that is held."""

    def made(days=0, title="Rapat", **changed):
        when = When(held_on=DAY + timedelta(days=days))
        plan = replace(PLAN, title=title, **{"when": when, **changed})
        event = events.plan_event(by=table.head, plan=plan)
        return events.hold(by=table.head, event=event, today=date(2025, 1, 15))

    return made


def test_a_chain_is_told_from_any_of_its_events(table, make):
    first, second, third = make(0, "Satu"), make(10, "Dua"), make(20, "Tiga")
    chains.link(by=table.head, parent=first, child=second)
    chains.link(by=table.head, parent=second, child=third)
    found = queries.chain(table.head, second)
    assert (found.earlier, found.later) == ([first], [third])
    assert queries.chain(table.head, third).last == second
    assert queries.chain(table.head, first).last is None


def test_a_chain_neither_runs_in_a_ring_nor_backwards(table, make):
    first, second, third = make(0), make(10), make(20)
    chains.link(by=table.head, parent=first, child=second)
    chains.link(by=table.head, parent=second, child=third)
    with pytest.raises(ActRefused, match="berputar"):
        chains.link(by=table.head, parent=third, child=first)
    with pytest.raises(ActRefused, match="berputar"):
        chains.link(by=table.head, parent=first, child=first)
    with pytest.raises(ActRefused, match="sesudah"):
        chains.link(by=table.head, parent=third, child=make(5))


def test_what_a_chain_left_open_goes_on_until_somebody_answers(table, make):
    first, second = make(0), make(10)
    chains.link(by=table.head, parent=first, child=second)
    raised = saying.add_recommendation(
        by=table.head, event=first, text="Naikkan cakupan semesta"
    )
    hindered = saying.add_obstacle(
        by=table.head, event=first, kind="funding", text="Anggaran", noted_on=DAY
    )
    earlier = queries.chain(table.head, second).earlier
    found = queries.open_points(table.head, earlier)
    assert (found.recommendations, found.obstacles) == ([raised], [hindered])
    saying.decline(by=table.head, recommendation=raised, reason="Sudah ada aturannya")
    saying.resolve_obstacle(
        by=table.head, obstacle=hindered, resolved_on=TODAY, resolution="APBD-P"
    )
    assert not len(queries.open_points(table.head, earlier))
    saying.reopen_recommendation(by=table.head, recommendation=raised)
    saying.reopen_obstacle(by=table.head, obstacle=hindered)
    assert len(queries.open_points(table.head, earlier)) == 2


def test_a_chain_holds_nothing_out_of_sight(table, make, at):
    first, second = make(0), make(10)
    events.add_party(by=table.head, event=second, party=institution(table.prosecutor))
    chains.link(by=table.head, parent=first, child=second)
    at(table.prosecutor)
    assert queries.chain(table.prosecutor, second).earlier == []


def test_two_reports_of_one_day_and_place_are_suggested_as_one(table, make):
    here, beside = {"region_code": "16.04.10"}, {"region_code": "16.04.01"}
    first = make(0, "Rapat kepatuhan", **here)
    second = make(0, "Kejari gelar rapat", **here)
    other = make(0, "Di tempat lain", **beside)
    found = queries.same_events(table.head, first)
    assert [(one.event, one.same_day, one.same_source) for one in found] == [
        (second, True, False)
    ]
    assert not queries.same_events(table.head, other)


def test_the_same_source_suggests_one_event_whatever_the_day(table, make):
    first, second = make(0), make(3, "Lain", kinds=["fgd"])
    for event in (first, second):
        chains.add_source(by=table.head, event=event, url="https://contoh.id/berita/1")
    found = queries.same_events(table.head, second)
    assert [(one.event, one.same_source) for one in found] == [(first, True)]


def test_merging_keeps_every_fact_and_both_sources(table, make):
    first, second = make(0, "Satu"), make(0, "Dua")
    for event, outlet in ((first, "Media A"), (second, "Media B")):
        source = chains.add_source(
            by=table.head, event=event, outlet=outlet, url=f"https://contoh.id/{outlet}"
        )
        events.add_organiser(by=table.head, event=event, name="Kejaksaan Contoh")
        row = saying.add_recommendation(by=table.head, event=event, text=outlet)
        about = ("recommendation", row.pk)
        chains.add_quote(
            by=table.head, event=event, words=outlet, about=about, source=source
        )
    heard = []

    def hear(**sent):
        heard.append((sent["kept"], sent["gone"]))

    chains.merged.connect(hear)
    try:
        kept = chains.merge(by=table.head, event=first, other=second)
    finally:
        chains.merged.disconnect(hear)
    gone = Event.objects.get(pk=second.pk)
    assert heard == [(first, second)]
    assert (gone.state, gone.merged_into_id) == ("merged", kept.pk)
    assert [one.outlet for one in kept.sources.all()] == ["Media A", "Media B"]
    assert [one.number for one in kept.recommendations.all()] == [1, 2]
    assert kept.organisers.count() == 1
    assert Quote.objects.filter(event=kept).count() == 2
    assert not queries.same_events(table.head, kept)


def test_spellings_are_suggested_and_joined_by_a_person_alone(table, make):
    event = make(0)
    people = []
    for name in ("Budi Adiratma", "Budi Adiratna", "Bambang Sulistyo"):
        row = attending.add_attendance(
            by=table.head, event=event, who=Attendee(name=name, position="Kepala")
        )
        people.append(attending.name_official(by=table.head, attendance=row))
    one, other, _ = people
    assert queries.similar_officials(table.head, one) == [other]
    kept = attending.join_officials(by=table.head, kept=one, gone=other)
    assert kept.spellings == ["Budi Adiratna"]
    assert kept.attendance.count() == 2
    assert not queries.similar_officials(table.head, one)
    assert Official.objects.get(pk=other.pk).joined_into == kept
