"""`naungan score`: hold a result against the truth of an invented world."""

import sys
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from naungan.command import print_json
from naungan.engine.scoring import Score, score
from naungan.engine.scoring.line import Line, Share
from naungan.lib.numbers import format_number


WHOLE_WIDTH = 120  # with intervals
LABELS = {
    "dedupe": "Baris orang yang sama disatukan",
    "exact": "Padanan NIK tepat",
    "repaired": "Padanan NIK diperbaiki (dari sisa)",
    "scored": "Padanan berskor diterima (dari sisa)",
    "residual": "Diperbaiki + berskor (dari sisa)",
    "linked": "Semua padanan diterima",
    "linked_or_review": "Diterima + menunggu tinjauan",
    "employers": "Pemberi kerja dipadankan",
    "coverage": "Status perlindungan",
    "findings": "Temuan pemberi kerja",
}


def _label(step: str) -> str:
    group, _, item = step.partition(":")
    if not item:
        return LABELS[step]
    if group == "kind":
        return f"  kesalahan {'(tanpa)' if item == 'none' else item}"
    return f"  {item}"


def _share(share: Share, *, brief: bool) -> str:
    if share.value is None:
        return "–"
    if brief:
        return f"{100 * share.value:.2f}".replace(".", ",")
    texts = [
        f"{100 * (value or 0):.2f}" for value in (share.value, share.low, share.high)
    ]
    return f"{texts[0]} ({texts[1]}–{texts[2]})".replace(".", ",")


def _row(line: Line, *, brief: bool) -> tuple[str, ...]:
    f1 = "–" if line.f1 is None else f"{line.f1:.4f}".replace(".", ",")
    return (
        _label(line.step),
        format_number(line.found),
        format_number(line.wanted),
        _share(line.precision, brief=brief),
        _share(line.recall, brief=brief),
        f1,
    )


def _show(found: Score) -> None:
    console = Console(width=None if sys.stdout.isatty() else WHOLE_WIDTH)
    # A narrow terminal would cut numbers off; it gets them without intervals.
    brief = console.width < WHOLE_WIDTH
    title = f"Nilai terhadap kebenaran rekaan, {found.month}"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Langkah", overflow="fold")
    interval = "" if brief else " (95 %)"
    for head in (
        *("Ditemukan", "Seharusnya"),
        *(f"Presisi %{interval}", f"Perolehan %{interval}", "F1"),
    ):
        table.add_column(head, justify="right", no_wrap=True)
    for line in found.lines:
        row = _row(line, brief=brief)
        table.add_row(*row, end_section=line.step == "linked_or_review")
    console.print(table)
    best = found.threshold
    if best["f1"] is not None:
        text = f"F1 terbaik pada sisa: {best['f1']:.4f} pada bobot {best['weight']:.2f}"
        console.print(text.replace(".", ","))


@click.command(help="Bandingkan hasil dengan kebenaran penduduk rekaan.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--truth",
    "world",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Folder yang ditulis `naungan synth`.",
)
@click.option("--month", metavar="BULAN", help="Bulan kebenaran; bawaan: bulan hasil.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(folder: Path, world: Path, month: str | None, as_json: bool) -> None:
    """Score a snapshot and show every step with its interval."""
    found = score(folder, world, month)
    if as_json:
        print_json(found.as_json())
    else:
        _show(found)
