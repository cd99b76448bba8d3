import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.timeline import command
from naungan.lib.errors import LawRefused


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def run(*args):
    return CliRunner().invoke(command, args)


def test_changes_stand_under_their_day_within_the_width():
    output = run("contributions/jp/wage_ceiling").output
    assert "1 Maret 2026\n  - Batas tertinggi upah sebulan untuk iuran JP:" in output
    assert "Rp10.547.400 menjadi Rp11.086.300" in " ".join(output.split())
    assert max(len(row) for row in output.splitlines()) <= 80


def test_the_same_in_english():
    output = run("JP", "--english").output
    assert "1 March 2026\n" in output
    assert "Rp10.547.400 becomes Rp11.086.300" in " ".join(output.split())


def test_days_are_in_order_and_json_has_one_item_per_change():
    turns = json.loads(run("JKP", "--json").output)
    days = [one["on"] for one in turns]
    assert days == sorted(days)
    assert "2025-02-07" in days


def test_an_overlay_is_marked(tmp_path):
    laid = tmp_path / "contributions" / "jp" / "wage_ceiling.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text("overlay: Kantor\nvalues:\n  - {from: 2026-05-01, value: 1}\n")
    output = run("contributions/jp", "--overlay", str(tmp_path)).output
    assert "ketetapan kantor: Kantor" in " ".join(output.split())


def test_an_unknown_subject_is_refused():
    assert isinstance(run("JKX").exception, LawRefused)
