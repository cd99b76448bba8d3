import json

import pytest
from click.testing import CliRunner

from naungan.commands.law.show import command
from naungan.lib.errors import LawRefused


CEILING = "contributions/jp/wage_ceiling"


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def run(*args):
    return CliRunner().invoke(command, args)


def test_without_a_path_the_folders_are_listed():
    result = run()
    assert result.exit_code == 0
    assert "Hukum Juli 2015 sampai Maret 2027, versi " in result.output
    assert "contributions/jp " in result.output
    assert "instruments " in result.output


def test_a_path_shows_the_whole_history_within_the_width():
    output = run(CEILING).output
    assert "1 Juli 2015 sampai 29 Februari 2016: Rp7.000.000" in output
    assert "sejak 1 Maret 2026: Rp11.086.300" in output
    assert max(len(row) for row in output.splitlines()) <= 80


def test_a_day_past_the_recorded_law_is_no_promise():
    output = " ".join(run(CEILING, "--at", "2027-04-01").output.split())
    assert "1 April 2027 di luar hukum yang tercatat" in output
    assert "Hukum Juli 2015 sampai Maret 2027" in output
    assert "di luar hukum" not in run(CEILING, "--at", "2027-03-31").output
    english = run(CEILING, "--at", "2030-01-01", "--english").output
    assert "1 January 2030 lies outside the recorded law" in english


def test_a_day_shows_the_value_of_that_day():
    output = run(CEILING, "--at", "29 Februari 2024", "--english").output
    assert "1 March 2023 to 29 February 2024: Rp9.559.600" in output
    assert "11.086.300" not in output


def test_json_is_a_list_of_what_was_found():
    (found,) = json.loads(run(CEILING, "--json").output)
    assert found["path"] == CEILING
    assert found["values"][0]["value"] == 7_000_000
    assert len(json.loads(run("contributions/jp", "--json").output)) >= 3


def test_an_overlay_is_shown_with_its_mark(tmp_path):
    laid = tmp_path / f"{CEILING}.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text("overlay: Kantor\nvalues:\n  - {from: 2026-05-01, value: 1}\n")
    output = run(CEILING, "--overlay", str(tmp_path)).output
    assert "KETETAPAN KANTOR: Kantor" in output


def test_a_day_that_is_none_says_how_to_write_one():
    result = run(CEILING, "--at", "2026-10")
    assert result.exit_code == 2
    assert "2026-10-31" in result.output


def test_an_unknown_path_is_refused():
    assert isinstance(run("tidak/ada").exception, LawRefused)
