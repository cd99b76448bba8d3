"""Hiding a person: once, by the operator only, on record, seen by every door."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from naungan.casework.intake import tombstones


pytestmark = pytest.mark.django_db


def test_the_serving_role_neither_hides_nor_shows_anybody(office):
    assert tombstones.hidden("16.04") == frozenset()
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        tombstones.hide(by=office, region_code="16.04", person_id=7, reason="uji")
    assert tombstones.hidden("16.04") == frozenset()
