"""`naungan law bill`: what a whole payroll costs one employer for one month."""

import csv
import json
from pathlib import Path
from typing import Any, Final

import click

from naungan.lib.errors import InputRefused
from naungan.question_command import question_command


SUMMARY: Final = (
    "Tagihan satu pemberi kerja untuk satu bulan: seluruh pekerja, tiap program, "
    "siapa membayar, dan kapan jatuh tempo."
)


def _from_file(
    _ctx: click.Context, _parameter: click.Parameter, path: Path | None
) -> list[dict[str, str]] | None:
    """Read one worker per row; the header names the fields, empty cells say nothing."""
    if path is None:
        return None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [
                {str(name): value for name, value in row.items() if value}
                for row in csv.DictReader(file)
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputRefused(f"{path} tidak terbaca sebagai CSV ({error}).") from error


def _command() -> click.Command:
    """Make the command of the kind and let its workers come from a CSV file too."""
    asked = question_command("bill", SUMMARY)
    ask = asked.callback
    assert ask is not None

    def run(workers_file: list[dict[str, str]] | None, **rest: Any) -> None:
        if workers_file is not None:
            # JSON is YAML too: the rows pass through the door that every list takes.
            rest["workers"] = json.dumps(workers_file)
        ask(**rest)

    asked.callback = run
    asked.params.append(
        click.Option(
            ["--workers-file"],
            type=click.Path(path_type=Path),
            callback=_from_file,
            metavar="FILE.csv",
            help="Para pekerja dari CSV, satu baris satu pekerja.",
        )
    )
    return asked


command = _command()
