"""An institution that writes letters, with the office's database."""

import pytest
from tests.unit.casework.conftest import fast_passwords, office, works

from naungan.casework.accounts import scope


__all__ = ["fast_passwords", "office", "works"]


@pytest.fixture
def writer(office, works):
    """Somebody who writes letters, at work."""
    found = works("branch_head", kind="bpjs_branch", code="cabang-tulis")
    scope.enter(found)
    return found
