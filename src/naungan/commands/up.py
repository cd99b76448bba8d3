"""`naungan up`: run the office for real, on this machine."""

import click

from naungan.command import say
from naungan.office.home import home
from naungan.office.schema import has_people
from naungan.office.settings import OfficeSettings
from naungan.office.supervisor import Office


@click.command(
    help=(
        "Jalankan kantor: basis data, halaman web, dan pekerjaan latar.\n\n"
        "Data tersimpan di NAUNGAN_HOME. Hentikan dengan Ctrl+C."
    ),
    short_help="Jalankan kantor di mesin ini.",
    epilog=(
        "Dengan DATABASE_URL dan DATABASE_OWNER_URL dipakai server PostgreSQL sendiri, "
        "lihat docs/how-to/menjalankan-kantor.md."
    ),
)
@click.option(
    "--host", default="127.0.0.1", metavar="ALAMAT", help="Alamat untuk didengar."
)
@click.option("--port", default=8000, metavar="N", help="Port halaman web.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAMA",
    help="Nama host yang dipakai peramban, boleh berulang.",
)
@click.option(
    "--https", is_flag=True, help="Di belakang proksi HTTPS; kuki hanya lewat HTTPS."
)
def command(*, host: str, port: int, names: tuple[str, ...], https: bool) -> None:
    """Prepare and serve until told to stop."""
    hosts = ("localhost", "127.0.0.1", *names)
    settings = OfficeSettings(home(), "office", hosts, https)
    place = f"https://{names[0]}" if https and names else f"http://{host}:{port}"
    say("Menyiapkan kantor …")
    office = Office(settings, host, port, say)
    office.open(lambda: say(_opened(settings, place)))
    say("Kantor ditutup.")


def _opened(settings: OfficeSettings, address: str) -> str:
    """Say where the office is, and, before anybody can sign in, how to begin."""
    if has_people(settings.database_url(owner=True)):
        return f"Kantor terbuka di {address}/"
    code = settings.home.secret("setup")
    return (
        "Kantor ini baru. Buka alamat ini untuk mengisi lembaga dan administrator "
        f"pertama:\n  {address}/mulai/{code}"
    )
