import json

import pytest
from click.testing import CliRunner

from naungan.commands.synth import command
from naungan.lib.errors import InputRefused


RECIPE = ["--workers", "300", "--region", "18.10", "--from", "2026-04"]


def invent(out, *more):
    return CliRunner().invoke(command, [*RECIPE, "--out", str(out), *more])


def test_files_of_every_month_and_the_truth_are_written(tmp_path):
    result = invent(tmp_path, "--to", "Juni 2026")
    assert result.exit_code == 0
    folders = sorted(path.name for path in tmp_path.iterdir())
    assert folders == ["2026-04", "2026-05", "2026-06", "truth"]
    assert "truth/coverage.parquet" in result.output


def test_json_names_the_rows_of_every_file(tmp_path):
    told = json.loads(invent(tmp_path, "--json").output)
    assert told["rows"]["truth/coverage.parquet"] == 300


def test_rates_of_mistakes_can_be_set(tmp_path):
    result = invent(tmp_path, "--errors", "nik_missing=1", "--format", "csv")
    assert result.exit_code == 0
    text = (tmp_path / "2026-04" / "workers-village.csv").read_text("utf-8")
    assert ",9" not in text.splitlines()[1].split(",")[1]


@pytest.mark.parametrize("pair", ["nik_missing", "nik_missing=x", "typo=0.1"])
def test_a_rate_that_cannot_be_read_is_refused(tmp_path, pair):
    result = invent(tmp_path, "--errors", pair)
    assert isinstance(result.exception, InputRefused)


@pytest.mark.parametrize("more", [["--format", "pdf"], ["--from", "Oktember"]])
def test_wrong_usage_is_told_before_anything_is_written(tmp_path, more):
    assert invent(tmp_path / "new", *more).exit_code == 2
    assert not (tmp_path / "new").exists()
