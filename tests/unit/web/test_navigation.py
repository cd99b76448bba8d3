"""Which places a person sees, and which of them fit at the bottom of a phone."""

import pytest
from django.test import RequestFactory

from naungan.web import navigation
from naungan.web.page import Page


class Reach:
    region_code = "16.04"

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


def test_what_waits_is_counted_once_for_a_request_and_named_by_its_page(monkeypatch):
    asked = []
    page = Page("p", (), "x", 1, None, count=lambda reach: asked.append(reach) or 37)
    monkeypatch.setattr(navigation, "pages", lambda: (page,))
    request = RequestFactory().get("/")
    request.resolver_match = None
    request.scope = Reach()
    counts = [navigation.context(request)["places"][0].count for _ in range(2)]
    assert counts == [37, 37]
    assert len(asked) == 1


def test_nothing_is_counted_where_nobody_works(monkeypatch):
    page = Page("p", (), "x", 1, None, public=True, count=lambda _reach: 1 / 0)
    monkeypatch.setattr(navigation, "pages", lambda: (page,))
    request = RequestFactory().get("/")
    request.resolver_match = None
    found = navigation.context(request)
    assert found["places"][0].count == 0
    assert found["own_region"] == ""


def test_the_top_row_names_the_region_of_the_scope(monkeypatch):
    monkeypatch.setattr(navigation, "pages", tuple)
    request = RequestFactory().get("/")
    request.resolver_match = None
    request.scope = Reach()
    assert navigation.context(request)["own_region"] == "Kabupaten Lahat"
    request.scope.region_code = ""
    assert navigation.context(request)["own_region"] == "Indonesia"


@pytest.mark.parametrize(
    ("code", "word"), [("16.04.10.2003", "Kirim"), ("16.04", "Data masuk")]
)
def test_a_village_knows_a_page_by_its_own_word(code, word):
    reach = Reach()
    reach.region_code = code
    page = Page("p", (), "Data masuk", 1, village_label="Kirim")
    assert navigation.Place(page, reach).label == word


def test_a_count_leads_to_what_it_counts():
    reach = Reach()
    page = Page("home", (), waits_at=lambda scope: f"/janji?dari={scope.region_code}")
    assert navigation.Place(page, reach).waits_at == "/janji?dari=16.04"
    assert navigation.Place(Page("home", ()), reach).waits_at == "/"


def test_a_phone_keeps_the_places_where_a_leader_decides_and_counts_the_rest(
    monkeypatch,
):
    codes = ["home", "coverage", "workers", "employers", "cases", "promises"]
    made = [
        Page(code, (), "x", at, None, count=lambda _reach: 2)
        for at, code in enumerate(codes, 1)
    ]
    monkeypatch.setattr(navigation, "pages", lambda: tuple(made))
    request = RequestFactory().get("/")
    request.resolver_match = None
    request.scope = Reach()
    request.scope.may = lambda power: power in ("take_steps", "set_targets")
    found = navigation.context(request)
    assert [one.code for one in found["nav_row"]] == codes
    assert [one.code for one in found["places"]] == [
        *("home", "coverage", "workers", "cases"),
    ]
    assert (found["waiting_further"], found["waiting_beyond"]) == ("4", "")
