"""`naungan run`: reconcile real files into a snapshot and its reports."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from naungan.command import (
    COUNTRY,
    FOLDER,
    SeveralValues,
    month_option,
    print_json,
    progress,
    region_option,
    say,
)
from naungan.engine import pipeline, store
from naungan.engine.explain.outcome import summarise
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot
from naungan.engine.work import Request, Tell


FILES = click.Path(path_type=Path)
KINDS = ("workers", "members", "employers", "contributions", "universe")
# What the run cannot answer without a kind of file; said where it is missing.
UNANSWERED = {
    "workers": "tidak ada orang yang dinilai",
    "members": "perlindungan orang tidak dapat ditentukan",
}
F = TypeVar("F", bound=Callable[..., Any])


def files_option(name: str, meaning: str) -> Callable[[F], F]:
    """An option that takes one or more files, in one go or repeated."""
    return click.option(
        f"--{name}", multiple=True, type=FILES, metavar="BERKAS…", help=meaning
    )


@click.command(
    cls=SeveralValues,
    several=KINDS,
    help="Padankan daftar pekerja, peserta, pemberi kerja, dan pembayaran.",
    short_help="Padankan berkas pekerja, peserta, pemberi kerja.",
    epilog=(
        "Hasil ada di DIR/current (Parquet, report.html, report.xlsx); proses "
        "sebelumnya tetap di DIR/runs. Kode keluar: 0 selesai, 2 salah pakai, "
        "3 berkas ditolak, 4 data hukum, 5 folder hasil tidak dapat "
        "ditulisi atau ruang habis, 6 potret."
    ),
)
@files_option("workers", "Daftar pekerja (CSV, XLSX, ODS, Parquet).")
@files_option("members", "Daftar peserta BPJS Ketenagakerjaan.")
@files_option("employers", "Daftar pemberi kerja, terdaftar maupun belum.")
@files_option("contributions", "Tagihan dan pembayaran iuran.")
@files_option("universe", "Semesta pekerja resmi per wilayah.")
@click.option(
    "--decisions",
    type=FILES,
    metavar="BERKAS",
    help="Putusan petugas atas pasangan ragu.",
)
@month_option("--month", required=True, help="Bulan yang dinilai, mis. 2026-10.")
@region_option("--region", help="Batasi ukuran pada wilayah ini, mis. 16.04.")
@click.option(
    "--out", required=True, type=FOLDER, metavar="FOLDER", help="Folder hasil."
)
@click.option("--publish", is_flag=True, help="Sembunyikan sel kecil dalam ukuran.")
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=12,
    show_default=True,
    metavar="ANGKA",
    help="Berapa proses terakhir yang disimpan; yang lebih lama dihapus.",
)
@click.option("--no-report", is_flag=True, help="Jangan menulis laporan.")
@click.option("--json", "as_json", is_flag=True, help="Ringkasan sebagai JSON.")
def command(*, keep: int, no_report: bool, as_json: bool, **options: Any) -> None:
    """Run the pipeline, then write the reports as a step with its own time."""
    if not any(options[kind] for kind in KINDS):
        raise click.UsageError(
            "Belum ada berkas. Sebut sedikitnya satu: "
            + ", ".join(f"--{kind}" for kind in KINDS)
            + "."
        )
    if options["region"] == COUNTRY:
        options["region"] = None
    request = Request(**options)
    with progress(show=not as_json) as tell:
        outcome = pipeline.run(request, tell)
        reports = {} if no_report else _reports(outcome, tell)
    pruned = store.prune(request.out, keep)
    if as_json:
        print_json(_summary(outcome, reports))
        return
    _show(outcome, request)
    if pruned:
        say(f"Dihapus: {len(pruned)} proses lama (--keep {keep}).")
    total = outcome.seconds["total"]
    say(f"Selesai dalam {total:.1f} detik, laporan {sum(reports.values()):.1f} detik.")


def _reports(outcome: pipeline.Outcome, tell: Tell) -> dict[str, float]:
    # Imported here: what writes pages and workbooks loads slowly.
    from naungan.engine.report import write_reports

    return write_reports(outcome.folder, tell)


def _show(outcome: pipeline.Outcome, request: Request) -> None:
    """Say what was read, who is covered, what was found, and where it all is."""
    snapshot = Snapshot.open(outcome.folder, lambda _look: None)
    # The counts of one's own run, at one's own terminal, name nobody.
    scope = Scope(
        institution="terminal", regions=EVERYWHERE, purpose="ringkasan proses"
    )
    say("\n".join(summarise(snapshot, scope)))
    for kind, loss in UNANSWERED.items():
        if not getattr(request, kind):
            say(f"Tanpa --{kind}: {loss}.")
    for name in ("report.html", "report.xlsx", "ditolak"):
        if (outcome.folder / name).exists():
            say(f"{request.out / 'current' / name}")


def _summary(outcome: pipeline.Outcome, reports: dict[str, float]) -> dict[str, Any]:
    return {
        "snapshot": str(outcome.folder),
        "run": outcome.number,
        "tables": outcome.tables,
        "seconds": {**outcome.seconds, **reports},
    }
