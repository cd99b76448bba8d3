"""Every field says what it is; a personal one says why, how long, and what then."""

import pytest
from django.apps import apps
from tests.office_database import HOME

from naungan.casework import processing
from naungan.casework.privacy import declared
from naungan.casework.retention import read


FIELDS = [
    (f"{label}.{name}", one)
    for label, fields in declared().items()
    for name, one in fields.items()
]


@pytest.mark.parametrize(("name", "one"), FIELDS, ids=[name for name, _ in FIELDS])
def test_a_personal_field_says_why_how_long_and_what_then(name, one):
    told = (one.why, one.term, one.after)
    assert all(told) if one.kind != "none" else not any(told)
    assert one.kind == "none" or one.term in read(HOME.path / "none.toml")


def test_every_model_of_ours_is_declared_by_its_own_app():
    for label in declared():
        assert apps.get_model(label)


def test_every_personal_field_appears_in_the_record():
    listed = {f"{one.model}.{one.field}" for one in processing.fields_held()}
    assert listed == {name for name, one in FIELDS if one.kind != "none"}
