"""`naungan law check`: run cases of law and say which came as expected."""

from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.law.case_file import Outcome, check, read_cases


@click.command(
    help=(
        "Periksa kasus hukum dalam berkas YAML, satu baris tiap kasus.\n\n"
        "Keluar dengan kode 1 bila satu saja tidak sesuai."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(*, files: tuple[Path, ...], as_json: bool) -> None:
    """Check every case of every file; exit 1 when one fails."""
    outcomes = [check(case) for file in files for case in read_cases(file)]
    if as_json:
        print_json([one.as_data() for one in outcomes])
    else:
        for one in outcomes:
            say(_line(one))
        failed = sum(not one.ok for one in outcomes)
        say(f"{len(outcomes)} kasus, {len(outcomes) - failed} sesuai, {failed} tidak.")
    if not all(one.ok for one in outcomes):
        raise SystemExit(1)


def _line(one: Outcome) -> str:
    if one.ok:
        return f"sesuai  {one.name}"
    return (
        f"TIDAK   {one.name}: diharapkan {dict(one.expected)}, didapat {dict(one.got)}"
    )
