"""Templates on the command line."""

import openpyxl
import pytest
from click.testing import CliRunner

from naungan.commands.template import command
from naungan.lib.errors import RoomRefused


@pytest.mark.parametrize("kind", ["workers", "universe"])
def test_a_workbook_is_written_also_into_a_new_folder(tmp_path, kind):
    out = tmp_path / "baru" / "isi.xlsx"
    done = CliRunner().invoke(command, [kind, "--out", str(out)])
    assert (done.exit_code, done.output.strip()) == (0, str(out))
    assert len(openpyxl.load_workbook(out).sheetnames) == 2


@pytest.mark.parametrize("arguments", [["decisions", "--out", "a.xlsx"], ["workers"]])
def test_an_unknown_kind_or_no_place_is_wrong_usage(arguments):
    assert CliRunner().invoke(command, arguments).exit_code == 2


def test_another_ending_is_wrong_usage(tmp_path):
    done = CliRunner().invoke(command, ["workers", "--out", str(tmp_path / "a.csv")])
    assert done.exit_code == 2
    assert "workers.xlsx" in done.output


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "berkas").write_text("")
    out = str(tmp_path / "berkas" / "a.xlsx")
    done = CliRunner().invoke(command, ["workers", "--out", out])
    assert isinstance(done.exception, RoomRefused)
