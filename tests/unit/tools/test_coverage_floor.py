"""The floor under coverage fails the build when a ring falls below it."""

import json

import pytest


@pytest.fixture
def floor(load, tmp_path, monkeypatch):
    """Load the script with figures of our own instead of measured ones."""
    module = load("coverage_floor")
    monkeypatch.setattr(module, "FLOOR", tmp_path / "floor.json")
    monkeypatch.setattr(module.subprocess, "call", lambda *_, **__: 0)
    monkeypatch.setattr(module, "measured", {"law": 99.5, "engine": 90.0}.get)
    return module


@pytest.mark.parametrize(("engine", "code"), [(90.0, 0), (90.1, 1)])
def test_a_ring_below_its_floor_fails(floor, engine, code):
    floor.FLOOR.write_text(json.dumps({"law": 99.5, "engine": engine}))
    assert floor.main([]) == code


def test_raising_lifts_the_floor_and_never_lowers_it(floor):
    floor.FLOOR.write_text(json.dumps({"law": 99.9, "engine": 12.0}))
    floor.main(["--raise"])
    assert json.loads(floor.FLOOR.read_text()) == {"law": 99.9, "engine": 90.0}
