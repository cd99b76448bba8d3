"""Events: planned, announced, held, called off; a day is never made up."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.unit.casework.coordination.conftest import DAY, PLAN, TODAY, institution

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import events
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import Event
from naungan.lib.dates import month_index


def test_an_event_is_seen_by_its_parties_alone(table, meeting, at):
    for who, sees in ((table.prosecutor, 1), (table.secretary, 1), (table.stranger, 0)):
        at(who)
        assert Event.objects.filter(pk=meeting.pk).count() == sees
        assert meeting.party_rows.count() == (2 if sees else 0)


def test_a_party_reads_and_does_not_write(table, meeting, at):
    at(table.prosecutor)
    with pytest.raises(ActRefused, match="mencatat kegiatan ini"):
        events.hold(by=table.prosecutor, event=meeting, today=TODAY)
    assert Event.objects.filter(pk=meeting.pk).update(title="Lain") == 0
    with pytest.raises(ProgrammingError), transaction.atomic():
        meeting.organisers.create(
            institution_id=table.head.institution_id, name="Lain", position=1
        )


def test_a_party_taken_away_sees_nothing_any_more(table, meeting, at):
    events.remove_party(
        by=table.head, event=meeting, party=institution(table.secretary)
    )
    at(table.secretary)
    assert not Event.objects.filter(pk=meeting.pk).exists()


@pytest.mark.parametrize(
    ("when", "kept"),
    [
        (When(held_on=DAY), ("printed", DAY, None, 2024, DAY)),
        (
            When(held_on=DAY, inferred=True, reason="Rabu dan bulan dalam teks"),
            ("inferred", DAY, None, 2024, DAY),
        ),
        (
            When(month=month_index(2024, 7)),
            ("month", None, month_index(2024, 7), 2024, date(2024, 7, 1)),
        ),
        (When(year=2024), ("year", None, None, 2024, date(2024, 1, 1))),
        (When(), ("unknown", None, None, None, None)),
    ],
    ids=["day", "inferred", "month", "year", "nothing"],
)
def test_what_is_known_of_the_day_is_kept_and_no_more(table, when, kept):
    made = events.plan_event(by=table.head, plan=replace(PLAN, when=when), draft=True)
    made.refresh_from_db()
    assert kept == (made.certainty, made.held_on, made.month, made.year, made.sort_on)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"title": " "}, "judul"),
        ({"kinds": []}, "satu jenis"),
        ({"kinds": ["pesta"]}, "daftar"),
        ({"region_code": "99.99"}, "tidak ada"),
        ({"region_code": "18.01"}, "luar wilayah"),
        ({"when": When(held_on=DAY, inferred=True)}, "dari mana"),
        ({"when": When(year=1850)}, "masuk akal"),
        ({"when": When(month=month_index(2024, 7), inferred=True)}, "berupa tanggal"),
        ({"begins_at": time(10), "ends_at": time(9)}, "mendahului"),
        ({"ends_at": time(9)}, "jam mulai"),
        ({"about": "NIK 1604104605849001 disebut"}, "NIK"),
    ],
    ids=[
        *("title", "no-kind", "kind", "region", "elsewhere", "inferred", "year"),
        *("inferred-month", "hours", "end-only", "nik"),
    ],
)
def test_what_makes_no_sense_is_refused(table, changed, why):
    with pytest.raises(ActRefused, match=why):
        events.plan_event(by=table.head, plan=replace(PLAN, **changed))


def test_the_database_itself_refuses_a_day_made_up(table, meeting):
    with pytest.raises(IntegrityError, match="day_as_known"), transaction.atomic():
        Event.objects.filter(pk=meeting.pk).update(certainty="year")


def test_an_event_of_tomorrow_is_not_held_today(table):
    plan = replace(PLAN, when=When(held_on=date(2024, 7, 9)))
    event = events.plan_event(by=table.head, plan=plan)
    with pytest.raises(ActRefused, match="belum tiba"):
        events.hold(by=table.head, event=event, today=TODAY)


def test_who_was_invited_is_known_with_the_letter(table, meeting):
    prosecutor = table.prosecutor.institution_id
    held = events.invite(
        by=table.head, event=meeting, on=DAY, letters={prosecutor: "ABCDEFGHJKLM"}
    )
    rows = {row.party_id: (row.invited_on, row.letter) for row in held.party_rows.all()}
    assert held.state == "invited"
    assert rows == {
        prosecutor: (DAY, "ABCDEFGHJKLM"),
        table.secretary.institution_id: (DAY, ""),
    }


def test_an_event_called_off_can_be_planned_again(table, meeting):
    off = events.cancel(by=table.head, event=meeting, reason="Ruang tidak tersedia")
    assert (off.state, off.state_reason) == ("cancelled", "Ruang tidak tersedia")
    assert events.confirm(by=table.head, event=off).state == "planned"


def test_an_event_that_was_held_is_not_called_off(table, held):
    with pytest.raises(ActRefused, match="tidak mungkin lagi"):
        events.cancel(by=table.head, event=held, reason="Terlambat")


def test_who_organises_an_event_is_a_party_of_it(table, meeting):
    stranger = institution(table.stranger)
    events.add_organiser(by=table.head, event=meeting, name="Dinas", home=stranger)
    meeting.refresh_from_db()
    assert stranger.pk in meeting.parties
    assert meeting.party_rows.get(party=stranger).role == "organiser"


def test_a_legal_text_is_cited_once(table, meeting):
    cited = [
        events.add_basis(
            by=table.head,
            event=meeting,
            kind="Inpres",
            number="2",
            year=2021,
            instrument="inpres-2-2021",
        )
        for _ in range(2)
    ]
    assert cited[0] == cited[1]
    events.remove_basis(by=table.head, basis=cited[0])
    assert not meeting.bases.exists()
