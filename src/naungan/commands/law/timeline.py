"""`naungan law timeline`: what changed when in a programme, a segment or a folder."""

from itertools import groupby
from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.law.book import Book, enacted
from naungan.law.history.timeline import Turn, timeline
from naungan.law.words import Language, day, folded
from naungan.question_command import OVERLAY, terminal_width


@click.command(
    help=(
        "Tunjukkan apa yang berubah dan kapan, urut tanggal.\n\n"
        "TENTANG adalah program (JKK, JKM, JHT, JP, JKP), segmen (PU, BPU, JAKON, PMI, "
        "NON_ASN), awal sebuah jalur seperti contributions/jp, atau semua."
    ),
)
@click.argument("subject", metavar="TENTANG")
@click.option("--overlay", **OVERLAY)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@click.option("--english", is_flag=True, help="Hasil dalam bahasa Inggris.")
def command(
    *, subject: str, overlay: Path | None, as_json: bool, english: bool
) -> None:
    """Write every change of a subject, grouped by the day on which it starts."""
    book = enacted() if overlay is None else Book(overlay=overlay)
    turns = timeline(book, subject)
    if as_json:
        print_json([one.as_data() for one in turns])
        return
    for on, group in groupby(turns, key=lambda one: one.on):
        language: Language = "en" if english else "id"
        say(getattr(day(on), language))
        _say_all(list(group), language)


def _say_all(turns: list[Turn], language: Language) -> None:
    for one in turns:
        say(folded(f"  - {one.text(language)}", terminal_width()))
