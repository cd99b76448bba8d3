"""What no run has heeded yet is named until one is on its way or published."""

import json

import pytest
from django.utils import timezone
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW, placed

from naungan.casework.accounts import scope
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Publication, Run
from naungan.casework.intake.running.folders import MANIFEST, hashes_of
from naungan.casework.intake.running.heeding import unheeded


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("SARI", "DEWI")


def published(*batches, region="16.04", noted=True):
    """Publish what was made of some batches, at this moment."""
    scope.tell(None, None, every=True)
    Run.objects.update(state="cancelled")
    now = timezone.now()
    number = Publication.objects.count() + 1
    publication = Publication.objects.create(
        region_code=region,
        month=MONTH,
        run=number,
        folder=f"{region}/runs/{number:04}",
        published_at=now,
        law_version="1",
    )
    if noted:
        Run.objects.create(
            region_code=region,
            month=MONTH,
            state="published",
            cause="approval",
            publication=publication,
            started_at=now,
            inputs=[{"batch": one.pk, "institution": "x"} for one in batches],
        )


def told(by, *given):
    scope.enter(by)
    asked = [one.pk for one in given]
    found = ledger.batches(by).filter(pk__in=asked) if asked else ledger.batches(by)
    return [(one.batch.pk, one.is_withdrawn) for one in unheeded(by, found)]


def test_what_was_approved_and_whose_run_was_cancelled_is_named(approved, sender):
    batch = approved(sender)
    assert told(sender) == []
    scope.tell(None, None, every=True)
    Run.objects.update(state="cancelled")
    assert told(sender) == [(batch.pk, False)]
    published(batch)
    assert told(sender) == []


def test_what_was_withdrawn_and_is_still_in_the_figures_is_named(approved, sender):
    first = approved(sender)
    second = approved(sender, OTHER, region_code="16.04.01.2002")
    published(first, second)
    scope.enter(sender)
    actions.withdraw(by=sender, batch=first, reason="salah")
    assert told(sender) == []
    scope.tell(None, None, every=True)
    Run.objects.filter(state="queued").update(state="cancelled")
    assert told(sender) == [(first.pk, True)]
    assert told(sender, second) == []
    published(second)
    assert told(sender) == []


def test_a_held_run_is_on_its_way(approved, sender):
    approved(sender)
    scope.tell(None, None, every=True)
    Run.objects.update(state="held")
    assert told(sender) == []


def test_a_file_of_the_same_content_as_one_in_use_is_heeded_with_it(approved, sender):
    first, twin = approved(sender), approved(sender, region_code="16.04.01.2002")
    published(first)
    assert told(sender, twin) == []


def test_figures_of_which_no_run_noted_its_files_go_by_their_contents(
    approved, sender, home
):
    early, late = approved(sender), approved(sender, OTHER, region_code="16.04.01.2002")
    published(noted=False)
    assert told(sender) == []  # the snapshot is gone, and with it what it was made of
    folder = home.snapshots / "16.04" / "runs" / "0001"
    folder.mkdir(parents=True)
    inputs = [{"sha256": early.sha256}]
    (folder / MANIFEST).write_text(json.dumps({"inputs": inputs}))
    hashes_of.cache_clear()
    assert told(sender) == [(late.pk, False)]
    scope.tell(None, None, every=True)
    placed(early, state="withdrawn", ended_at=timezone.now())
    assert told(sender, early) == [(early.pk, True)]


def test_regions_elsewhere_are_nobodys_business(approved, sender):
    batch = approved(sender)
    published(batch)
    published(region="16.05")
    assert told(sender) == []
