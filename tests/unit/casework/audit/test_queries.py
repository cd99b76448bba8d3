"""A look at a list is found under everybody who stood on it."""

import pytest
from django.db import connection

from naungan.casework import look
from naungan.casework.accounts import scope
from naungan.casework.audit import queries
from naungan.casework.audit.queries import Sought


pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(office):
    """A list of three people, one of them looked at alone, and an employer."""
    look.record(by=office, noun="uncovered", noun_id="11,22,33", purpose="daftar")
    look.record(by=office, noun="persons", noun_id=22, purpose="orang", unmasked=True)
    look.record(by=office, noun="batch", noun_id=22, purpose="berkas")
    return office


def purposes(by, **asked):
    return [one.purpose for one in queries.looks(by, Sought(**asked))]


def test_each_person_of_a_list_finds_it(seen):
    assert purposes(seen, noun="persons", noun_id="11") == ["daftar"]
    assert purposes(seen, noun="uncovered", noun_id="22") == ["orang", "daftar"]


def test_part_of_a_number_finds_nobody(seen):
    assert purposes(seen, noun="persons", noun_id="1") == []


def test_other_things_of_the_same_number_stay_apart(seen):
    assert purposes(seen, noun="batch", noun_id="22") == ["berkas"]


def test_a_kind_alone_gives_all_of_that_kind(seen):
    assert purposes(seen, noun="persons") == ["orang"]


def test_a_list_of_thousands_is_kept_whole(seen):
    many = [str(10**17 + number) for number in range(5_000)]
    look.record(by=seen, noun="uncovered", noun_id=",".join(many), purpose="unduh")
    assert purposes(seen, noun="persons", noun_id=many[-1]) == ["unduh"]


def test_a_look_of_another_institution_is_not_found(seen, works):
    other = works("data_officer", code="dinas-lain", email="data@contoh.id")
    scope.enter(other)
    assert purposes(other, noun="persons", noun_id="22") == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_look")
        assert cursor.fetchone() == (0,)
