"""Words are those of the Indonesian pages, whichever test ran before."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield
