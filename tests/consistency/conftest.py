"""What the repository's tests about itself share: its files, as git knows them."""

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Return every file that git tracks and that is still there."""
    listing = subprocess.check_output(["git", "ls-files", "-z"], cwd=root, text=True)
    paths = (root / name for name in listing.split("\0") if name)
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="session")
def texts(tracked: list[Path]) -> dict[Path, str]:
    """Return the content of every tracked file that is text and our own."""
    found = {}
    for path in tracked:
        content = path.read_bytes()
        if b"\0" not in content and "vendor" not in path.parts:
            found[path] = content.decode("utf-8", "replace")
    return found
