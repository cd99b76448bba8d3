"""An assignment follows its worker when a later run merges or splits persons."""

from types import SimpleNamespace

import pytest

from naungan.casework.accounts import scope
from naungan.casework.fieldwork import actions, following
from naungan.casework.intake import workers


pytestmark = pytest.mark.django_db
PUBLICATION = SimpleNamespace(region_code="16.04")
BECAME = {1: (20,), 2: (20,), 3: (3, 31), 4: (4,)}


@pytest.fixture
def followed(field, assigned, monkeypatch):
    """Four workers, of whom a later run merged two and split one."""
    assigned(1, 2, 3, 4)
    monkeypatch.setattr(
        workers, "heirs", lambda _p, _s, numbers: {one: BECAME[one] for one in numbers}
    )
    return lambda: following.followed(field.head, PUBLICATION, "16.04")


def test_the_persons_of_now_are_those_on_the_way(followed):
    assert followed().open == {20, 3, 31, 4}


def test_a_merged_person_shows_the_assignments_of_both(field, followed):
    held = following.of_people(field.head, PUBLICATION, followed(), [20, 31, 99])
    assert sorted(one.person_id for one in held[20]) == [1, 2]
    assert [one.person_id for one in held[31]] == [3]
    assert held[99] == []


def test_what_was_taken_back_is_followed_no_more(field, followed):
    one = following.of_people(field.head, PUBLICATION, followed(), [4])[4][0]
    actions.withdraw(by=field.head, assignment=one)
    assert 4 not in followed().open
    assert following.of_people(field.head, PUBLICATION, followed(), [4]) == {}


def test_another_institution_follows_nothing(field, followed):
    scope.enter(field.elsewhere)
    assert following.followed(field.elsewhere, PUBLICATION, "16.04").numbers == {}
