"""A terminal command that asks the law one question of a kind.

Its flags are the fields of that kind, so that the terminal, a YAML case, a file
of columns and a page all accept the same things under the same names.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

from naungan.command import print_json, say
from naungan.law.book import Book
from naungan.law.case_file import read_yaml
from naungan.law.kinds import answer, kind
from naungan.law.question import Field
from naungan.law.source.plain_yaml import parse_yaml
from naungan.law.words import Language
from naungan.lib.errors import InputRefused, Refusal


WIDEST: Final = 100
NARROWEST: Final = 40

OVERLAY: Final[dict[str, Any]] = {
    "type": click.Path(path_type=Path),
    "metavar": "DIR",
    "help": "Folder timpaan hukum milik kantor sendiri.",
}
"""The option that lays an office's own values over the law, alike everywhere."""

_NOT_ANSWERED: Final = "Not answered. The reason follows in Indonesian:"

MOST_IN_METAVAR: Final = 5  # more choices stand in the help, where they fold

METAVARS: Final = {
    "choice": "KODE",
    "idr": "RUPIAH",
    "amounts": "RUPIAH+…",
    "month": "BULAN",
    "months": "BULAN..BULAN",
    "day": "TANGGAL",
    "count": "N",
    "ratio": "NISBAH",
    "programmes": "PROGRAM",
    "yes_no": "ya|tidak",
    "text": "TEKS",
    "records": "YAML",
}


def question_command(name: str, summary: str) -> click.Command:
    """Make the command of a kind: one flag per field, or one YAML case."""

    def run(
        case: Path | None,
        overlay: Path | None,
        as_json: bool,
        english: bool,
        brief: bool,
        **flags: Any,
    ) -> None:
        with _reason_announced(english=english):
            stated = _stated(name, case, flags)
        book = None if overlay is None else Book(overlay=overlay)
        with _reason_announced(english=english):
            answered = answer(name, stated, book)
        if as_json:
            print_json(answered.as_data())
        else:
            language: Language = "en" if english else "id"
            say(answered.text(language, terminal_width(), brief=brief))

    flags = [_flag(field) for field in kind(name).FIELDS]
    return click.Command(name, params=[*flags, *_beside()], callback=run, help=summary)


@contextmanager
def _reason_announced(*, english: bool) -> Iterator[None]:
    """Say in English, to whoever asked in it, that a reason follows in Indonesian."""
    try:
        yield
    except Refusal:
        if english:
            click.echo(_NOT_ANSWERED, err=True)
        raise


def terminal_width() -> int:
    """Give the width to fold text to: the terminal's, within what reads well."""
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))


def _flag(field: Field) -> click.Option:
    few = 0 < len(field.choices) <= MOST_IN_METAVAR
    metavar = "|".join(field.choices) if few else METAVARS[field.kind]
    if field.choices and not few:
        known = f"{field.label.text()}: {', '.join(field.choices)}"
        return _option(field, metavar, known)
    if field.kind == "records":
        parts = ", ".join(part.name for part in field.parts)
        return _option(field, metavar, f"{field.label.text()}: [{{{parts}}}, …]")
    return _option(field, metavar, field.label.text())


def _option(field: Field, metavar: str, summary: str) -> click.Option:
    flag = f"--{field.name.replace('_', '-')}"
    return click.Option([flag, field.name], metavar=metavar, help=f"{summary}.")


def _beside() -> list[click.Parameter]:
    file = click.Path(path_type=Path)
    return [
        click.Option(
            ["--case"], type=file, metavar="FILE", help="Satu kasus dalam YAML."
        ),
        click.Option(["--overlay"], **OVERLAY),
        click.Option(["--json", "as_json"], is_flag=True, help="Jawaban sebagai JSON."),
        click.Option(["--english"], is_flag=True, help="Jawaban dalam bahasa Inggris."),
        click.Option(
            ["--brief"], is_flag=True, help="Tanpa sumber di bawah tiap baris."
        ),
    ]


def _stated(
    name: str, case: Path | None, flags: Mapping[str, str | None]
) -> dict[str, Any]:
    stated: dict[str, Any] = _of_case(name, case) if case is not None else {}
    fields = {field.name: field for field in kind(name).FIELDS}
    for key, value in flags.items():
        if value is not None:
            lists = fields[key].kind == "records"
            stated[key] = parse_yaml(value, f"--{key}") if lists else value
    return stated


def _of_case(name: str, case: Path) -> dict[str, Any]:
    """Take the question of a file: bare, under its kind, or its only case."""
    found = read_yaml(case)
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if isinstance(found, dict) and isinstance(found.get(name), dict):
        found = found[name]
    if not isinstance(found, dict):
        raise InputRefused(
            f"{case}: seharusnya satu pertanyaan jenis {name}; "
            "banyak kasus diperiksa dengan law check."
        )
    return found
