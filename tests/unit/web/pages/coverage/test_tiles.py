"""Every province has one tile of its own."""

from types import SimpleNamespace

from naungan.lib import regions
from naungan.web.pages.coverage.tiles import PLACES, placed


def shown(code, shade=None):
    return SimpleNamespace(code=code, name=code, bare="–", shade=shade)


def test_every_province_has_a_place_that_no_other_has():
    assert set(PLACES) == {one.code for one in regions.within(None, "province")}
    assert len({place[:2] for place in PLACES.values()}) == len(PLACES)
    assert len({place[2] for place in PLACES.values()}) == len(PLACES)


def test_tiles_follow_the_order_of_code_and_a_hidden_one_is_hatched():
    found = placed([shown("16", 3), shown("11")])
    assert [(one.code, one.shade) for one in found] == [("11", "none"), ("16", "3")]


def test_regions_without_a_place_are_not_placed():
    assert placed([shown("16.04")]) == []
