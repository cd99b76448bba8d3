"""`naungan load-boundaries`: put the borders of regions on the maps; dry, unless told."""

from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.office.frame import as_owner


MOST_NAMED = 5


@click.command(
    help=(
        "Muat paket batas wilayah (GeoJSON atau TopoJSON berkode Kemendagri).\n\n"
        "Tanpa --wet-run hanya diperiksa. Batas disederhanakan dan disimpan per wilayah "
        "induk; nama, sumber, dan lisensinya tampil di bawah setiap peta. Paket yang "
        "dimuat terakhir dipakai."
    ),
    short_help="Muat batas wilayah untuk peta.",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="Nama paket, mis. Batas desa 2025.")
@click.option("--source", required=True, help="Alamat atau keterangan asalnya.")
@click.option("--licence", required=True, help="Lisensinya, mis. CC BY 4.0.")
@click.option("--vintage", required=True, help="Keadaan per kapan, mis. 2025.")
@click.option("--key", help="Nama kolom kode Kemendagri, bila bukan yang biasa.")
@click.option("--wet-run", is_flag=True, help="Sungguh muat.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(
    *,
    file: Path,
    name: str,
    source: str,
    licence: str,
    vintage: str,
    key: str | None,
    wet_run: bool,
    as_json: bool,
) -> None:
    """Check a pack and, where told, put it in use."""
    with as_owner():
        # Imported here: the models exist once the framework is set up.
        from naungan.casework.regions.boundary_actions import Provenance, load_pack

        of = Provenance(name, source, licence, vintage)
        found = load_pack(file, of, key=key, dry=not wet_run)
    if as_json:
        print_json({**vars(found), "wet_run": wet_run})
        return
    say(f"{found.shapes} bentuk, {found.sheets} lembar peta.")
    if found.unmatched:
        named = ", ".join(found.unmatched[:MOST_NAMED])
        say(f"{len(found.unmatched)} bentuk tanpa kode yang sah: {named}")
    say(
        "Paket ini sekarang dipakai."
        if wet_run
        else "Belum ada yang dimuat. Ulangi dengan --wet-run untuk memuatnya."
    )
