"""NOTICE names every file that came from elsewhere, with its licence and its hash."""

import hashlib
import re

import pytest


DATA = {
    ".csv",
    ".gz",
    ".parquet",
    ".json",
    ".geojson",
    ".xlsx",
    ".js",
    ".css",
    ".woff2",
    ".ttf",
}
OURS = {"tests", "templates"}  # invented files of tests, and pages that we wrote
OUR_STYLE = "src/naungan/web/static/naungan"
ROW = re.compile(
    r"^\| `([^`]+)` \| (.+?) \| (.+?) \| `([0-9a-f]{64})` \|$", re.MULTILINE
)


@pytest.fixture(scope="module")
def notice(root):
    """Return path -> (source, licence, sha256) of every row of NOTICE."""
    text = (root / "NOTICE").read_text(encoding="utf-8")
    return {path: rest for path, *rest in ROW.findall(text)}


@pytest.fixture(scope="module")
def vendored(root, tracked):
    """Return every tracked data file that is not a test's own."""
    paths = [path.relative_to(root) for path in tracked if path.suffix in DATA]
    return {
        path.as_posix()
        for path in paths
        if not OURS & set(path.parts) and not path.is_relative_to(OUR_STYLE)
    }


def test_every_vendored_file_has_a_row(notice, vendored):
    assert vendored <= set(notice)


def test_no_row_is_about_a_file_that_is_gone(root, notice):
    assert not [path for path in notice if not (root / path).is_file()]


def test_every_hash_is_the_files_own(root, notice):
    for path, (_, _, written) in notice.items():
        found = hashlib.sha256((root / path).read_bytes()).hexdigest()
        assert found == written, f"{path}: NOTICE should say {found}"


def test_every_row_names_a_source_and_a_licence(notice):
    for path, (source, licence, _) in notice.items():
        assert source.strip(), path
        assert licence.strip(), path
