"""Names of invented employers: their form is that of their kind."""

import numpy as np
import pytest

from naungan.engine.synthetic.employer_rows import FORMS, plain_names
from naungan.engine.synthetic.employers import KINDS
from naungan.engine.synthetic.world import World
from naungan.lib.dates import month_index


JUNE = month_index(2024, 6)


@pytest.fixture
def world():
    """A world of which only the seed matters here."""
    return World(
        region="16.04", workers=1_000, seed=7, first_month=JUNE, last_month=JUNE
    )


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=KINDS)
def test_a_name_begins_as_its_kind_does(world, kind):
    number = np.arange(200, dtype=np.int64)
    names = plain_names(world, number, np.full_like(number, kind))
    assert {form for form, *_rest in names} == set(FORMS[KINDS[kind]])


def test_the_same_number_bears_the_same_words_whatever_else_is_named(world):
    every = np.arange(50, dtype=np.int64)
    kinds = every % len(KINDS)
    assert plain_names(world, every, kinds)[7:9] == plain_names(
        world, every[7:9], kinds[7:9]
    )
