from click.testing import CliRunner

from naungan.commands.law.handbook import command


def run(*args):
    return CliRunner().invoke(command, args)


def test_pages_of_both_languages_are_written(tmp_path):
    result = run("--out", str(tmp_path / "buku"))
    assert result.exit_code == 0
    assert "halaman" in result.output
    for language in ("id", "en"):
        assert (tmp_path / "buku" / language / "ladders.md").exists()


def test_a_rule_of_the_office_is_marked_in_every_edition(tmp_path):
    laid = tmp_path / "kantor" / "contributions" / "jp" / "wage_ceiling.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text("overlay: Kantor\nvalues:\n  - {from: 2026-05-01, value: 1}\n")
    run("--out", str(tmp_path / "buku"), "--overlay", str(tmp_path / "kantor"))
    page = tmp_path / "buku" / "id" / "contributions-jp.md"
    assert "Rp1 (**ketetapan kantor**: Kantor)" in page.read_text(encoding="utf-8")
    page = tmp_path / "buku" / "en" / "contributions-jp.md"
    assert "Rp1 (**office rule**: Kantor)" in page.read_text(encoding="utf-8")


def test_a_folder_to_write_to_is_required():
    assert run().exit_code == 2
