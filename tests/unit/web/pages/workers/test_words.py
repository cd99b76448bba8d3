"""The words of the pages are those of the engine: no code without words, none too many."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
import pytest

from naungan.casework.intake.workers import COVERED
from naungan.engine import wording
from naungan.engine.coverage import rules
from naungan.web.pages.workers import words


assert HOME


@pytest.mark.parametrize(
    ("ours", "engine"),
    [
        (words.STATUS, wording.STATUS),
        (words.CATEGORY, wording.CATEGORY),
        (words.SEGMENT, wording.SEGMENT),
    ],
)
def test_every_code_of_a_snapshot_has_words(ours, engine):
    assert set(ours) == set(engine)


def test_a_status_is_covered_or_uncovered_as_the_engine_judges():
    assert COVERED == rules.COVERED
    assert set(words.UNCOVERED) == set(rules.STATUSES) - set(rules.COVERED)
