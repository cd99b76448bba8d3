"""What is drawn of a pack: every level it can give, small enough to send."""

import gzip

import pytest
from tests import invented_borders

from naungan.casework.regions.boundary_file import read_shapes
from naungan.casework.regions.sheets import TALLEST, WIDTH, path_of, sheets_of


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    path = invented_borders.write(tmp_path_factory.mktemp("pack") / "pack.json")
    return {
        (one.parent_code, one.level): one for one in sheets_of(read_shapes(path).rings)
    }


def test_villages_make_the_districts_that_the_pack_lacks(drawn):
    assert len(drawn["16.04", "village"].paths) == 378
    assert len(drawn["16.04", "district"].paths) == 24
    assert len(drawn["16.04.10", "village"].paths) > 10


def test_a_region_of_which_the_pack_knows_little_is_not_drawn(drawn):
    assert ("16", "regency") not in drawn
    assert ("", "province") not in drawn


def test_the_map_of_378_villages_is_light(drawn):
    one = drawn["16.04", "village"]
    text = "".join([*one.paths.values(), *one.frames.values()])
    assert len(gzip.compress(text.encode())) < 60_000


def test_every_sheet_fits_its_frame(drawn):
    for one in drawn.values():
        assert one.width == WIDTH
        assert 0 < one.height <= TALLEST


def test_a_path_walks_in_relative_steps_and_closes():
    ring = [(0, 0), (105, 0), (105, -3)]
    assert path_of([ring]) == "M0 0l10.5 0 0-.3z"
