"""`naungan law check`: run cases of law and say which came as expected."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from naungan.command import print_json, say
from naungan.law.book import Book
from naungan.law.case_file import Outcome, check, read_cases
from naungan.question_command import OVERLAY


@click.command(
    help=(
        "Periksa kasus hukum dalam berkas YAML, satu baris tiap kasus.\n\n"
        "Setiap kasus berisi name, satu pertanyaan (mis. contribution), dan expect, "
        "yaitu hasil yang diharapkan. Kasus yang tidak sesuai diikuti bedanya; "
        "perhitungan lengkapnya ada dalam --json.\n\n"
        "Keluar dengan kode 1 bila satu saja tidak sesuai."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)
)
@click.option("--overlay", **OVERLAY)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@click.option("--english", is_flag=True, help="Hasil dalam bahasa Inggris.")
def command(
    *, files: tuple[Path, ...], overlay: Path | None, as_json: bool, english: bool
) -> None:
    """Check every case of every file; exit 1 when one fails."""
    book = None if overlay is None else Book(overlay=overlay)
    outcomes = [check(case, book) for file in files for case in read_cases(file)]
    if as_json:
        print_json([one.as_data() for one in outcomes])
    else:
        for one in outcomes:
            say("\n".join(_rows(one, english=english)))
        say(_summary(outcomes, english=english))
    if not all(one.ok for one in outcomes):
        raise SystemExit(1)


def _summary(outcomes: list[Outcome], *, english: bool) -> str:
    failed = sum(not one.ok for one in outcomes)
    passed = len(outcomes) - failed
    if english:
        return f"{len(outcomes)} cases: {passed} as expected, {failed} not."
    return f"{len(outcomes)} kasus: {passed} sesuai, {failed} tidak."


def _rows(one: Outcome, *, english: bool) -> Iterator[str]:
    fine, wrong = ("ok      ", "FAILED  ") if english else ("sesuai  ", "TIDAK   ")
    yield (fine if one.ok else wrong) + one.name
    if one.ok:
        return
    if one.answer is None:
        yield f"    {one.got['refused']}"
    pattern = "{}: expected {}, got {}" if english else "{}: diharapkan {}, didapat {}"
    for place, expected, got in _differences(one.expected, one.got):
        yield "    " + pattern.format(place, expected, got)


def _differences(expected: Any, got: Any, place: str = "") -> Iterator[tuple[Any, ...]]:
    """Walk what was expected and yield the places where something else came."""
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key, one in expected.items():
            inner = f"{place}.{key}" if place else str(key)
            yield from _differences(one, got.get(key), inner)
    elif expected != got:
        yield place, expected, "–" if got is None else got
