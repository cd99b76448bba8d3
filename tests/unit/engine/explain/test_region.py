"""The figures of a region as an official reads them."""

from types import SimpleNamespace

import pytest

from naungan.engine.explain.region import explain_region
from naungan.engine.snapshot import EVERYWHERE


def row(measure, numerator, low, high):
    """Give one figure of 100 workers."""
    return {
        "measure": measure,
        "month": "2024-12",
        "segment": None,
        "category": None,
        "funder": None,
        "universe": "daftar Naungan",
        "numerator": numerator,
        "denominator": 100,
        "low": low,
        "high": high,
    }


@pytest.fixture
def snapshot():
    """Return a stand-in for the door: 30 covered, and 5 more if all matches are true."""
    return SimpleNamespace(
        manifest={"month": "2024-12"},
        measures=lambda *_: [row("coverage", 30, 30, 35), row("gap", 70, 65, 70)],
        inputs=lambda _: [],
        parameters=lambda _: [],
        bases=list,
    )


def test_matches_that_prove_true_widen_coverage_and_narrow_the_gap(snapshot):
    covered, uncovered = explain_region(snapshot, EVERYWHERE, "16.04").weights
    assert ": 30 bila hanya yang dipadankan, 35 bila" in covered.text()
    assert ": 70 bila hanya yang dipadankan, 65 bila" in uncovered.text()
