"""Letters past their term lose file and names; number and proof stay."""

from datetime import timedelta

import pytest

from naungan.casework.correspondence import erasure, papers, queries
from naungan.casework.correspondence.models import Letter


pytestmark = pytest.mark.django_db


def test_a_letter_past_its_term_keeps_number_and_proof_alone(
    issued, django_capture_on_commit_callbacks
):
    letter = issued()
    now = letter.made_at
    assert erasure.count(now - timedelta(days=1)) == 0
    assert erasure.count(now + timedelta(days=1)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert erasure.remove(now + timedelta(days=1)) == 1
    found = Letter.objects.get(pk=letter.pk)
    assert (found.subject, found.addressee, found.number) == ("", "", letter.number)
    assert not papers.path(found.institution_id, found.sha256).exists()
    assert queries.proof(letter.code).sha256 == letter.sha256
    assert erasure.count(now + timedelta(days=1)) == 0
