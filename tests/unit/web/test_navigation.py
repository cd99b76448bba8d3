"""Which places a person sees, and which of them fit at the bottom of a phone."""

import pytest
from django.test import RequestFactory

from naungan.web import navigation
from naungan.web.page import Page


class Reach:
    def may(self, power):
        return power != "forbidden"


@pytest.fixture
def seen(monkeypatch):
    """Return the places shown at once and behind `more`, for some pages."""

    def places(count, power=None):
        made = [Page(f"p{one}", (), "x", one + 1, power) for one in range(count)]
        monkeypatch.setattr(navigation, "pages", lambda: tuple(made))
        request = RequestFactory().get("/")
        request.resolver_match = None
        request.scope = Reach()
        found = navigation.context(request)
        return len(found["places"]), len(found["further"])

    return places


@pytest.mark.parametrize(("count", "shown"), [(3, (3, 0)), (5, (5, 0)), (6, (4, 2))])
def test_five_places_fit_and_of_more_four_beside_the_rest(seen, count, shown):
    assert seen(count) == shown


def test_a_place_that_one_may_not_open_is_absent(seen):
    assert seen(3, "forbidden") == (0, 0)
