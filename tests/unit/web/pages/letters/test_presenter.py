"""Letters are named in the language of the page."""

import pytest
from django.utils import translation

from naungan.law.book import enacted
from naungan.web.letters.text import texts
from naungan.web.pages.letters.presenter import OWN_TITLES, kind


@pytest.mark.parametrize("code", sorted(texts()))
def test_every_letter_has_a_name_in_both_languages(code):
    step = enacted().steps.get(code)
    assert (step is not None and step.letter) or texts()[code].title in OWN_TITLES
    with translation.override("id"):
        assert kind(code) == texts()[code].title


def test_a_letter_of_a_step_is_named_by_the_law_in_english():
    with translation.override("en"):
        assert kind("warning_1") == "First letter of warning"
