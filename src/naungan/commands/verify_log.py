"""`naungan verify-log`: prove that nobody changed the logs of acts and looks."""

import click

from naungan.command import print_json, say
from naungan.office.frame import as_owner


@click.command(
    help=(
        "Periksa rantai perbuatan dan segel penglihatan.\n\n"
        "Keluar dengan kode 1 bila ada yang tidak cocok. Catat sidik yang tercetak di "
        "tempat lain: dengan --head terbukti kelak bahwa ekornya tidak dipotong."
    ),
    short_help="Buktikan bahwa catatan tidak diubah.",
)
@click.option(
    "--head",
    "printed",
    multiple=True,
    metavar="SIDIK",
    help="Sidik dari pemeriksaan terdahulu, boleh berulang.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(*, printed: tuple[str, ...], as_json: bool) -> None:
    """Walk both chains and say where they break."""
    with as_owner():
        # Imported here: the models exist once the framework is set up.
        from naungan.casework.audit.actions import record_proof
        from naungan.casework.audit.verify import verify

        proof = verify(printed=printed)
        record_proof(proof)  # pages show when the logs were last proved
    if as_json:
        print_json({**proof.__dict__, "broken": [one.__dict__ for one in proof.broken]})
    else:
        say(
            f"{proof.acts} perbuatan, {proof.looks} penglihatan dalam {proof.seals} segel, "
            f"{proof.unsealed} belum disegel."
        )
        for one in proof.broken:
            say(f"TIDAK COCOK  {one.log} nomor {one.id}: {one.why}")
        say(f"Sidik terakhir perbuatan {proof.head}")
        say(f"Sidik terakhir segel     {proof.seal_head}")
    if proof.broken:
        raise SystemExit(1)
