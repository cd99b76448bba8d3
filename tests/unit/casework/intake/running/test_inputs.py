"""What a run reads is laid out anew each time, and stands for the answer it gives."""

import pytest
from tests.unit.casework.intake.conftest import HEADER, MONTH, ROW

from naungan.casework.accounts import scope
from naungan.casework.intake import actions, files
from naungan.casework.intake.models import Run
from naungan.casework.intake.running import decisions, inputs
from naungan.casework.intake.running.decisions import Decision


pytestmark = pytest.mark.django_db
OTHER = HEADER + ROW.replace("9001", "9002")


@pytest.fixture
def run(db):
    """A run of the regency, not begun."""
    scope.tell(None, None, every=True)
    return Run(pk=7, region_code="16.04", month=MONTH, state="queued", cause="request")


def test_files_go_by_kind_under_the_names_under_which_they_were_sent(
    approved, sender, run
):
    one = approved(sender, name="a.csv")
    two = approved(sender, OTHER, name="a.csv", kind="members")
    scope.tell(None, None, every=True)
    found = inputs.gather(run)
    [workers], [members] = found.of("workers"), found.of("members")
    assert workers.read_text() == HEADER + ROW
    assert found.names == {workers: f"a ({one.pk}).csv", members: f"a ({two.pk}).csv"}
    assert set(found.owners.values()) == {"dpmd-contoh"}
    assert set(found.owners) == set(found.names.values())
    assert (found.of("universe"), found.mappings, found.decisions) == ((), {}, None)
    inputs.forget(run)
    assert not files.run_folder(7).exists()


def test_one_content_may_serve_as_two_kinds_each_with_its_own_mapping(
    approved, arrive, tried, sender, run
):
    approved(sender)
    batch = tried(sender, kind="members")
    batch.mapping = {"name": "Nama Lengkap"}
    batch.save()
    actions.submit(by=sender, batch=batch)
    scope.tell(None, None, every=True)
    found = inputs.gather(run)
    assert found.of("workers") != found.of("members")
    assert found.mappings == {found.of("members")[0]: {"name": "Nama Lengkap"}}


def test_the_fingerprint_follows_everything_that_decides_the_answer(
    approved, sender, run, monkeypatch
):
    def fingerprint(**changed):
        scope.tell(None, None, every=True)
        for name, value in changed.items():
            setattr(run, name, value)
        return inputs.gather(run).fingerprint

    batch = approved(sender)
    seen = [fingerprint()]
    assert fingerprint() == seen[0]
    seen.append(fingerprint(month=MONTH + 1))
    batch.mapping = {"name": "Nama"}
    batch.save()
    seen.append(fingerprint())
    approved(sender, OTHER, kind="members")
    seen.append(fingerprint())
    verdict = Decision("same_person", "a:1", "b:2", "uji", "2026-01-01", "sama")
    monkeypatch.setattr(decisions, "_gatherers", [lambda _code: [verdict]])
    seen.append(fingerprint())
    assert inputs.gather(run).decisions is not None
    assert len(set(seen)) == len(seen)


def test_nothing_in_use_is_read_as_nothing(home, run):
    found = inputs.gather(run)
    assert (found.batches, found.by_kind, found.told()) == ((), {}, [])
