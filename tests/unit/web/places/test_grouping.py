"""Which pages stand behind one place of the navigation, and in which order, for whom."""

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from naungan.casework.accounts.roles import ROLES
from naungan.web import navigation
from naungan.web.audience import audience_of
from naungan.web.page import pages
from naungan.web.places import grouping


class Reach:
    """A scope of a role in a kind of institution."""

    def __init__(self, role, kind, region_code="16.04"):
        self.powers = ROLES[role].powers_in(kind)
        self.region_code = region_code

    def may(self, power):
        return power in self.powers


EVERYBODY = [(role, kind) for role in ROLES for kind in ROLES[role].kinds]


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch):
    monkeypatch.setattr(navigation.Place, "count", 0)


def context(reach, name="home"):
    request = RequestFactory().get("/")
    request.scope = reach
    request.resolver_match = resolve(reverse(name))
    return navigation.context(request)


def shown(role, kind, region_code="16.04"):
    return context(Reach(role, kind, region_code))


def words(places):
    return [place.label for place in places]


@pytest.mark.parametrize(("role", "kind"), EVERYBODY)
def test_at_most_eight_places_stand_beside_each_other(role, kind):
    found = shown(role, kind)
    places = found["places"] + found["further"]
    assert len(places) + bool(found["beyond"]) <= navigation.WIDE
    assert len(found["places"]) <= navigation.BAR
    assert places[0].label == "Beranda"


@pytest.mark.parametrize(("role", "kind"), EVERYBODY)
def test_every_page_that_one_may_open_stands_somewhere_and_once(role, kind):
    reach = Reach(role, kind)
    found = context(reach)
    tops = found["places"] + found["further"] + found["beyond"]
    codes = [part.code for top in tops for part in top.parts or [top]]
    placed = {one.code for one in pages() if one.place}
    mine = {place.code for place in navigation.places_of(_request(reach))}
    assert mine <= placed & set(codes)
    assert len(codes) == len(set(codes))
    for code in codes:
        power = audience_of(resolve(reverse(code))).power
        assert power is None or reach.may(power), code


def test_a_village_comes_to_its_list_and_to_sending_before_all_else():
    found = shown("village_clerk", "village", "16.04.10.2003")
    first = ["Beranda", "Daftar desa", "Kirim", "Daftar pekerja"]
    assert words(found["places"]) == first
    assert found["places"][1].code == "village_list"


def test_a_branch_head_reads_eight_places_and_an_inspector_begins_with_cases():
    head = shown("branch_head", "bpjs_branch")
    assert words(head["nav_row"]) == [
        *("Beranda", "Cakupan", "Pekerja", "Pemberi kerja"),
        *("Kasus", "Perlindungan", "Koordinasi"),
    ]
    assert words(head["places"]) == ["Beranda", "Kasus", "Perlindungan", "Koordinasi"]
    assert {"Data", "Pengelolaan"} <= set(words(head["beyond"]))
    inspector = shown("inspector", "inspectorate")
    assert words(inspector["places"])[:2] == ["Beranda", "Kasus"]


def test_cases_bring_a_row_of_their_pages_with_the_one_shown_marked():
    found = context(Reach("examiner", "bpjs_branch"), "cases.list")
    row = ["Hari saya", "Semua kasus", "Kunjungan", "Penagihan", "SKK"]
    assert words(found["current_parts"])[:5] == row
    assert found["current_place"].label == "Kasus"
    assert context(Reach("examiner", "bpjs_branch"))["current_parts"] == []


def test_of_a_group_with_one_page_open_only_that_page_is_shown():
    found = shown("agency_officer", "dinsos")
    tops = found["places"] + found["further"] + found["beyond"]
    assert "Surat" in words(tops)
    assert "Kasus" not in words(tops)


def test_a_loose_group_stands_apart_where_there_is_room():
    found = shown("administrator", "kejari")
    tops = words(found["places"] + found["further"])
    assert {"Orang", "Kunci API", "Jejak"} <= set(tops)


def test_what_waits_in_a_group_is_the_sum_of_its_pages(monkeypatch):
    monkeypatch.undo()
    part = navigation.Place(pages()[0], None)
    part.__dict__["count"] = 3
    group = navigation.Place(pages()[0], None, parts=[part, part])
    assert group.count_text == "6"


def test_no_page_is_in_two_groups():
    names = [part.name for group in grouping.GROUPS for part in group.parts]
    assert len(names) == len(set(names))


def _request(reach):
    request = RequestFactory().get("/")
    request.scope = reach
    return request
