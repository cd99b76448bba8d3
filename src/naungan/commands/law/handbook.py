"""`naungan law handbook`: write the whole law as pages, an office's rules marked."""

from pathlib import Path

import click

from naungan.command import say
from naungan.law.book import Book, enacted
from naungan.question_command import OVERLAY


@click.command(
    help=(
        "Tulis buku pegangan hukum sebagai halaman Markdown, dalam dua bahasa.\n\n"
        "Dengan --overlay, ketetapan kantor ikut tertulis dan ditandai."
    ),
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder tujuan; dibuat bila belum ada.",
)
@click.option("--overlay", **OVERLAY)
def command(*, out: Path, overlay: Path | None) -> None:
    """Write every page of the handbook into a folder."""
    # Imported here: the list of commands need not load every kind of question.
    from naungan.law.handbook.pages import handbook

    pages = handbook(enacted() if overlay is None else Book(overlay=overlay))
    for name, text in pages.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    say(f"{len(pages)} halaman: {out / 'README.md'}")
