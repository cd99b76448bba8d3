"""`naungan template`: write an empty workbook that an office can fill in."""

from pathlib import Path

import click

from naungan.command import say
from naungan.engine.reading.templates import KINDS, write_template
from naungan.lib.errors import RoomRefused, reason_of


ENDING = ".xlsx"


@click.command(
    help=(
        "Tulis berkas XLSX kosong untuk diisi: judul kolom yang dikenali, daftar "
        "pilihan, dan lembar petunjuk.\n\n"
        "JENIS: workers (pekerja), members (peserta), employers (pemberi kerja), "
        "contributions (iuran), universe (jumlah pekerja resmi)."
    ),
    short_help="Tulis berkas kosong untuk diisi.",
    epilog="Berkas yang sudah diisi dibaca `naungan run` tanpa padanan judul.",
)
@click.argument("kind", metavar="JENIS", type=click.Choice(KINDS))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Berkas tujuan, berakhiran .xlsx.",
)
def command(*, kind: str, out: Path) -> None:
    """Write the template of one kind of file."""
    if out.suffix.lower() != ENDING:
        raise click.UsageError(
            f"Akhiri nama berkas dengan {ENDING}, mis. {kind}{ENDING}."
        )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.touch()
    except OSError as error:
        msg = f"{out} tidak dapat ditulisi ({reason_of(error)}). Sebut tempat lain."
        raise RoomRefused(msg) from None
    write_template(kind, out)
    say(str(out))
