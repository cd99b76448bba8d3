"""What an answer about JP says beside its amounts, and what an office may change."""

import pytest

from naungan.law.book import Book
from naungan.law.kinds import answer


WIDOW = {
    "programme": "JP",
    "pension": "widow",
    "event_date": "2025-06-01",
    "joined": "2020-01",
    "contribution_months": 60,
    "average_wage": 100_000_000,
}


@pytest.fixture
def formula_first(tmp_path):
    """Return the law of an office that applies the bounds before the share."""
    file = tmp_path / "benefits/jp/survivor/bounds_on.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "overlay: Kantor Cabang\nvalues:\n  - from: 2015-07-01\n    value: formula\n",
        encoding="utf-8",
    )
    return Book(overlay=tmp_path)


def test_the_bounds_may_be_applied_before_the_share(formula_first):
    # 15% x 100m is above the highest of 2025, 4,792,300; half of that
    assert answer("benefit", WIDOW, formula_first).results["monthly"] == 2_396_150
    assert answer("benefit", WIDOW).results["monthly"] == 4_792_300


def test_an_overlaid_order_is_shown(formula_first):
    found = answer("benefit", WIDOW, formula_first)
    assert [used.path for used in found.overlaid] == ["benefits/jp/survivor/bounds_on"]


def test_more_months_than_the_programme_has_run_are_called_a_supposition():
    stated = {"programme": "JP", "event_date": "2026-06-01", "average_wage": 5_000_000}
    found = answer("benefit", stated | {"contribution_months": 180})
    assert "paling banyak 132 bulan iuran" in found.notes[0].text()
    assert not answer("benefit", stated | {"contribution_months": 132}).notes[:-1]


def test_a_mean_that_is_not_stated_needs_wages():
    stated = {"programme": "JP", "event_date": "2026-06-01", "contribution_months": 12}
    found = answer("benefit", stated)
    assert found.results == {"due": True, "monthly": 0}
    assert "isi balance" in found.notes[-1].text()


def test_whoever_was_too_old_at_the_start_is_told_so():
    found = answer("benefit", {"programme": "JP", "birth_date": "1950-01-01"})
    assert "sudah lewat ketika program mulai" in found.lines[0].arithmetic.text()


def test_a_late_lump_sum_is_compensated_too():
    stated = {
        "programme": "JP",
        "event_date": "2026-06-01",
        "contribution_months": 100,
        "balance": 10_000_000,
        "months_late": 1,
    }
    assert answer("benefit", stated).results["late_payment"] == 200_000


def test_every_answer_reads_in_both_languages():
    found = answer("benefit", WIDOW)
    assert "Konfirmasi data penerima" in found.text()
    assert "Confirmation of data" in found.text("en")
    assert "{" not in found.text() + found.text("en")


def test_the_other_reading_of_share_and_bounds_is_named(formula_first):
    paid = " ".join(one.text("en") for one in answer("benefit", WIDOW).notes)
    assert "the pension is Rp2.396.150 a month" in paid
    found = answer("benefit", WIDOW, formula_first).notes
    assert "the pension is Rp4.792.300" in " ".join(one.text("en") for one in found)


def test_where_no_bound_bites_both_readings_agree():
    found = answer("benefit", WIDOW | {"average_wage": 8_000_000})
    assert found.results["monthly"] == 600_000
    assert not any("reading" in one.text("en") for one in found.notes)


def test_a_bound_that_was_paid_is_named_at_the_top():
    first = answer("benefit", WIDOW).lines[0]
    assert first.amount_idr == 4_792_300
    assert first.arithmetic.text("en").startswith("Highest monthly pension, because")
