"""A claim to try one rule on."""

import pytest

from naungan.law.benefit import FIELDS
from naungan.law.book import enacted
from naungan.law.claim.case import open_case
from naungan.law.question import read_facts
from naungan.law.reader import reader_of


@pytest.fixture
def open_claim():
    """Return a function that opens a claim under a programme from what is stated."""

    def opened(programme="JKM", event_date="2024-05-01", **stated):
        facts = read_facts({"event_date": event_date, **stated}, FIELDS)
        return open_case(programme, facts, reader_of(enacted()))

    return opened
