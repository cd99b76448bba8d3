"""`naungan restore`: put a copy of the office's database back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from naungan.command import say
from naungan.lib.errors import InputRefused
from naungan.office import backup
from naungan.office.frame import database
from naungan.office.home import home
from naungan.office.settings import OfficeSettings
from naungan.office.supervisor import only_one


@click.command(
    help=(
        "Kembalikan basis data dari salinan. Tanpa --wet-run hanya diperiksa.\n\n"
        "Keadaan sekarang disalin lebih dahulu; kantor harus sedang tutup."
    ),
)
@click.argument("copy", metavar="FILE", required=False, type=click.Path(path_type=Path))
@click.option("--wet-run", is_flag=True, help="Sungguh kembalikan.")
def command(*, copy: Path | None, wet_run: bool) -> None:
    """Check a copy, or put it back."""
    settings = OfficeSettings(home(), "office")
    cluster = settings.cluster
    if cluster is None:
        raise InputRefused(
            "Basis data ini milik server lain (DATABASE_URL); pulihkan di sana."
        )
    if copy is None:
        found = backup.copies(settings.home)
        say(
            "\n".join(str(one) for one in found)
            or "Belum ada salinan; buat dengan backup."
        )
        return
    with only_one(settings.home), database(settings):
        backup.check(cluster, copy)
        if not wet_run:
            say(f"{copy} dapat dipulihkan. Tidak ada yang diubah; tambahkan --wet-run.")
            return
        before = backup.restore(cluster, copy, datetime.now(UTC))  # noqa: TID251 (a file's name)
    say(f"Dipulihkan dari {copy}. Keadaan sebelumnya tersimpan di {before}.")
