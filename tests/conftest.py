"""What every test has: its kind from its folder, the repository, reference data."""

import os
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
