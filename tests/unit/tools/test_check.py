"""The one command of the build server: all stages run, one verdict."""

import sys

import pytest


PASSES = [sys.executable, "-c", "print('tahap ini berjalan')"]
FAILS = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def check(load):
    """Load the script as a module."""
    return load("check")


def test_a_failing_stage_does_not_hide_the_next_one(check, capfd, monkeypatch):
    monkeypatch.setattr(check, "STAGES", {"satu": FAILS, "dua": PASSES})
    assert check.main([]) == 1
    printed = capfd.readouterr().out
    assert "tahap ini berjalan" in printed
    assert "gagal: satu" in printed


def test_only_when_every_stage_passes_the_verdict_is_good(check, capfd, monkeypatch):
    monkeypatch.setattr(check, "STAGES", {"satu": PASSES})
    assert check.main([]) == 0
    assert "semua lulus" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["unit"], ["tests/unit"]),
        (["spec", "-x"], ["tests/spec", "-x"]),
        (["tests/unit/lib", "-k", "nik"], ["tests/unit/lib", "-k", "nik"]),
    ],
)
def test_a_kind_or_a_path_runs_only_those_tests(check, monkeypatch, asked, given):
    monkeypatch.setattr(check, "PYTEST", ["pytest"])
    called = []
    monkeypatch.setattr(
        check.subprocess, "call", lambda command, **_: called.append(command) or 5
    )
    assert check.main(asked) == 5
    assert called == [["pytest", *given]]


def test_each_test_runs_in_one_of_the_two_stages(check, root):
    watched, office = check.STAGES["tests of rings"], check.STAGES["tests of office"]
    left_out = {one.removeprefix("--ignore=") for one in watched if "ignore" in one}
    assert left_out == set(check.OFFICE) <= set(office)
    assert all((root / path).is_dir() for path in left_out)
