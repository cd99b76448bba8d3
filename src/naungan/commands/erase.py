"""`naungan erase`: honour a request to be erased; shows only, unless told."""

import click

from naungan.command import region_option, say
from naungan.lib.errors import InputRefused
from naungan.office.frame import as_owner


@click.command(
    help=(
        "Hapus satu orang: pengguna kantor (--user) atau pekerja dalam potret "
        "(--person).\n\n"
        "Pengguna kehilangan nama, surel, dan jalan masuknya. Pekerja seketika "
        "tersembunyi di semua potret wilayah itu. Tanpa --wet-run tidak ada yang berubah."
    ),
)
@click.option("--user", "email", metavar="SUREL", help="Surel pengguna kantor.")
@click.option("--person", type=int, metavar="NOMOR", help="Nomor orang dalam potret.")
@region_option("--region", default="00", help="Wilayah potretnya, mis. 16.04.")
@click.option("--reason", required=True, metavar="ALASAN", help="Mengapa; tercatat.")
@click.option("--wet-run", is_flag=True, help="Sungguh hapus; tidak dapat dibatalkan.")
def command(
    *, email: str | None, person: int | None, region: str, reason: str, wet_run: bool
) -> None:
    """Erase one user or hide one person."""
    if (email is None) == (person is None):
        raise InputRefused("Sebutkan --user SUREL atau --person NOMOR, salah satu.")
    with as_owner():
        if email is not None:
            _erase_user(email, reason, wet_run=wet_run)
        elif person is not None:
            _hide(person, "" if region == "00" else region, reason, wet_run=wet_run)
    if not wet_run:
        say("Belum ada yang berubah. Ulangi dengan --wet-run untuk menghapusnya.")


def _erase_user(email: str, reason: str, *, wet_run: bool) -> None:
    # Imported here: the models exist once the framework is set up.
    from naungan.casework.accounts import erasure
    from naungan.casework.accounts.models import User

    user = User.objects.filter(email=email.lower()).first()
    if user is None:
        raise InputRefused(f"Tidak ada pengguna dengan surel {email}.")
    erasure.check_erasable(user)
    if wet_run:
        erasure.erase(by=None, user=user, reason=reason)
    say(f"Pengguna nomor {user.pk}: nama, surel, kata sandi, langkah kedua.")


def _hide(person: int, region: str, reason: str, *, wet_run: bool) -> None:
    # Imported here: the models exist once the framework is set up.
    from naungan.casework.intake import actions, tombstones

    if person in tombstones.hidden(region):
        raise InputRefused(f"Orang nomor {person} sudah tersembunyi.")
    if wet_run:
        tombstones.hide(by=None, region_code=region, person_id=person, reason=reason)
        if actions.leave_out_hidden(region_code=region) is not None:
            say("Potret baru tanpa orang ini disusun begitu kantor buka.")
    say(f"Orang nomor {person} di potret wilayah {region or 'seluruh Indonesia'}.")
