"""The locks say what pyproject.toml asks for, with hashes and without hosts."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version


BLOCK = re.compile(r"^(\S+?)==(\S+)([^\n]*)\n((?:^ {4}.*\n)*)", re.MULTILINE)
GROUPS = {"uv": ["launcher"], "run": [], "dev": ["dev"], "bench": ["bench"]}


@pytest.fixture(scope="module")
def asked(root):
    """Return the requirements of each lock as pyproject.toml writes them."""
    with (root / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    found = {}
    for lock, groups in GROUPS.items():
        rows = [] if lock == "uv" else list(project["project"]["dependencies"])
        for group in groups:
            rows += project["dependency-groups"][group]
        found[lock] = [Requirement(row) for row in rows]
    return found


def pins(root, lock):
    """Return name -> {version: its block of hashes and reasons} of a lock."""
    text = (root / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    found = {}
    for name, version, _, block in BLOCK.findall(text):
        found.setdefault(name, {})[version] = block
    return found


@pytest.mark.parametrize("lock", GROUPS)
def test_a_lock_answers_every_requirement(root, asked, lock):
    locked = pins(root, lock)
    for requirement in asked[lock]:
        versions = locked.get(canonicalize_name(requirement.name), {})
        assert versions, f"{requirement} is not in locks/{lock}.txt: ./naungan lock"
        assert all(Version(v) in requirement.specifier for v in versions), requirement


@pytest.mark.parametrize("lock", GROUPS)
def test_a_lock_holds_nothing_that_nobody_asked_for(root, asked, lock):
    direct = {
        name
        for name, versions in pins(root, lock).items()
        for block in versions.values()
        if "(pyproject.toml" in block
    }
    assert direct == {canonicalize_name(row.name) for row in asked[lock]}


@pytest.mark.parametrize("lock", GROUPS)
def test_every_pin_has_hashes_and_no_lock_names_a_host(root, lock):
    text = (root / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in re.sub(r"#.*", "", text)
    for name, versions in pins(root, lock).items():
        for block in versions.values():
            assert "--hash=sha256:" in block, name


@pytest.mark.parametrize("lock", ["dev", "bench"])
def test_a_larger_lock_holds_the_running_lock_version_for_version(root, lock):
    larger = pins(root, lock)
    for name, versions in pins(root, "run").items():
        assert set(larger[name]) == set(versions), name


def test_every_dependency_says_why_it_is_there(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    silent = re.findall(
        r'^  "[\w-]+(?:\[\w+\])?[<>=!~][^"]*",?\s*$', text, re.MULTILINE
    )
    assert not silent
