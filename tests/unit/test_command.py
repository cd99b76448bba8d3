import click
import pytest
from click.testing import CliRunner

from naungan.command import Naungan, SeveralValues, month_option, refusals_shown
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
