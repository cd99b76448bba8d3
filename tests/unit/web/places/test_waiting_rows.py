"""What waits behind all pages is counted by one statement."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution, User
from naungan.web.page import Page, Waits
from naungan.web.places.waiting_rows import WaitingRows


pytestmark = pytest.mark.django_db


@pytest.fixture
def reach(someone):
    scope.tell(someone.pk, None, every=True)
    place = Institution.objects.create(
        code="hitung", kind="sekda", name="Setda Rekaan", region_code="16.04"
    )
    return scope.Scope(someone.pk, None, place.pk, place.code, "16.04", frozenset())


def page(code, *rows):
    return Page(code, (), rows=lambda _reach: list(rows))


def test_every_page_is_counted_by_one_statement(reach):
    nobody = User.objects.filter(email="tidak-ada")
    pages = [
        page("a", Institution.objects.all(), User.objects.all()),
        page("b", nobody),
        page("c", Institution.objects.none()),
        replace(page("d"), rows=None),
    ]
    besides = Waits(lambda _scope: [User.objects.all()], "", lambda _scope: "")
    pages.append(replace(page("e", nobody), also=(besides,)))
    waiting = WaitingRows(reach, pages)
    with CaptureQueriesContext(connection) as asked:
        counts = [waiting.of(one) for one in "abcd"]
    assert (waiting.of("e"), waiting.of("e", 1)) == (0, User.objects.count())
    assert counts == [Institution.objects.count() + User.objects.count(), 0, 0, 0]
    assert len(asked) == 1


def test_nothing_is_asked_where_no_page_counts(reach, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert WaitingRows(reach, [replace(page("d"), rows=None)]).of("d") == 0


def test_rows_are_put_together_once_and_counted_each_time(reach):
    asked = []
    everybody = replace(
        page("a"), rows=lambda _scope: asked.append(1) or [User.objects.all()]
    )
    first = WaitingRows(reach, [everybody]).of("a")
    User.objects.create_user("satu-lagi@contoh.id", "x", name="Satu Lagi")
    assert WaitingRows(reach, [everybody]).of("a") == first + 1
    assert len(asked) == 1


def test_rows_that_look_into_the_database_themselves_are_refused(reach):
    eager = replace(page("a"), rows=lambda _scope: list(User.objects.all()))
    with pytest.raises(AssertionError, match="asked later"):
        WaitingRows(reach, [eager]).of("a")
