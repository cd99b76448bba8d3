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
KINDS = ("unit", "spec", "generative", "functional", "consistency")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the kind its folder names."""
    here = Path(__file__).parent
    for item in items:
        kind = item.path.relative_to(here).parts[0]
        assert kind in KINDS, f"{item.path}: tests live in one of {KINDS}"
        item.add_marker(kind)


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
