"""Measurements are found by scanning benchmarks/, like every shelf."""

import pytest


@pytest.fixture
def bench(load, tmp_path, monkeypatch):
    """Load the script over a folder with one measurement and one of its parts."""
    module = load("bench")
    script = '"""How fast it is."""\nif __name__ == "__main__":\n    pass\n'
    (tmp_path / "to_snapshot.py").write_text(script)
    (tmp_path / "floor.py").write_text('"""A part of measurements."""\n')
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return module


def test_without_a_name_all_measurements_are_listed(bench, capsys):
    assert bench.main([]) == 0
    printed = capsys.readouterr().out
    assert "to-snapshot      How fast it is." in printed
    assert "floor" not in printed


def test_an_unknown_name_is_refused_with_the_list(bench, capsys):
    assert bench.main(["cepat"]) == 2
    assert "to-snapshot" in capsys.readouterr().err


def test_a_known_name_becomes_that_script(bench, monkeypatch):
    became = []
    monkeypatch.setattr(bench.os, "execv", lambda _, words: became.append(words) or 0)
    assert bench.main(["to-snapshot", "--rows", "10"]) == 0
    assert became[0][1].endswith("to_snapshot.py")
    assert became[0][2:] == ["--rows", "10"]
