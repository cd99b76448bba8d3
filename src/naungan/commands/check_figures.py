"""`naungan check-figures`: published percentages against the counts beside them."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from naungan.command import print_json, say
from naungan.engine.published import (
    SHIPPED,
    UNCHECKED_REASONS,
    Answer,
    Standing,
    check_figures,
    percent,
)


if TYPE_CHECKING:
    from rich.console import Console

PAGE_WIDTH = 120
UNBROKEN = ("Baris", "Tempat", "Banyaknya", "Per")
Rows = Sequence[tuple[str, ...]]
LEVELS = {"province": "Provinsi", "regency": "Kabupaten dan kota"}


@click.command(
    help=(
        "Periksa angka cakupan yang pernah diterbitkan.\n\n"
        "Setiap persentase diuji terhadap jumlah yang tercetak di sampingnya, dengan "
        "pembulatan yang dibolehkan cetakannya; sumber dibandingkan dengan sumber, "
        "penyebut dengan penyebut. FILE berupa CSV; tanpa FILE dipakai angka yang "
        "dibawa Naungan."
    ),
    epilog=(
        "Kolom: region_code, as_of, segment; covered, denominator, percent, "
        "target_percent, approx, note, source_url bila ada."
    ),
)
@click.argument(
    "file", required=False, metavar="[FILE]", type=click.Path(path_type=Path)
)
@click.option("--region", metavar="KODE", help="Hanya wilayah ini, mis. 18 atau 16.04.")
@click.option(
    "--strict", is_flag=True, help="Keluar dengan kode 1 bila ada yang gagal."
)
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(
    *, file: Path | None, region: str | None, strict: bool, as_json: bool
) -> None:
    """Check the figures of a file, or those that come with Naungan."""
    answer = check_figures(file or SHIPPED, region)
    if as_json:
        print_json(answer.as_data())
    else:
        _show(answer)
    if strict and (answer.failed or answer.refused):
        raise SystemExit(1)


def _show(answer: Answer) -> None:
    # Imported here: rich costs more to load than `--json` takes to run.
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else PAGE_WIDTH)
    say(
        f"{answer.rows} baris: {answer.checked} diuji, {len(answer.unchecked)} tidak "
        f"dapat diuji, {len(answer.refused)} ditolak."
    )
    columns = ("Baris", "Wilayah", "Segmen", "Per", "Sebab")
    _table(console, "Angka yang tidak cocok", columns, _failed(answer))
    pairs = ("Baris", "Sebab")
    _table(console, "Sumber yang bertentangan", pairs, _contradictions(answer))
    _table(console, "Penyebut yang bergeser", pairs, _drifts(answer))
    for level, standings in answer.league.items():
        _show_league(console, LEVELS[level], standings)
    _table(console, "Tidak dapat diuji", ("Banyaknya", "Sebab"), _unchecked(answer))
    refused = [(str(one.row), one.column, one.message) for one in answer.refused]
    _table(console, "Baris yang ditolak", ("Baris", "Kolom", "Sebab"), refused)


def _failed(answer: Answer) -> Rows:
    return [
        (
            str(one.figure.row),
            one.figure.region_name,
            one.figure.segment,
            one.figure.as_of.text,
            one.reason,
        )
        for one in answer.failed
    ]


def _contradictions(answer: Answer) -> Rows:
    return [
        (", ".join(str(figure.row) for figure in one.figures), one.reason)
        for one in answer.contradictions
    ]


def _drifts(answer: Answer) -> Rows:
    return [(f"{one.before.row}, {one.after.row}", one.reason) for one in answer.drift]


def _unchecked(answer: Answer) -> Rows:
    codes = Counter(one.code for one in answer.unchecked)
    return [
        (str(count), UNCHECKED_REASONS[code]) for code, count in codes.most_common()
    ]


def _show_league(console: "Console", title: str, standings: list[Standing]) -> None:
    rows = [
        (
            str(one.place or "–"),
            one.figure.region_name,
            _percent_text(one),
            one.figure.as_of.text,
            one.difference,
            one.figure.source_host,
        )
        for one in standings
    ]
    columns = ("Tempat", "Wilayah", "Persen", "Per", "Dibandingkan", "Sumber")
    _table(console, f"Cakupan terbaru: {title}", columns, rows)
    if standings:
        say(
            "Waktu dan penyebutnya berbeda-beda: ini daftar, bukan perlombaan. Provinsi "
            "dibandingkan\ndengan Indonesia, kabupaten dan kota dengan provinsinya, "
            "pada waktu yang terdekat.\n"
        )


def _percent_text(one: Standing) -> str:
    about = "± " if one.figure.approximate else ""
    sign = {"above": "> ", "below": "< ", None: about}[one.figure.bound]
    marks = [
        "dihitung" if one.is_computed else "",
        one.doubt,
        one.why_unplaced if one.figure.bound is None else "",
    ]
    remark = ", ".join(mark for mark in marks if mark)
    return f"{sign}{percent(one.percent, one.places)}" + (
        f" ({remark})" if remark else ""
    )


def _table(
    console: "Console", title: str, columns: tuple[str, ...], rows: Rows
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.markup import escape
    from rich.table import Table

    if not rows:
        return
    table = Table(
        title=f"{title} ({len(rows)})",
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in columns:
        table.add_column(column, no_wrap=column in UNBROKEN, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table)
