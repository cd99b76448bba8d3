"""Assets are collected when one of them changed, and only then."""

import pytest

from naungan.office import assets


@pytest.fixture
def collected(monkeypatch):
    runs = []
    monkeypatch.setattr(assets, "run_django", lambda _, *words: runs.append(words))
    return runs


def test_assets_are_collected_once(tmp_path, collected):
    stamp = tmp_path / assets.STAMP
    assert assets.collect({}, stamp)
    assert not assets.collect({}, stamp)
    assert len(collected) == 1


def test_assets_are_collected_again_after_a_change(tmp_path, collected, monkeypatch):
    stamp = tmp_path / assets.STAMP
    assets.collect({}, stamp)
    monkeypatch.setattr(assets, "fingerprint", lambda: "another")
    assert assets.collect({}, stamp)
    assert len(collected) == 2
