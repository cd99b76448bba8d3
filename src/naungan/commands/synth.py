"""`naungan synth`: write an invented population with known truth."""

import os
from pathlib import Path

import click
from rich.progress import Progress

from naungan.command import print_json
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.world import World
from naungan.lib import dates
from naungan.lib.errors import InputRefused


def _month(text: str) -> int:
    month = dates.parse_month(text)
    if month is None:
        msg = f"Bulan “{text}” tidak terbaca; tulis seperti 2026-04."
        raise InputRefused(msg)
    return month


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
    help="Tulis penduduk rekaan beserta kebenarannya, untuk uji dan latihan."
)
@click.option("--region", default="16.04", show_default=True, help="Kode wilayah.")
@click.option(
    "--workers", type=click.IntRange(1), required=True, help="Banyak pekerja."
)
@click.option(
    "--from", "first", default="2026-10", show_default=True, help="Bulan awal."
)
@click.option("--to", "last", help="Bulan akhir; bawaan: sama dengan bulan awal.")
@click.option("--seed", type=int, default=1, show_default=True, help="Benih acak.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder.")
@click.option("--members-share", type=click.FloatRange(0, 1), default=0.4)
@click.option("--errors", multiple=True, help="jenis=laju, boleh berulang.")
@click.option("--processes", type=click.IntRange(1), help="Banyak proses.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(
    region: str,
    workers: int,
    first: str,
    last: str | None,
    seed: int,
    out: Path,
    members_share: float,
    errors: tuple[str, ...],
    processes: int | None,
    as_json: bool,
) -> None:
    """Write one invented population and say what was written."""
    world = World(
        region=region,
        workers=workers,
        seed=seed,
        first_month=_month(first),
        last_month=_month(last or first),
        members_share=members_share,
        rates=_rates(errors),
    )
    with Progress(transient=True, disable=as_json) as progress:
        task = progress.add_task("Penduduk rekaan", total=1.0)
        rows = write_world(
            world,
            out,
            processes=processes or os.cpu_count() or 1,
            tell=lambda _text, done: progress.update(task, completed=done or 0),
        )
    if as_json:
        print_json({"out": str(out), "rows": rows})
    else:
        for path, count in rows.items():
            click.echo(f"{count:>12,}  {path}".replace(",", "."))
