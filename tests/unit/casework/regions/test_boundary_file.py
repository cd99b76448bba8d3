"""Packs as they arrive: two forms, several names of the code, refusals that help."""

import json

import pytest
from tests import invented_borders

from naungan.casework.regions.boundary_file import read_shapes
from naungan.lib.errors import InputRefused


def written(path, content):
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def feature(code, coordinates, kind="Polygon", key="kode"):
    return {
        "type": "Feature",
        "properties": {key: code},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


RING = [[103, -3], [104, -3], [104, -4], [103, -3]]


def test_a_pack_of_villages_is_read_by_code(tmp_path):
    found = read_shapes(invented_borders.write(tmp_path / "pack.json"))
    assert len(found.rings) == 378
    assert found.unmatched == ()


@pytest.mark.parametrize("code", ["16.04", "1604", 1604])
def test_a_code_may_be_written_with_or_without_dots(tmp_path, code):
    content = {"type": "FeatureCollection", "features": [feature(code, [RING])]}
    assert list(read_shapes(written(tmp_path / "a.json", content)).rings) == ["16.04"]


def test_another_name_of_the_code_may_be_told(tmp_path):
    content = {
        "type": "FeatureCollection",
        "features": [feature("16.04", [RING], key="KD")],
    }
    path = written(tmp_path / "a.json", content)
    assert list(read_shapes(path, "KD").rings) == ["16.04"]
    with pytest.raises(InputRefused, match="--key"):
        read_shapes(path)


def test_islands_and_holes_are_rings_and_unknown_codes_are_named(tmp_path):
    content = {
        "type": "FeatureCollection",
        "features": [
            feature("16.04", [[RING], [RING, RING]], "MultiPolygon"),
            feature("99.99", [RING]),
            {"type": "Feature", "properties": None, "geometry": None},
        ],
    }
    found = read_shapes(written(tmp_path / "a.json", content))
    assert len(found.rings["16.04"]) == 3
    assert found.unmatched == ("99.99", "?")


def test_a_topology_is_unfolded_arc_by_arc(tmp_path):
    content = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [100, -4]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]]],
        "objects": {
            "desa": {
                "type": "GeometryCollection",
                "geometries": [
                    {
                        "type": "Polygon",
                        "arcs": [[0, 1]],
                        "properties": {"kode": "16.04"},
                    },
                    {"type": "Polygon", "arcs": [[~1, ~0]], "id": "16.05"},
                ],
            }
        },
    }
    found = read_shapes(written(tmp_path / "a.json", content))
    corners = [(100, -4), (101, -4), (101, -3), (100, -3), (100, -4)]
    assert found.rings["16.04"] == [corners]
    assert found.rings["16.05"] == [corners[::-1]]


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "tidak terbaca"), ("[]", "bukan FeatureCollection"), ('"x"', "bukan")],
)
def test_what_is_no_pack_is_refused_with_a_sentence(tmp_path, content, words):
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputRefused, match=words):
        read_shapes(path)


def test_metres_are_refused_and_the_way_out_is_named(tmp_path):
    ring = [[500_000, 9_600_000], [500_001, 9_600_000], [500_000, 9_600_001]]
    content = {"type": "FeatureCollection", "features": [feature("16.04", [ring])]}
    with pytest.raises(InputRefused, match="EPSG:4326"):
        read_shapes(written(tmp_path / "a.json", content))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused):
        read_shapes(tmp_path / "none.json")
