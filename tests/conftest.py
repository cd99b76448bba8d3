"""What every test has: its kind from its folder, the repository, reference data."""

import gc
import os
import sys
from pathlib import Path

import hypothesis
import pytest


# A busy machine is no fault: how long an example takes is never what a test is about.
hypothesis.settings.register_profile(
    "naungan",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("naungan")

# Thousands of collected tests are a heap that every search for garbage walks through:
# searched as often as usual, collecting alone takes half as long again.
gc.set_threshold(50_000, 20, 100)

ROOT = Path(__file__).resolve().parent.parent
# Files that take longest go first, whatever the order of the rest: a long one that
# comes last leaves every other core idle.
LONG = frozenset(
    {
        *("test_survival", "test_demonstration", "test_running", "test_postgres"),
        *("test_journeys", "test_meeting_journeys", "test_incoming_journeys"),
        *("test_field_journeys", "test_case_journeys", "test_claim_journeys"),
        *("test_scheme_journeys", "test_matrix", "test_attacks_queries"),
        *("test_attacks_markup", "test_copies", "test_stability", "test_scores"),
        *("test_any_bytes", "test_erasure", "test_stopping", "test_api_description"),
        *("test_attacks_headers", "test_attacks_reach", "test_administration"),
        *("test_employer_journeys", "test_prosecutor_journeys", "test_calculator"),
        *("test_review_journeys", "test_run", "test_demo", "test_documents"),
        *("test_same_rows_in_every_container", "test_findings", "test_preview"),
    }
)
KINDS = ("unit", "spec", "generative", "functional", "consistency")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the kind its folder names."""
    here = Path(__file__).parent
    for item in items:
        kind = item.path.relative_to(here).parts[0]
        assert kind in KINDS, f"{item.path}: tests live in one of {KINDS}"
        item.add_marker(kind)
    items.sort(key=lambda item: item.path.stem not in LONG)


def pytest_runtest_setup() -> None:
    """Begin in the office's language: a page asked for in another leaves it spoken."""
    spoken = sys.modules.get("django.utils.translation.trans_real")
    if spoken is not None:
        spoken.deactivate()


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def reference_data() -> Path | None:
    """Return the folder of large public data sets where it is at hand.

    A test that uses it must prove the same on files of its own when this is
    None; it may not simply skip.
    """
    folder = os.environ.get("NAUNGAN_REFERENCE_DATA")
    return Path(folder) if folder else None
