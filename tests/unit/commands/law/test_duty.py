from click.testing import CliRunner

from naungan.commands.law.duty import command


def test_the_flags_ask_the_same_as_a_case(tmp_path):
    flags = ["--on", "2026-02-12", "--scale", "small", "--registered", "tidak"]
    flags += ["--first-worker-on", "2026-02-02", "--json"]
    case = tmp_path / "case.yaml"
    case.write_text(
        "duty: {on: 2026-02-12, scale: small, registered: tidak, "
        "first_worker_on: 2026-02-02}\n"
    )
    by_flags = CliRunner().invoke(command, flags)
    by_case = CliRunner().invoke(command, ["--case", str(case), "--json"])
    assert by_flags.exit_code == 0
    assert by_flags.output == by_case.output
    assert '"PWBD"' in by_flags.output
