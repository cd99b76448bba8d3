"""Texts are read from their files; an unknown one is refused with a sentence."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.web.letters.text import text_of, texts, version


def test_a_text_has_its_parts_in_order():
    found = text_of("warning_1")
    kinds = [part.kind for part in found.parts]
    assert kinds.index("law") < kinds.index("findings") < kinds.index("items")
    assert found.book == text_of("warning_2").book


def test_an_unknown_letter_is_refused():
    with pytest.raises(ActRefused):
        text_of("tidak_ada")


def test_the_version_is_one_for_all_texts():
    assert len(version()) == 16
    assert len(texts()) > 20
