"""Terms: read from the shipped file, changed by an office's own, refused when strange."""

from datetime import UTC, datetime, timedelta

import pytest

from naungan.casework import retention
from naungan.lib.errors import InputRefused


def test_every_term_has_words_and_days(tmp_path):
    found = retention.read(tmp_path / "retention.toml")
    assert found
    assert all(
        term.title and term.title_en and term.days >= 0 for term in found.values()
    )


def test_an_office_changes_a_term_in_its_own_file(tmp_path):
    own = tmp_path / "retention.toml"
    own.write_text("[sign_ins]\ndays = 30\n")
    found = retention.read(own)
    assert found["sign_ins"].days == 30
    assert found["people"] == retention.read(tmp_path / "none.toml")["people"]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("[strangers]\ndays = 1\n", "strangers tidak dikenal"),
        ("[people]\ndays = -1\n", "banyaknya hari"),
        ('[people]\ndays = "1"\n', "banyaknya hari"),
    ],
)
def test_a_strange_term_is_refused(tmp_path, written, why):
    own = tmp_path / "retention.toml"
    own.write_text(written)
    with pytest.raises(InputRefused, match=why):
        retention.read(own)


def test_a_term_of_no_days_keeps_for_good():
    now = datetime(2026, 11, 2, tzinfo=UTC)
    assert retention.Term("x", 0, "", "").before(now) is None
    assert retention.Term("x", 2, "", "").before(now) == now - timedelta(days=2)


@pytest.mark.django_db
def test_every_sweep_counts_and_has_its_term(office):
    now = datetime(2026, 11, 2, tzinfo=UTC)
    for sweep in retention.sweeps():
        before = sweep.term.before(now)
        assert before is not None
        assert sweep.count(before) == 0
