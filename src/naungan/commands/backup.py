"""`naungan backup`: copy the office's database to one file."""

from datetime import UTC, datetime
from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.lib.errors import InputRefused
from naungan.lib.numbers import format_number
from naungan.office import backup
from naungan.office.backup_files import Copied, copy_files
from naungan.office.frame import database, require_office
from naungan.office.home import home
from naungan.office.settings import OfficeSettings


@click.command(
    help=(
        "Salin basis data kantor ke satu berkas, selagi kantor tetap buka.\n\n"
        "Tanpa FILE salinan bernama menurut waktunya, dalam folder kantor. Ia dibaca kembali "
        "sampai habis sebelum diberi nama."
    ),
    short_help="Salin basis data kantor.",
    epilog="Salin juga berkasnya, dengan --files; lihat docs/how-to/mencadangkan.md.",
)
@click.argument(
    "copy", metavar="[FILE]", required=False, type=click.Path(path_type=Path)
)
@click.option(
    "--files",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Sesudahnya salin ke sini berkas masuk, surat, dan potret yang belum ada di situ.",
)
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(*, copy: Path | None, files: Path | None, as_json: bool) -> None:
    """Copy the database and say where the copy is."""
    settings = OfficeSettings(home(), "office")
    cluster = settings.cluster
    if cluster is None:
        raise InputRefused(
            "Basis data ini milik server lain (DATABASE_URL); salin dengan pg_dump di sana."
        )
    require_office(settings)
    with database(settings):
        made = backup.back_up(cluster, datetime.now(UTC), copy)  # noqa: TID251 (a file's name)
    copied = copy_files(settings.home, files) if files else None
    if as_json:
        told = {"file": str(made.file), "bytes": made.size, "sha256": made.sha256}
        more = {"files": copied.files, "file_bytes": copied.size} if copied else {}
        print_json(told | more)
        return
    say(f"Salinan tersimpan di {made.file} ({format_number(made.size)} byte).")
    say(f"Sidik SHA-256 {made.sha256}")
    say(_rest(copied))


def _rest(copied: Copied | None) -> str:
    if copied is None:
        return (
            "Simpan juga di tempat lain, bersama folder snapshots, uploads, dan papers."
        )
    many, size = format_number(copied.files), format_number(copied.size)
    return f"{many} berkas baru ikut tersalin ({size} byte)."
