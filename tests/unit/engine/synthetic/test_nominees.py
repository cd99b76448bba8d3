"""Whom villages named, told from what the files say later."""

from collections import Counter

import pytest

from naungan.engine.synthetic import nominees
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.nominees import MOST_OF_A_VILLAGE
from naungan.engine.synthetic.world import World
from naungan.lib import regions
from naungan.lib.dates import month_index


JUNE, JULY, DECEMBER = (month_index(2024, month) for month in (6, 7, 12))
DISTRICT = "16.04.23"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    world = World(
        region=DISTRICT,
        workers=6_000,
        seed=7,
        first_month=JUNE,
        last_month=DECEMBER,
        written=(JUNE, DECEMBER),
        scheme_month=JULY,
        reach=0.97,
    )
    write_world(world, folder)
    return folder


@pytest.fixture(scope="module")
def found(files):
    villages = frozenset(one.code for one in regions.villages_of(DISTRICT))
    return nominees.nominees(files, JUNE, JULY, villages)


def test_whoever_joined_has_a_number_and_a_month_of_the_scheme(found):
    joined = [one for one in found if one.sort == "enrolled"]
    assert joined
    assert all(one.kpj and JULY <= one.start_month <= DECEMBER for one in joined)
    others = [one for one in found if one.sort != "enrolled"]
    assert not any(one.kpj or one.start_month for one in others)


def test_no_village_has_more_people_than_places(found):
    named = Counter(one.village_code for one in found if one.sort == "enrolled")
    assert max(named.values()) <= MOST_OF_A_VILLAGE


def test_a_village_that_never_joined_named_people_all_the_same(found):
    by_sort = {}
    for one in found:
        by_sort.setdefault(one.village_code, set()).add(one.sort)
    forgot = [sorts for sorts in by_sort.values() if "enrolled" not in sorts]
    assert forgot
    assert any("spare" in sorts for sorts in forgot)


def test_lists_hold_what_checks_are_there_for(found):
    assert {"old", "slip", "earns", "funded"} & {one.sort for one in found}
    slips = [one.nik for one in found if one.sort == "slip"]
    assert all(len(nik) != 16 for nik in slips)


def test_only_villages_that_take_part_are_asked(files, found):
    some = frozenset({found[0].village_code})
    again = nominees.nominees(files, JUNE, JULY, some)
    assert again == [one for one in found if one.village_code in some]
