"""`naungan synth`: write an invented population with known truth."""

import os
from math import isnan
from pathlib import Path
from typing import Any

import click

from naungan.command import month_option, print_json, progress, region_option, say
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.world import FORMS, MODELS, World
from naungan.lib.errors import InputRefused
from naungan.lib.numbers import format_number


MOST_WORKERS = 1_000_000_000  # beyond any country; numbers stay exact


def _rates(pairs: tuple[str, ...]) -> dict[str, float]:
    rates = {}
    for pair in pairs:
        kind, _, rate = pair.partition("=")
        try:
            rates[kind.strip()] = float(rate)
        except ValueError:
            msg = f"“{pair}” tidak terbaca; tulis jenis=laju, misalnya name_typo=0.05."
            raise InputRefused(msg) from None
    return rates


@click.command(
    help="Tulis penduduk rekaan beserta kebenarannya, untuk uji dan latihan.",
    short_help="Tulis penduduk rekaan beserta kebenarannya.",
    epilog=(
        "Semua orang dan perusahaan di dalamnya rekaan: NIK berakhiran 9000–9999, "
        "KPJ dan NIB berawalan 99. Benih yang sama menghasilkan isi yang sama. "
        "Kebenaran ada di DIR/truth; nilai hasil dengan `naungan score`."
    ),
)
@region_option(
    "--region",
    default="16.04",
    show_default=True,
    help="Kode wilayah pada tingkat mana pun; 00 seluruh negara.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    required=True,
    metavar="ANGKA",
    help="Banyak pekerja.",
)
@month_option(
    "--from", "first", default="2026-10", show_default=True, help="Bulan awal."
)
@month_option("--to", "last", help="Bulan akhir; bawaan: sama dengan bulan awal.")
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    metavar="ANGKA",
    help="Benih acak.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Folder hasil.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="parquet",
    show_default=True,
    help="Bentuk berkas; office meniru berkas kantor yang kotor.",
)
@click.option(
    "--members-share",
    type=click.FloatRange(0, 1),
    default=0.4,
    show_default=True,
    metavar="BAGIAN",
    help="Banyak kepesertaan per pekerja.",
)
@click.option(
    "--error-model",
    type=click.Choice(MODELS),
    default="a",
    show_default=True,
    help="Model kesalahan juru tulis; b berbeda susunannya.",
)
@click.option(
    "--errors",
    multiple=True,
    metavar="JENIS=LAJU",
    help="Laju satu jenis kesalahan, mis. name_typo=0.05; boleh berulang.",
)
@click.option(
    "--processes",
    type=click.IntRange(1),
    metavar="ANGKA",
    help="Banyak proses sekaligus.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(
    *,
    first: int,
    last: int | None,
    out: Path,
    form: str,
    errors: tuple[str, ...],
    processes: int | None,
    as_json: bool,
    **recipe: Any,
) -> None:
    """Write one invented population and say what was written."""
    last = first if last is None else last
    if last < first:
        raise click.UsageError("Bulan --to lebih awal daripada --from.")
    if isnan(recipe["members_share"]):
        raise click.UsageError("--members-share harus angka antara 0 dan 1.")
    world = World(
        first_month=first,
        last_month=last,
        rates=_rates(errors),
        **recipe,
    )
    with progress(show=not as_json) as tell:
        many = processes or os.cpu_count() or 1
        rows = write_world(world, out, form=form, processes=many, tell=tell)
    if as_json:
        print_json({"out": str(out), "rows": rows})
        return
    for path, count in rows.items():
        say(f"{format_number(count):>12}  {path}")
