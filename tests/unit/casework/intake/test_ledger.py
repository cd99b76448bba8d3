"""What is in use, what a run reads, and what may be done with a file now."""

import pytest
from django.utils import timezone
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Batch, Publication, Run


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("9001", "9002")
THIRD = HEADER + ROW.replace("9001", "9003")


def publish(code, month=MONTH):
    return Publication.objects.create(
        region_code=code,
        month=month,
        run=1,
        folder=f"{code}/runs/0001",
        published_at=timezone.now(),
        law_version="1",
    )


def numbers(batches):
    return [one.pk for one in batches]


def test_a_file_feeds_the_regency_that_holds_it(db):
    for code in ("16.04", "16.04.01", "16.04.01.2001"):
        assert ledger.run_regions(code) == ["16.04"]


def test_a_wider_file_feeds_every_published_regency_in_it(db):
    assert ledger.run_regions("16") == ["16"]
    assert ledger.run_regions("") == [""]
    for code in ("16.04", "16.05", "18.10"):
        publish(code)
    assert ledger.run_regions("16") == ["16.04", "16.05"]
    assert ledger.run_regions("") == ["16.04", "16.05", "18.10"]


def test_a_run_reads_what_is_in_use_inside_its_region_and_around_it(approved, works):
    officer = works("agency_officer", code="provinsi", email="prov@contoh.id")
    scope.tell(None, None, every=True)
    Institution.objects.filter(pk=officer.institution_id).update(region_code="")
    wide = scope.Scope(**{**vars(officer), "region_code": ""})
    village = approved(wide)
    province = approved(wide, OTHER, region_code="16")
    approved(wide, THIRD, region_code="18.10")
    scope.tell(None, None, every=True)
    assert numbers(ledger.current("16.04")) == [village.pk, province.pk]
    assert len(ledger.current("")) == 3


def test_the_same_content_of_two_institutions_is_read_once(approved, works):
    first = approved(works("agency_officer", code="satu", email="satu@contoh.id"))
    second = approved(works("agency_officer", code="dua", email="dua@contoh.id"))
    scope.tell(None, None, every=True)
    assert numbers(ledger.current("16.04")) == [first.pk]
    Batch.objects.filter(pk=first.pk).update(state="withdrawn")
    assert numbers(ledger.current("16.04")) == [second.pk]


def test_what_a_file_replaces_and_what_comes_back_is_told_before(
    approved, tried, sender
):
    first = approved(sender)
    second = tried(sender, OTHER)
    assert numbers(ledger.replaces(second)) == [first.pk]
    second = actions.submit(by=sender, batch=second)
    added = approved(sender, THIRD, mode="add")
    assert ledger.replaces(added) == []
    assert numbers(ledger.after_withdrawal(second)) == [first.pk]
    assert ledger.after_withdrawal(added) == []


def test_the_newest_month_is_that_of_files_or_of_publications(approved, sender):
    assert ledger.month_of("16.04") is None
    approved(sender)
    assert ledger.month_of("16.04") == MONTH
    publish("16.04", MONTH + 1)
    assert ledger.month_of("16.04") == MONTH + 1


def test_a_newer_list_of_workers_does_not_move_the_month_of_payments(approved, sender):
    approved(sender, OTHER, kind="members", month=MONTH - 1)
    approved(sender, month=MONTH)
    publish("16.04", MONTH)
    assert ledger.month_of("16.04") == MONTH - 1
    approved(sender, THIRD, kind="contributions", month=MONTH + 1)
    assert ledger.month_of("16.04") == MONTH + 1


def test_lists_are_those_of_ones_institution(approved, works):
    mine = works("agency_officer", code="satu", email="satu@contoh.id")
    other = works("agency_officer", code="dua", email="dua@contoh.id")
    batch = approved(mine)
    approved(other, OTHER)
    scope.tell(None, None, every=True)  # the query layer alone must hold
    assert numbers(ledger.batches(mine)) == [batch.pk]
    assert ledger.batch(other, batch.pk) is None
    assert numbers(ledger.batches(mine, state="waiting")) == []
    assert numbers(ledger.batches(mine, kind="workers", state="approved")) == [batch.pk]


def test_runs_are_those_that_concern_ones_region(approved, sender):
    approved(sender)
    scope.tell(None, None, every=True)
    Run.objects.create(
        region_code="18.10", month=MONTH, state="queued", cause="request"
    )
    [run] = ledger.runs(sender)
    assert (run.region_code, ledger.run(sender, run.pk)) == ("16.04", run)
    assert not ledger.runs(sender, "18.10")


def test_what_waits_for_somebody_is_what_others_submitted(
    tried, sender, approver, strict
):
    batch = actions.submit(by=sender, batch=tried(sender))
    assert numbers(ledger.to_approve(approver)) == [batch.pk]
    assert not ledger.to_approve(sender)


def test_every_act_says_why_it_may_not_be_done(
    tried, sender, approver, django_assert_max_num_queries
):
    batch = ledger.batch(sender, tried(sender).pk)
    with django_assert_max_num_queries(0):
        why = ledger.why_not(sender, batch)
    possible = {verb for verb, sentence in why.items() if not sentence}
    assert possible == {"set_mapping", "try_out", "submit", "discard", "reclassify"}
    assert "wewenang" in ledger.why_not(approver, batch)["submit"]
    with pytest.raises(ActRefused):
        ledger.check(approver, batch, "submit")


def test_a_file_past_its_term_can_only_be_looked_up(tried, sender):
    batch = tried(sender)
    Batch.objects.filter(pk=batch.pk).update(removed_at=timezone.now())
    why = ledger.why_not(sender, ledger.batch(sender, batch.pk))
    assert "masa simpan" in why["submit"]
