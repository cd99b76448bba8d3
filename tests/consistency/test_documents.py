"""What the documents promise exists: links, commands, decisions, the changelog."""

import re

import pytest

from naungan.law.book import enacted


LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
OUTSIDE = ("http://", "https://", "mailto:")
REQUIRED = [
    *("README.md", "README.id.md", "LICENSE", "NOTICE", "CONTRIBUTING.md"),
    *("SECURITY.md", "CHANGELOG.md", "GLOSSARY.md", "DEVELOPERS.md"),
]
LONGEST_PAGE = 72
DECISION = ("## Context", "## Decision", "## Consequences")


@pytest.mark.parametrize("name", REQUIRED)
def test_every_document_a_newcomer_looks_for_is_there(root, name):
    assert (root / name).stat().st_size > 0


def test_every_link_between_documents_leads_somewhere(root, texts):
    broken = [
        f"{path.relative_to(root)} -> {target}"
        for path, text in texts.items()
        if path.suffix == ".md"
        for target in LINK.findall(text)
        if not target.startswith(OUTSIDE) and not (path.parent / target).exists()
    ]
    assert not broken


def test_every_command_that_documents_mention_exists(root, texts):
    shelf = {
        path.stem.replace("_", "-")
        for path in (root / "src" / "naungan" / "commands").glob("[a-z]*")
    }
    known = shelf | {"test", "fix", "lock", "bench", "--help", "help"}
    said = {
        (path.name, word)
        for path, text in texts.items()
        if path.suffix == ".md" and "reference" not in path.parts
        for word in re.findall(r"\./naungan ([a-z-]+)", text)
    }
    assert not {(name, word) for name, word in said if word not in known}


def test_every_decision_is_one_page_with_its_three_parts(root):
    decisions = sorted((root / "docs" / "adr").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert all(part in text for part in DECISION), path.name
        assert text.count("\n") <= LONGEST_PAGE, path.name


def test_the_changelog_knows_the_version_of_the_law(root):
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    version = enacted().version
    assert version in changelog, (
        f"law changed: say how under Law in CHANGELOG.md, with its version {version}"
    )
