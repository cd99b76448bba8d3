"""A promise is written down, said anew with a reason, ended, and never loses its past."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from tests.unit.casework.commitments.conftest import MET_ON, TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.actions.promising import Said, said_of
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.models import Commitment, Measurement


DUE, LATER = date(2026, 10, 1), date(2026, 12, 1)
LETTERS = {"indicator": "letters_sent", "target": Decimal(3)}


def test_a_line_that_is_sent_twice_is_written_once(desks, event):
    key, said = uuid4(), Said(what="Menyurati", promised_on=MET_ON)
    whole = {"by": desks.branch, "event": event, "said": said, "today": TODAY}
    first = promising.promise(**whole, client_key=key)
    assert promising.promise(**whole, client_key=key) == first
    assert Commitment.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"what": "  "}, "Tulis apa"),
        ({"what": "Bagi 1604012003859001"}, "NIK"),
        ({"region_code": "99"}, "tidak dikenal"),
        ({"due_on": date(2026, 9, 1)}, "mendahului"),
        ({"indicator": "tidak_ada"}, "tidak ada"),
        ({"target": Decimal(1)}, "Pilih indikator"),
        ({**LETTERS, "extent": Extent(segment="PU")}, "tidak dibatasi"),
        ({**LETTERS, "direction": "samping"}, "naik atau turun"),
    ],
)
def test_what_makes_no_sense_is_refused(promise, said, sentence):
    with pytest.raises(ActRefused, match=sentence):
        promise(**said)


def test_an_indicator_whose_records_nobody_in_the_meeting_holds_is_refused(
    promise, desks, event
):
    scope.enter(desks.agency)
    alone = {"by": desks.agency, "at": None, "indicator": "visits_made"}
    with pytest.raises(ActRefused, match="memegang data"):
        promise(**alone, target=Decimal(1))
    made = promise(by=desks.agency, indicator="visits_made", target=Decimal(1))
    assert made.reads_as_id == desks.branch.institution_id, "the branch sits there too"


def test_whoever_sits_in_the_meeting_promises_and_nobody_else(promise, desks):
    scope.enter(desks.prosecutor)
    assert (
        promise(by=desks.prosecutor).institution_id == desks.prosecutor.institution_id
    )
    scope.enter(desks.stranger)
    with pytest.raises(ActRefused, match="tidak ikut"):
        promise(by=desks.stranger)


def test_nothing_is_promised_in_a_meeting_that_was_cancelled(promise, event):
    event.state = "cancelled"
    with pytest.raises(ActRefused, match="batal"):
        promise(at=event)


def test_a_gap_is_filled_without_a_reason_and_a_day_moved_with_one(promise, desks):
    one = promise()
    said = replace(said_of(one), due_on=DUE, **LETTERS)
    whole = {"by": desks.branch, "today": TODAY}
    one = promising.change(**whole, commitment=one, said=said, reason="")
    assert (one.due_on, one.first_due_on, one.value) == (DUE, DUE, 0)
    moved = replace(said_of(one), due_on=LATER)
    with pytest.raises(ActRefused, match="mengapa"):
        promising.change(**whole, commitment=one, said=moved, reason=" ")
    one = promising.change(**whole, commitment=one, said=moved, reason="Libur")
    assert (one.due_on, one.first_due_on) == (LATER, DUE)
    last = one.revisions.last()
    assert last.changed == {"due_on": ["2026-10-01", "2026-12-01"]}
    assert last.reason == "Libur"


def test_another_question_begins_another_line_of_measurements(promise, desks):
    one = promise(**LETTERS, baseline=Decimal(0))
    said = replace(said_of(one), extent=Extent(letter="somasi"))
    one = promising.change(
        by=desks.branch, commitment=one, said=said, reason="Hanya somasi", today=TODAY
    )
    questions = one.measurements.values_list("question", flat=True)
    assert len(set(questions)) == 2


def test_kept_against_the_data_asks_for_a_reason_and_is_measured_on(promise, desks):
    one = promise(**LETTERS)
    whole = {"by": desks.branch, "commitment": one, "today": TODAY}
    with pytest.raises(ActRefused, match="belum tercapai"):
        promising.keep(**whole, text="")
    kept = promising.keep(**whole, text="Dikirim tanpa nomor")
    assert (kept.state, kept.closed_on) == ("kept", TODAY)
    with pytest.raises(ActRefused, match="sudah berubah"):
        promising.keep(**whole, text="lagi")
    with pytest.raises(ActRefused, match="tidak diubah"):
        promising.change(**whole, said=said_of(one), reason="x")
    again = promising.reopen(by=desks.branch, commitment=one, text="")
    assert (again.state, again.closed_on) == ("open", None)


def test_a_promise_is_dropped_or_replaced_with_a_reason_only(promise, desks):
    one, other = promise(), promise()
    whole = {"by": desks.branch, "today": TODAY}
    new = Said(what="Menyurati separuhnya", promised_on=TODAY)
    with pytest.raises(ActRefused, match="alasan"):
        promising.abandon(**whole, commitment=one, text="")
    with pytest.raises(ActRefused, match="alasan"):
        promising.replace(**whole, commitment=other, said=new, text="")
    assert promising.abandon(**whole, commitment=one, text="x").state == "dropped"
    made = promising.replace(**whole, commitment=other, said=new, text="Terlalu besar")
    other.refresh_from_db()
    assert (other.state, other.replaced_by, made.event) == ("replaced", made, one.event)


def test_the_owner_of_a_promise_may_not_say_it_anew_and_the_database_holds_that(
    promise, desks, houses
):
    one = promise(owner_institution=houses["dpmd"], due_on=DUE)
    scope.enter(desks.agency)
    with pytest.raises(ActRefused, match="lembaga lain"):
        promising.change(
            by=desks.agency, commitment=one, said=said_of(one), reason="", today=TODAY
        )
    with pytest.raises(DatabaseError, match="keeper"), transaction.atomic():
        Commitment.objects.filter(pk=one.pk).update(due_on=LATER)


def test_what_was_measured_is_never_changed(promise):
    one = promise(**LETTERS)
    assert Measurement.objects.filter(commitment=one).count() == 1
    assert Measurement.objects.filter(commitment=one).update(value=9) == 0
    assert one.measurements.get().value == 0


def test_so_much_more_is_aimed_at_from_where_the_figure_began(promise, desks):
    said = {"indicator": "letters_sent", "baseline": Decimal(5), "baseline_on": MET_ON}
    made = promise(**said, gain=Decimal(2))
    assert (made.target, made.is_met) == (7, False)
    fewer = replace(said_of(made), target=None, gain=Decimal("1.00"))
    tell = {"by": desks.branch, "commitment": made, "said": fewer, "today": TODAY}
    with pytest.raises(ActRefused, match="Tulis mengapa"):
        promising.change(**tell, reason="")
    changed = promising.change(**tell, reason="disepakati ulang")
    assert changed.target == 6
    assert changed.revisions.get().changed == {"target": ["7.00", "6.00"]}


def test_so_much_more_than_nobody_knows_is_refused(promise):
    with pytest.raises(ActRefused, match="belum terbaca"):
        promise(indicator="covered_people", gain=Decimal(2_300))
