"""Chains: what earlier meetings left open, and which records tell of the same one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.unit.casework.coordination.conftest import DAY, PLAN, TODAY, institution

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import (
    attending,
    chains,
    events,
    merging,
    saying,
)
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event, Official, Quote
from naungan.casework.coordination.queries import chains as queries


FIRST = date(2024, 1, 1)
SOME = 5
unhurried = settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
DAYS = st.lists(st.none() | st.integers(0, 3), min_size=SOME, max_size=SOME)
LINKS = st.lists(st.tuples(st.integers(0, SOME - 1), st.integers(0, SOME - 1)))


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
    kept = merging.merge(by=table.head, event=first, other=second)
    gone = Event.objects.get(pk=second.pk)
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
    kept = merging.join_officials(by=table.head, kept=one, gone=other)
    assert kept.spellings == ["Budi Adiratna"]
    assert kept.attendance.count() == 2
    assert not queries.similar_officials(table.head, one)
    assert Official.objects.get(pk=other.pk).joined_into == kept


def test_what_was_merged_by_mistake_is_parted_with_all_it_brought(table, make):
    first, second, third = make(0, "Satu"), make(0, "Dua"), make(9, "Tiga")
    for event in (first, second):
        chains.add_source(by=table.head, event=event, url="https://contoh.id/satu")
        events.add_organiser(by=table.head, event=event, name="Kejaksaan Contoh")
        saying.add_recommendation(by=table.head, event=event, text=event.title)
        chains.link(by=table.head, parent=event, child=third)
    events.add_organiser(by=table.head, event=second, name="Dinas Contoh")
    events.add_party(by=table.head, event=second, party=institution(table.secretary))
    kept = merging.merge(by=table.head, event=first, other=second)
    saying.add_recommendation(by=table.head, event=kept, text="Sesudahnya")
    assert queries.chain(table.head, third).earlier == [kept]
    gone = Event.objects.get(pk=second.pk)
    gone = merging.part(by=table.head, event=gone)
    kept.refresh_from_db()
    assert (gone.state, gone.merged_into, gone.carried) == ("draft", None, {})
    assert [one.text for one in gone.recommendations.all()] == ["Dua"]
    assert [one.number for one in gone.recommendations.all()] == [1]
    assert [one.text for one in kept.recommendations.all()] == ["Satu", "Sesudahnya"]
    names = {one.name for one in gone.organisers.all()}
    assert names == {"Kejaksaan Contoh", "Dinas Contoh"}
    assert [one.name for one in kept.organisers.all()] == ["Kejaksaan Contoh"]
    assert (gone.sources.count(), kept.sources.count()) == (1, 1)
    assert gone.parties == [table.secretary.institution_id]
    assert kept.parties == []
    assert set(queries.chain(table.head, third).earlier) == {kept, gone}


def test_names_that_were_joined_by_mistake_are_parted(table, make):
    event = make(0)
    one, other = (
        attending.name_official(
            by=table.head,
            attendance=attending.add_attendance(
                by=table.head, event=event, who=Attendee(name=name, position="Kepala")
            ),
        )
        for name in ("Budi Adiratma", "Budi Adiratna")
    )
    kept = merging.join_officials(by=table.head, kept=one, gone=other)
    assert queries.joined_at(event) == [other]
    gone = Official.objects.get(pk=other.pk)
    merging.part_officials(by=table.head, official=gone)
    kept.refresh_from_db()
    assert (kept.spellings, kept.attendance.count()) == ([], 1)
    assert other.attendance.get().name == "Budi Adiratna"
    assert queries.joined_at(event) == []


def events_of(by, days):
    rows = []
    for days_on in days:
        on = None if days_on is None else FIRST + timedelta(days_on)
        certainty = "unknown" if on is None else "printed"
        row = Event(title="Rapat", kinds=["rapat"], region_code="16.04", held_on=on)
        row.institution_id, row.year = by.institution_id, on.year if on else None
        row.certainty, row.sort_on = certainty, on
        rows.append(row)
    return Event.objects.bulk_create(rows)


@unhurried
@given(DAYS, LINKS.map(lambda found: found[:8]))
def test_a_chain_runs_one_way_and_is_told_alike_by_all(table, days, links):
    made = events_of(table.head, days)
    for parent, child in links:
        try:
            chains.link(by=table.head, parent=made[parent], child=made[child])
        except ActRefused:
            continue
    told = {one.pk: queries.chain(table.head, one) for one in made}
    earlier = {key: {one.pk for one in found.earlier} for key, found in told.items()}
    later = {key: {one.pk for one in found.later} for key, found in told.items()}
    for one in made:
        assert one.pk not in earlier[one.pk] | later[one.pk]
        assert not earlier[one.pk] & later[one.pk]
        for other in made:
            assert (other.pk in earlier[one.pk]) == (one.pk in later[other.pk])
