"""Every indicator of promises is complete: words, unit, page behind it, proof, glossary."""

import re

import pytest
from tests.office_database import HOME  # first: it sets Django up


# isort: split
from naungan.casework.commitments.extent import WORDS
from naungan.casework.commitments.indicator import UNITS, all_indicators
from naungan.web.log_words import NOUNS
from naungan.web.pages.promises.evidence import PAGES
from naungan.web.pages.promises.forms import LABELS


assert HOME
PROOFS = "tests/unit/casework/commitments/indicators"
SENTENCE = re.compile(r"[A-Z].+\.", re.DOTALL)
EVERY = sorted(all_indicators().items())


@pytest.fixture(scope="module")
def glossary(root):
    """Return every identifier that the glossary explains."""
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(\w+)`", text))


@pytest.mark.parametrize(("code", "one"), EVERY, ids=[code for code, _ in EVERY])
def test_an_indicator_says_what_it_counts_in_both_languages(code, one):
    assert one.label
    assert one.label_en != one.label
    assert SENTENCE.fullmatch(one.tells)
    assert SENTENCE.fullmatch(one.tells_en)
    assert one.unit in {unit.code for unit in UNITS}


@pytest.mark.parametrize(("code", "one"), EVERY, ids=[code for code, _ in EVERY])
def test_an_indicator_has_a_provider_a_page_and_choices_for_what_narrows_it(code, one):
    assert callable(one.read)
    assert one.evidence in PAGES
    assert set(one.takes) <= set(WORDS) & set(LABELS)
    assert set(one.needs) <= set(one.takes)
    assert one.counts == "level" or not one.of_snapshot
    assert bool(one.moved_by) != one.of_snapshot
    assert set(one.moved_by) <= set(NOUNS)


@pytest.mark.parametrize("code", [code for code, _ in EVERY])
def test_an_indicator_is_proven_both_ways_and_explained(root, glossary, code):
    proof = root / PROOFS / f"test_{code}.py"
    assert "proves(" in proof.read_text(encoding="utf-8")
    assert code in glossary
