"""`naungan retention`: remove what is past its term; shows only, unless told."""

import click

from naungan.command import print_json, say
from naungan.office.frame import as_owner


@click.command(
    help=(
        "Hapus data orang yang lewat masa simpannya.\n\n"
        "Tanpa --wet-run hanya menunjukkan apa yang akan dihapus. Masa simpan diubah "
        "dalam retention.toml di NAUNGAN_HOME."
    ),
)
@click.option("--wet-run", is_flag=True, help="Sungguh hapus; tidak dapat dibatalkan.")
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(*, wet_run: bool, as_json: bool) -> None:
    """Count, or remove, everything past its term."""
    with as_owner():
        # Imported here: the models exist once the framework is set up.
        from django.utils import timezone

        from naungan.casework.retention import sweeps

        found = []
        for sweep in sweeps():
            before = sweep.term.before(timezone.now())
            if before is not None:
                count = sweep.remove(before) if wet_run else sweep.count(before)
                found.append((sweep.term, count))
    if as_json:
        counts = {term.code: count for term, count in found}
        print_json({"wet_run": wet_run, "found": counts})
        return
    for term, count in found:
        say(f"{count:>8}  {term.title} ({term.days} hari)")
    say(
        "Selesai; setiap penghapusan tercatat."
        if wet_run
        else "Belum ada yang dihapus. Ulangi dengan --wet-run untuk menghapusnya."
    )
