"""Entries, series and steps as their pages show them."""

from datetime import date

import pytest
from django.utils import timezone, translation

from naungan.casework.accounts.models import User
from naungan.casework.intake.models import Batch, Run, Series
from naungan.lib.dates import month_index
from naungan.web.pages.incoming import presenter


TODAY = date(2026, 11, 22)
OCTOBER = month_index(2026, 10)
SERIES = Series(pk=1, kind="workers", region_code="16.04")


@pytest.fixture(autouse=True)
def indonesian():
    """Write in Indonesian."""
    with translation.override("id"):
        yield


def batch(number=1, state="approved", series=SERIES, **rest):
    """Give an entry that nobody saved."""
    return Batch(
        pk=number,
        series=series,
        state=state,
        mode="replace",
        name="daftar.csv",
        size=2048,
        month=OCTOBER,
        received_at=timezone.now(),
        received_by=User(name="Sari"),
        **rest,
    )


def test_an_entry_says_what_where_when_and_by_whom():
    counts = {"accepted": 1192, "rejected": 12}
    line = presenter.line(batch(counts=counts, decided_by=User(name="Ratna")), TODAY)
    assert (line.kind, line.month, line.size) == (
        "Daftar pekerja",
        "Oktober 2026",
        "2,0 KB",
    )
    assert "Lahat" in line.region
    assert (line.rows, line.rejected) == ("1.192", "12")
    assert (line.sent_by, line.approved_by) == ("Sari", "Ratna")
    assert line.freshness.word == "Segar"


def test_what_is_not_in_use_has_no_freshness_and_no_rows_yet():
    line = presenter.line(batch(state="received"), TODAY)
    assert line.freshness is None
    assert (line.rows, line.rejected, line.approved_by) == ("–", "", "–")


def test_of_a_series_all_that_is_in_use_stands_together():
    other = Series(pk=2, kind="members", region_code="16.04")
    newest_first = [
        batch(6, "received"),
        batch(5, "approved"),
        batch(4, "refused", other),
        batch(3, "approved"),
        batch(2, "replaced"),
        batch(1, "refused", other),
    ]
    found = presenter.in_use_of_each(newest_first)
    assert [one.pk for one in found] == [5, 3, 4]


@pytest.mark.parametrize(
    ("state", "here"),
    [("received", 2), ("mapped", 3), ("tried", 3), ("discarded", 3), ("waiting", 4)]
    + [("refused", 4), ("approved", 5), ("replaced", 5), ("withdrawn", 5)],
)
def test_a_file_stands_at_one_of_five_steps(state, here):
    steps = presenter.steps(batch(7, state), may_map=False)
    assert [one.number for one in steps if one.is_here] == [here]
    assert [one.number for one in steps if one.is_done] == list(range(1, here))


def test_what_is_done_can_be_changed_until_it_was_sent_on():
    before = presenter.steps(batch(7, "tried"), may_map=True)
    assert [bool(one.url) for one in before] == [True, True, False, False, False]
    after = presenter.steps(batch(7, "approved"), may_map=False)
    assert [bool(one.url) for one in after] == [False, False, True, False, False]


def test_a_run_says_how_far_it_is():
    run = Run(pk=3, region_code="16.04", month=OCTOBER, state="running", fraction=0.456)
    run.cause, run.sentence = "approval", "memadankan"
    line = presenter.run_line(run)
    assert (line.percent, line.is_open, line.asked_by) == (46, True, "–")
    assert line.state.word == "berjalan"
    assert line.cause == "berkas disetujui"


def test_the_files_of_a_run_are_named_only_where_they_are_ones_own():
    read = [
        {"batch": 1, "sha256": "a", "kind": "workers", "institution": "dinas"},
        {"batch": 2, "sha256": "b", "kind": "members", "institution": "cabang"},
    ]
    own, other = presenter.inputs(
        Run(inputs=read), {1: "daftar.csv"}, {"dinas": "Dinas Contoh"}
    )
    assert (own.number, own.name, own.institution) == (1, "daftar.csv", "Dinas Contoh")
    assert (other.number, other.name, other.institution) == (None, "", "cabang")
