"""`naungan restore`: put a copy of the office's database back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.lib.errors import InputRefused
from naungan.office import backup
from naungan.office.frame import database
from naungan.office.home import home
from naungan.office.lock import only_one
from naungan.office.settings import OfficeSettings


@click.command(
    help=(
        "Kembalikan basis data dari salinan. Tanpa --wet-run hanya diperiksa; tanpa "
        "FILE disebut salinan yang ada.\n\n"
        "Keadaan sekarang disalin lebih dahulu; kantor harus sedang tutup."
    ),
    short_help="Kembalikan basis data dari salinan.",
)
@click.argument(
    "copy", metavar="[FILE]", required=False, type=click.Path(path_type=Path)
)
@click.option("--wet-run", is_flag=True, help="Sungguh kembalikan.")
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(*, copy: Path | None, wet_run: bool, as_json: bool) -> None:
    """Check a copy, or put it back."""
    settings = OfficeSettings(home(), "office")
    if settings.cluster is None:
        raise InputRefused(
            "Basis data ini milik server lain (DATABASE_URL); pulihkan di sana."
        )
    if copy is None:
        told = _listed(settings)
    elif wet_run:
        told = _put_back(settings, copy)
    else:
        told = _checked(copy)
    if as_json:
        print_json({name: value for name, value in told.items() if name != "text"})
    else:
        say(str(told["text"]))


def _listed(settings: OfficeSettings) -> dict[str, object]:
    found = [str(one) for one in backup.copies(settings.home)]
    text = "\n".join(found) or "Belum ada salinan; buat dengan backup."
    return {"copies": found, "text": text}


def _checked(copy: Path) -> dict[str, object]:
    found = backup.check(copy)
    return {
        "file": str(copy),
        "bytes": found.size,
        "sha256": found.sha256,
        "restored": False,
        "text": f"{copy} dapat dipulihkan (sidik {found.sha256}). Tidak ada yang "
        "diubah; tambahkan --wet-run.",
    }


def _put_back(settings: OfficeSettings, copy: Path) -> dict[str, object]:
    assert settings.cluster is not None
    with only_one(settings.home), database(settings, held=True):
        now = datetime.now(UTC)  # noqa: TID251 (a file's name)
        before = backup.restore(settings.cluster, copy, now)
    return {
        "file": str(copy),
        "before": str(before.file),
        "restored": True,
        "text": f"Dipulihkan dari {copy}. Keadaan sebelumnya tersimpan di "
        f"{before.file}.",
    }
