"""`naungan law bulk`: answer a file of millions of questions."""

from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from naungan.command import print_json, progress, say
from naungan.engine.law_bulk import Counts, answer_file
from naungan.law.book import Book
from naungan.law.kinds import KINDS
from naungan.lib.numbers import format_number


MOST_NAMED: Final = 6


@click.command(
    help=(
        "Jawab satu berkas berisi banyak pertanyaan, satu baris satu pertanyaan.\n\n"
        "Kolomnya bernama seperti isian pertanyaan itu (lihat --help perintahnya); "
        "kolom lain dibawa apa adanya. Baris yang ditolak ditulis terpisah dengan "
        "alasannya."
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--kind", required=True, metavar="|".join(KINDS), help="Jenis pertanyaan."
)
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Berkas hasil, .csv atau .parquet.",
)
@click.option(
    "--overlay",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder timpaan hukum milik kantor sendiri.",
)
@click.option("--json", "as_json", is_flag=True, help="Ringkasan sebagai JSON.")
def command(
    *, file: Path, kind: str, out: Path, overlay: Path | None, as_json: bool
) -> None:
    """Answer every row of a file and say how many came out."""
    book = None if overlay is None else Book(overlay=overlay)
    with progress() as tell:
        counts = answer_file(kind, file, out, book, tell)
    if as_json:
        print_json(asdict(counts))
    else:
        _say(counts)


def _say(counts: Counts) -> None:
    say(
        f"{format_number(counts.rows)} baris masuk, "
        f"{format_number(counts.answered)} terjawab di {counts.out}."
    )
    if counts.rejected_out is not None:
        say(
            f"{format_number(counts.rejected)} baris ditolak; alasannya di "
            f"{counts.rejected_out}."
        )
    if counts.assumed:
        say(f"Dianggap, karena tidak diisi (kolom dianggap): {_assumed(counts)}.")
    if counts.carried:
        say(f"Kolom yang dibawa apa adanya: {', '.join(counts.carried)}.")


def _assumed(counts: Counts) -> str:
    """Name the most frequent assumptions with their rows."""
    named = list(counts.assumed.items())[:MOST_NAMED]
    said = ", ".join(
        f"{code} pada semua baris"
        if rows == counts.answered
        else f"{code} pada {format_number(rows)} baris"
        for code, rows in named
    )
    more = len(counts.assumed) - len(named)
    return f"{said}, dan {more} lainnya" if more > 0 else said
