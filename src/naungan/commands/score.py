"""`naungan score`: hold a result against the truth of an invented world."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from naungan.command import print_json
from naungan.engine.scoring import Score, score
from naungan.engine.scoring.line import Line, Share


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


def _share(share: Share) -> str:
    if share.value is None:
        return "–"
    texts = [
        f"{100 * (value or 0):.2f}" for value in (share.value, share.low, share.high)
    ]
    return f"{texts[0]} ({texts[1]}–{texts[2]})".replace(".", ",")


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _row(line: Line) -> tuple[str, ...]:
    f1 = "–" if line.f1 is None else f"{line.f1:.4f}".replace(".", ",")
    return (
        _label(line.step),
        _count(line.found),
        _count(line.wanted),
        _share(line.precision),
        _share(line.recall),
        f1,
    )


def _show(found: Score) -> None:
    table = Table(title=f"Nilai terhadap kebenaran rekaan, {found.month}")
    table.add_column("Langkah", no_wrap=True)
    heads = ("Ditemukan", "Seharusnya", "Presisi % (95 %)", "Perolehan % (95 %)", "F1")
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    for line in found.lines:
        table.add_row(*_row(line), end_section=line.step == "linked_or_review")
    console = Console(width=None)
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
