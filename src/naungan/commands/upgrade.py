"""`naungan upgrade`: copy, bring the tables up to date, and prove the logs."""

from datetime import UTC, datetime

import click

from naungan.command import print_json, say
from naungan.office import backup, external, roles, schema
from naungan.office.frame import database, require_office, set_up
from naungan.office.home import home
from naungan.office.lock import only_one
from naungan.office.settings import OfficeSettings


@click.command(
    help=(
        "Naikkan basis data kantor ke Naungan yang terpasang: salin, ubah tabel, lalu "
        "periksa kedua catatan.\n\n"
        "Tanpa --wet-run hanya disebut apa yang akan dilakukan; kantor harus sedang "
        "tutup. `up` menaikkan tabel dengan sendirinya; perintah ini menyalin dahulu "
        "dan membuktikan hasilnya."
    ),
    short_help="Naikkan basis data ke versi yang terpasang.",
)
@click.option("--wet-run", is_flag=True, help="Sungguh naikkan.")
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(*, wet_run: bool, as_json: bool) -> None:
    """Say what is to do, or do it and prove that nothing was lost."""
    settings = OfficeSettings(home(), "office")
    require_office(settings)
    with only_one(settings.home), database(settings, held=True):
        owner = settings.environment(owner=True)
        url = owner[external.APPLICATION]
        schema.require_known(url)
        needed = schema.state(url) != schema.fingerprint()
        told: dict[str, object] = {"needed": needed, "upgraded": False}
        if needed and wet_run:
            told |= _upgrade(settings, owner)
    if as_json:
        print_json(told)
    else:
        say(_text(told))
    if told.get("broken"):
        raise SystemExit(1)


def _upgrade(settings: OfficeSettings, owner: dict[str, str]) -> dict[str, object]:
    copy = None
    if settings.cluster is not None:
        roles.ensure(settings.cluster)
        now = datetime.now(UTC)  # noqa: TID251 (a file's name)
        copy = str(backup.back_up(settings.cluster, now).file)
    else:
        external.prepare(settings.database_url(), owner[external.APPLICATION])
    schema.bring_up(owner)
    set_up(settings)
    # Imported here: the models exist once the framework is set up.
    from naungan.casework.audit.verify import verify

    proof = verify()
    return {
        "upgraded": True,
        "copy": copy,
        "acts": proof.acts,
        "looks": proof.looks,
        "broken": [one.__dict__ for one in proof.broken],
    }


def _text(told: dict[str, object]) -> str:
    if not told["needed"]:
        return "Basis data sudah sesuai dengan Naungan yang terpasang."
    if not told["upgraded"]:
        return (
            "Basis data perlu dinaikkan. Tidak ada yang diubah; tambahkan --wet-run. "
            "Basis data bawaan disalin lebih dahulu."
        )
    kept = f"Salinan sebelumnya: {told['copy']}. " if told["copy"] else ""
    proof = (
        "KEDUA CATATAN TIDAK COCOK; jalankan verify-log."
        if told["broken"]
        else f"Catatan utuh: {told['acts']} perbuatan, {told['looks']} penglihatan."
    )
    return f"Basis data dinaikkan. {kept}{proof}"
