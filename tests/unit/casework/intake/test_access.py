"""Who may act on files and runs: by power, by institution, by region."""

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import access, actions
from naungan.casework.intake.models import Run


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("region", "outer", "answer"),
    [
        ("16.04", "", True),
        ("16.04", "16", True),
        ("16.04", "16.04", True),
        ("16.04.01.2001", "16.04", True),
        ("16.04", "16.04.01", False),
        ("16.05", "16.04", False),
        ("16.041", "16.04", False),
    ],
)
def test_a_region_lies_in_what_its_code_begins_with(region, outer, answer):
    assert access.inside(region, outer) is answer


def test_only_whoever_may_upload_sends_and_only_for_their_own_region(sender, approver):
    access.check_sends(by=sender, region_code="16.04.01.2001")
    with pytest.raises(ActRefused, match="di luar wilayah"):
        access.check_sends(by=sender, region_code="16.05")
    with pytest.raises(ActRefused, match="wewenang"):
        access.check_sends(by=approver, region_code="16.04")


def test_nobody_decides_about_their_own_file(tried, works, strict):
    head = works("membership_head", "bpjs_branch", "bpjs-satu", "kepala@contoh.id")
    other = works("branch_head", "bpjs_branch", "bpjs-satu", "lain@contoh.id")
    batch = tried(head)
    with pytest.raises(ActRefused, match="orang kedua"):
        access.check_decides(by=head, batch=batch)
    access.check_decides(by=other, batch=batch)


def test_whoever_submitted_anothers_file_does_not_approve_it(tried, works, strict):
    sender = works("examiner", "bpjs_branch", "bpjs-satu", "periksa@contoh.id")
    head = works("membership_head", "bpjs_branch", "bpjs-satu", "kepala@contoh.id")
    scope.tell(None, None, every=True)
    batch = tried(sender)
    scope.enter(head)
    batch.institution.needs_approval = True
    batch.institution.save()
    batch = actions.submit(by=head, batch=batch)
    with pytest.raises(ActRefused, match="orang kedua"):
        actions.approve(by=head, batch=batch)


def test_another_institution_touches_no_file(tried, sender, works):
    stranger = works("agency_officer", code="dinas-lain", email="lain@contoh.id")
    batch = tried(sender)
    for check in (access.check_handles, access.check_ends):
        with pytest.raises(ActRefused, match="lembaga lain"):
            check(by=stranger, batch=batch)


def test_a_run_is_asked_for_in_ones_own_region_and_cancelled_by_the_asker(
    sender, works
):
    access.check_runs(by=sender, region_code="16.04")
    with pytest.raises(ActRefused, match="di luar wilayah"):
        access.check_runs(by=sender, region_code="18.10")
    viewer = works("regional_secretary", "sekda", "sekda-contoh", "sekda@contoh.id")
    with pytest.raises(ActRefused, match="wewenang"):
        access.check_runs(by=viewer, region_code="16.04")
    run = Run(region_code="16.04", institution_id=sender.institution_id + 1)
    with pytest.raises(ActRefused, match="lembaga lain"):
        access.check_cancels(by=sender, run=run)
