"""`naungan verify-log`: prove that nobody changed the logs of acts and looks."""

import click

from naungan.command import print_json, say
from naungan.office.frame import as_owner


@click.command(
    help=(
        "Periksa rantai perbuatan dan segel penglihatan.\n\n"
        "Simpan kedua sidik terakhirnya di luar mesin ini; dengan --head sidik itu "
        "membuktikan kemudian bahwa ekor catatan tidak dipotong. Keluar dengan kode 1 "
        "bila ada yang tidak cocok."
    ),
)
@click.option(
    "--head",
    "printed",
    multiple=True,
    metavar="SIDIK",
    help="Sidik dari pemeriksaan terdahulu yang harus masih ada, boleh berulang.",
)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
def command(*, printed: tuple[str, ...], as_json: bool) -> None:
    """Walk both chains and say where they break; the proof itself is an act."""
    with as_owner():
        # Imported here: the models exist once the framework is set up.
        from naungan.casework.audit.actions import record_proof
        from naungan.casework.audit.verify import verify

        proof = verify(printed=printed)
        record_proof(proof)
    if as_json:
        print_json({**proof.__dict__, "broken": [one.__dict__ for one in proof.broken]})
    else:
        say(
            f"{proof.acts} perbuatan, {proof.looks} penglihatan dalam {proof.seals} segel, "
            f"{proof.pruned_seals} di antaranya dipangkas, {proof.unsealed} belum disegel."
        )
        for one in proof.broken:
            say(f"TIDAK COCOK  {one.log} nomor {one.id}: {one.why}")
        say(f"Sidik perbuatan terakhir   {proof.head}")
        say(f"Sidik segel terakhir       {proof.seal_head}")
    if proof.broken:
        raise SystemExit(1)
