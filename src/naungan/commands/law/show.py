"""`naungan law show`: what the book of law holds, from its folders to one value."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from naungan.command import print_json, say
from naungan.law.book import Book, enacted
from naungan.law.history.catalogue import look_up
from naungan.law.words import Language, Words, day, folded, month, words
from naungan.lib.dates import month_of, parse_date
from naungan.question_command import OVERLAY, terminal_width


def _day(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Any:
    if value is None:
        return None
    read = parse_date(value)
    if read is None or read.month is None or read.day is None:
        raise click.BadParameter(f"“{value}” bukan tanggal; tulis seperti 2026-10-31.")
    return date(read.year, read.month, read.day)


@click.command(
    help=(
        "Tunjukkan isi hukum yang tercatat.\n\n"
        "Tanpa JALUR: semua folder. Dengan awal jalur (contributions/jp): nilai-nilai di "
        "bawahnya. Dengan jalur lengkap (contributions/jp/wage_ceiling): seluruh "
        "riwayatnya, dengan pasal, keyakinan, dan catatan. Kewajiban: obligations; tangga "
        "penegakan: steps; peraturan: instruments; yang belum pasti: open_points."
    ),
)
@click.argument("path", required=False, metavar="[JALUR]")
@click.option("--at", callback=_day, metavar="TANGGAL", help="Nilai pada satu hari.")
@click.option("--overlay", **OVERLAY)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@click.option("--english", is_flag=True, help="Hasil dalam bahasa Inggris.")
def command(
    *,
    path: str | None,
    at: date | None,
    overlay: Path | None,
    as_json: bool,
    english: bool,
) -> None:
    """Write the folders, the values under one, or one value."""
    book = enacted() if overlay is None else Book(overlay=overlay)
    found = look_up(book, (path or "").strip("/"), at)
    if as_json:
        print_json([one.as_data() for one in found])
        return
    language: Language = "en" if english else "id"
    if path is None:
        say(_extent(book).text(language))
    for one in found:
        for row in one.text(language).split("\n"):
            say(folded(row, terminal_width()))
    if at is not None and not _is_enacted(book, at):
        beyond = words(
            "{on} di luar hukum yang tercatat; nilai hari itu mungkin lain. {extent}.",
            "{on} lies outside the recorded law; its value may differ. {extent}.",
            on=day(at),
            extent=_extent(book),
        )
        say(folded(beyond.text(language), terminal_width()))


def _is_enacted(book: Book, on: date) -> bool:
    """Tell whether questions about a day are answered; some values are older."""
    return month_of(on) <= book.months[1]


def _extent(book: Book) -> Words:
    """Say for which months the book answers, and which version of it this is."""
    first, last = book.months
    return words(
        "Hukum {first} sampai {last}, versi {version}",
        "Law from {first} to {last}, version {version}",
        first=month(first),
        last=month(last),
        version=book.version,
    )
