"""What the documents promise exists: links, places, commands, decisions, the changelog."""

import re

import pytest
from babel.messages.pofile import read_po

from naungan.law.book import enacted


LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\(([^)#\s:]+\.md)#([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"`((?:benchmarks|deploy|docs|src|tests|tools)/[\w./-]+)`")
HELP = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"\./naungan ([a-z][a-z-]*)(?: ([\w-]+))?((?:\\\n|[^\n`|#>])*)")
OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]*")
OF_THE_LAUNCHER = {"test", "fix", "lock"}
SLANTED = re.compile(r"(?<![\w*])\*([A-Z][^*\[]{1,80})\*(?![\w*])")
FOR_USERS = ("README.md", "README.id.md", "docs/tutorials", "docs/how-to")
SHEETS = {"antrean tinjau", "tinjau pemberi kerja"}  # of the workbook of a run
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


@pytest.fixture(scope="module")
def documents(texts):
    """Give the text of every document."""
    return {path: text for path, text in texts.items() if path.suffix == ".md"}


def anchors(text):
    """Give the names under which a page's headings are found."""
    heads = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", one).lower() for one in heads)
    return {re.sub(r"[^\w\- ]", "", one).strip().replace(" ", "-") for one in plain}


def test_every_link_into_a_page_leads_to_a_heading_of_it(root, documents):
    broken = [
        f"{path.relative_to(root)} -> {page}#{anchor}"
        for path, text in documents.items()
        for page, anchor in ANCHOR.findall(text)
        if anchor not in anchors(documents[(path.parent / page).resolve()])
    ]
    assert not broken


def test_every_place_of_the_repository_that_documents_name_is_there(root, documents):
    gone = [
        f"{path.relative_to(root)}: {place}"
        for path, text in documents.items()
        for place in PLACE.findall(text)
        if not (root / place).exists()
    ]
    assert not gone


@pytest.fixture(scope="module")
def helps(root):
    """Give what every command and every benchmark says of its options."""
    page = (root / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    told = dict(HELP.findall(page))
    for one in (root / "benchmarks").glob("*.py"):
        told[f"bench {one.stem}"] = one.read_text(encoding="utf-8")
    return told


def test_every_command_and_option_that_documents_mention_exists(documents, helps):
    wrong = []
    for path, text in documents.items():
        for name, part, rest in CALL.findall(text):
            whole = f"{name} {part}".replace("fake-1000", "fake_1000")
            if name in OF_THE_LAUNCHER or whole in ("bench ", "bench NAME"):
                continue
            told = helps.get(whole, None if name == "bench" else helps.get(name))
            asked = OPTION.findall(f"{part} {rest}")
            if told is None or any(one not in told for one in asked):
                wrong.append((path.name, whole, asked))
    assert not wrong


@pytest.fixture(scope="module")
def words(root):
    """Give every text of the pages in both languages, in small letters."""
    place = root / "src/naungan/web/locale/en/LC_MESSAGES/django.po"
    with place.open("rb") as file:
        texts = [each for one in read_po(file) for each in (one.id, one.string)]
    flat = (
        part for each in texts for part in ([each] if isinstance(each, str) else each)
    )
    return {each.lower() for each in flat}


def test_every_place_of_a_page_that_documents_name_stands_on_a_page(
    root, documents, words
):
    said = {
        (str(path.relative_to(root)), " ".join(part.split()))
        for path, text in documents.items()
        if str(path.relative_to(root)).startswith(FOR_USERS)
        for place in SLANTED.findall(FENCED.sub("", text))
        for part in place.split("→")
    }
    known = words | SHEETS
    wrong = [
        (path, place)
        for path, place in said
        if place.lower() not in known
        and not any(one.startswith(place.lower()) for one in known)
    ]
    assert not wrong


def decisions_of(root):
    """Give the pages of decisions, in the order of their numbers."""
    return sorted((root / "docs" / "adr").glob("[0-9]*.md"))


def test_every_decision_is_one_page_with_its_three_parts(root):
    decisions = decisions_of(root)
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert all(part in text for part in DECISION), path.name
        assert text.count("\n") <= LONGEST_PAGE, path.name


def test_every_decision_stands_once_among_all_under_its_own_title(root):
    listed = (root / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    for path in decisions_of(root):
        number, title = path.read_text(encoding="utf-8").splitlines()[0].split(". ", 1)
        line = f"* [{int(number.removeprefix('# '))}. {title}]({path.name})\n"
        assert listed.count(line) == 1, line


def test_the_changelog_knows_the_version_of_the_law(root):
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    version = enacted().version
    assert version in changelog, (
        f"law changed: say how under Law in CHANGELOG.md, with its version {version}"
    )
