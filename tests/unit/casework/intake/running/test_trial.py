"""A dry run reads a file as a run would, tells what it found, and changes nothing."""

import pytest
from tests.unit.casework.intake.conftest import HEADER, ROW, placed

from naungan.casework.accounts import scope
from naungan.casework.intake import actions, files
from naungan.casework.intake.running import trial


pytestmark = pytest.mark.django_db
WRONG = ROW.replace("SARI WULANDARI", "").replace("9001", "9002")


@pytest.fixture
def asked(arrive, sender):
    """Receive a file and ask for its dry run."""

    def make(text, **told):
        batch = actions.set_mapping(
            by=sender, batch=arrive(sender, text, **told), mapping={}
        )
        return actions.try_out(by=sender, batch=batch)

    return make


def after(batch):
    trial.carry_out(batch.pk)
    scope.tell(None, None, every=True)
    batch.refresh_from_db()
    return batch


def test_what_a_file_would_give_is_counted_and_its_wrong_rows_come_back(asked):
    batch = after(asked(HEADER + ROW + WRONG))
    assert (batch.state, batch.fault, batch.trying_since) == ("tried", "", None)
    assert batch.counts["accepted"] == 1
    assert batch.counts["rejected"] == 1
    assert batch.counts["read"] == sum(
        batch.counts[name] for name in ("accepted", "rejected", "set_aside")
    )
    returned = files.returned_of(batch)
    assert returned.stat().st_mode & 0o777 == 0o600
    shown = files.shown_of(batch)
    assert [one["count"] for one in shown["reasons"]] == [1]
    assert "1604012003859002" not in str(shown)
    left = [path.name for path in files.returned_folder().iterdir()]
    assert sorted(left) == sorted([returned.name, f"{batch.pk}.json"])


def test_a_file_that_cannot_be_read_says_why_and_stays_where_it_is(asked):
    batch = after(asked("tidak,ada,kepala\n1,2,3\n"))
    assert (batch.state, batch.counts, batch.trying_since) == ("mapped", {}, None)
    assert batch.fault


def test_what_nobody_waits_for_is_not_tried(arrive, sender):
    batch = arrive(sender)
    trial.carry_out(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.tried_at) == ("received", None)


def test_what_was_changed_meanwhile_is_not_told(asked, sender, monkeypatch):
    batch = asked(HEADER + ROW)
    real = trial.try_out

    def changed(*given, **told):
        found = real(*given, **told)
        placed(batch, trying_since=None, state="received")
        return found

    monkeypatch.setattr(trial, "try_out", changed)
    batch = after(batch)
    assert (batch.state, batch.counts) == ("received", {})
