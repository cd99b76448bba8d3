"""What waits behind all pages is counted by one statement."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution, User
from naungan.web.page import Page
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
    waiting = WaitingRows(reach, pages)
    with CaptureQueriesContext(connection) as asked:
        counts = [waiting.of(one) for one in "abcd"]
    assert counts == [Institution.objects.count() + User.objects.count(), 0, 0, 0]
    assert len(asked) == 1


def test_nothing_is_asked_where_no_page_counts(reach, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert WaitingRows(reach, [replace(page("d"), rows=None)]).of("d") == 0
