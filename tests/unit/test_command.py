import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from naungan import __version__
from naungan.__main__ import main
from naungan.command import (
    FOLDER,
    SPEAKERS,
    WORDS,
    Naungan,
    SeveralValues,
    month_option,
    refusals_shown,
)
from naungan.lib.errors import InputRefused


@click.command(cls=SeveralValues, several=("workers",))
@click.option("--workers", multiple=True)
@click.option("--out")
@month_option("--month")
def several(workers, out, month):
    click.echo(f"{workers} {out} {month}")


def run(*args):
    return CliRunner().invoke(several, args)


def test_an_option_takes_several_values_in_a_row():
    result = run("--workers", "a.csv", "b.csv", "--out", "x", "--workers", "c.csv")
    assert result.output == "('a.csv', 'b.csv', 'c.csv') x None\n"


def test_a_month_is_read_in_indonesian_words():
    assert run("--month", "Oktober 2026").output.endswith(f"{2026 * 12 + 9}\n")


def test_a_month_that_is_none_says_how_to_write_one():
    result = run("--month", "kemarin")
    assert result.exit_code == 2
    assert "2026-10" in result.output


def test_a_folder_without_a_name_is_refused():
    @click.command()
    @click.option("--out", type=FOLDER)
    def command(out):
        click.echo(out)

    assert CliRunner().invoke(command, ["--out", ""]).exit_code == 2
    assert CliRunner().invoke(command, ["--out", "."]).output == ".\n"


def test_the_terminal_says_its_version_and_takes_a_short_call_for_help():
    said = CliRunner().invoke(main, ["--version"], prog_name="naungan")
    assert said.output == f"naungan {__version__}\n"
    assert CliRunner().invoke(main, ["run", "-h"]).output.startswith("Pemakaian:")


def test_a_refusal_is_one_sentence_and_the_code_of_its_cause(capsys):
    with pytest.raises(SystemExit) as left, refusals_shown():
        raise InputRefused("Berkas a.csv kosong.")
    assert left.value.code == 3
    assert capsys.readouterr().err == "Galat: Berkas a.csv kosong.\n"


def test_every_command_of_the_shelf_explains_itself_in_indonesian():
    group = Naungan("naungan")
    context = click.Context(group)
    names = group.list_commands(context)
    assert "run" in names
    for name in names:
        found = group.get_command(context, name)
        assert found is not None
        assert found.help, name


def invoked(*args):
    return CliRunner().invoke(Naungan("naungan"), args)


def test_click_itself_speaks_indonesian():
    spoken = invoked("run", "--help").output + invoked("run").output
    spoken += invoked("rum").output + invoked("run", "--keep", "0").output
    assert "Pemakaian: naungan run [PILIHAN]" in spoken
    for english in ("Usage", "Options", "Error", "Missing", "Invalid", "required"):
        assert english not in spoken


def test_every_word_given_to_click_is_one_that_click_says():
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"]
    folder = Path(click.__file__).parent
    source = "".join((folder / f"{name}.py").read_text() for name in SPEAKERS)
    assert [word for word in words if repr(word)[1:-1] not in source] == []


def test_braces_of_every_word_stay_the_same():
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"]
    brace = re.compile(r"\{[^}]*\}")
    assert {
        word: said
        for word, said in words.items()
        if not set(brace.findall(said)) <= set(brace.findall(word))
    } == {}


def test_what_the_operating_system_refuses_is_one_sentence(capsys):
    with pytest.raises(SystemExit) as left, refusals_shown():
        Path("/tidak/ada").read_text(encoding="utf-8")
    assert left.value.code == 5
    assert capsys.readouterr().err == (
        "Galat: /tidak/ada: tidak dapat dipakai (tidak ada).\n"
    )


@pytest.mark.parametrize("code", ["99.99", "x' or 1=1", "٣٢", ""])
def test_a_region_that_does_not_exist_is_refused(code):
    done = invoked("run", "--workers", "a.csv", "--month", "2026-10", "--region", code)
    assert done.exit_code == 2
    assert "Tidak ada wilayah" in done.output


def test_a_run_without_any_file_is_refused(tmp_path):
    done = invoked("run", "--month", "2026-10", "--out", str(tmp_path / "hasil"))
    assert done.exit_code == 2
    assert "--workers" in done.output
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize(
    "silly",
    [
        ("--to", "2026-01"),
        ("--members-share", "nan"),
        ("--workers", "9" * 20),
    ],
)
def test_an_impossible_world_is_refused(tmp_path, silly):
    done = invoked("synth", "--workers", "9", "--out", str(tmp_path / "w"), *silly)
    assert done.exit_code == 2
    assert not (tmp_path / "w").exists()


def test_a_long_refusal_is_folded_on_a_terminal_only(capsys, monkeypatch):
    sentence = "Bulan Juni 2014 di luar hukum yang tercatat. " * 4
    for terminal in (True, False):
        monkeypatch.setattr("sys.stderr.isatty", lambda at=terminal: at, raising=False)
        with pytest.raises(SystemExit), refusals_shown():
            raise InputRefused(sentence.strip())
        rows = capsys.readouterr().err.splitlines()
        assert (len(rows) > 1) is terminal
        assert all(len(row) <= 80 for row in rows) is terminal
        assert " ".join(row.strip() for row in rows) == f"Galat: {sentence.strip()}"
