"""Whoever is past the term is named no more, and still counted."""

from datetime import UTC, datetime

from naungan.casework.protection import erasure
from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries.schemes import states_of


def test_only_schemes_that_ended_are_past_the_term(scheme, listed):
    listed(9001, 9002)
    assert erasure.count(datetime(2024, 12, 31, tzinfo=UTC)) == 0
    assert erasure.count(datetime(2025, 1, 1, tzinfo=UTC)) == 2


def test_an_erased_line_names_nobody_and_still_counts(scheme, listed):
    listed(9001, 9002)
    before = states_of(scheme)
    assert erasure.remove(datetime(2025, 1, 1, tzinfo=UTC)) == 2
    assert states_of(scheme) == before
    for entry in Entry.objects.all():
        assert (entry.name, entry.nik, entry.birth_date) == ("", None, None)
        assert entry.erased_at is not None
    assert erasure.remove(datetime(2025, 1, 1, tzinfo=UTC)) == 0
