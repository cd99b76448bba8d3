"""`naungan demo`: real districts, invented people, three dated snapshots."""

import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from naungan.casework.accounts import desks
from naungan.casework.accounts.roles import ROLES
from naungan.command import print_json, progress, say
from naungan.engine import demonstration
from naungan.engine.demonstration import Built, District
from naungan.engine.work import Tell
from naungan.lib import dates, regions
from naungan.lib.numbers import format_number
from naungan.office import ports
from naungan.office.home import Home, home
from naungan.office.schema import has_people
from naungan.office.settings import OfficeSettings
from naungan.office.supervisor import Office


HOST = "127.0.0.1"
PEOPLE_SECONDS = 30


@dataclass
class Told:
    """What the demonstration found about one district."""

    district: District
    name: str
    folder: Path
    months: list[dict[str, Any]] = field(default_factory=list)

    @property
    def report(self) -> Path:
        """Where the newest report is."""
        return self.folder / "hasil" / "current" / "report.html"

    def as_json(self) -> dict[str, Any]:
        """Give everything by name."""
        return {
            "region_code": self.district.code,
            "name": self.name,
            "invented": True,
            "sample": self.district.sample,
            "published": self.district.published,
            "report": str(self.report),
            "months": self.months,
        }


def _show_district(district: District, folder: Path, tell: Tell) -> Told:
    """Build a district and keep the figures of every date."""
    region = regions.by_code(district.code)
    assert region is not None
    told = Told(district, region.name, folder / district.code)
    for built in demonstration.build(district, told.folder, tell):
        told.months.append(_figures(built))
    return told


def _figures(built: Built) -> dict[str, Any]:
    return {
        "month": dates.month_text(built.month),
        "truly_covered": built.truly_covered,
        **built.figures,
    }


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %".replace(".", ",")


def _say_district(told: Told) -> None:
    district = told.district
    size = "contoh kecil" if district.sample else "ukuran penuh"
    people = f"{format_number(district.workers)} pekerja rekaan ({size})"
    say(f"\n{told.name} ({district.code}): {people}")
    say(f"  Terbitan, nyata: {district.published}")
    for found in told.months:
        whole = found["denominator"]
        month = dates.month_label(dates.parse_month(found["month"]) or 0)
        low, high = format_number(found["low"]), format_number(found["high"])
        shares = f"{_percent(found['low'], whole)}–{_percent(found['high'], whole)}"
        say(
            f"  {month:<15} terukur {low}–{high} dari {format_number(whole)} ({shares}); "
            f"sebenarnya {format_number(found['truly_covered'])}; "
            f"dibayar desa {format_number(found['paid_by_villages'])}  [rekaan]"
        )
    say(f"  Laporan: {told.report}")


def _each(folder: Path, tell: Tell, shown: Callable[[Told], None]) -> list[Told]:
    found = []
    for district in demonstration.DISTRICTS:
        told = _show_district(district, folder, tell)
        shown(told)
        found.append(told)
    return found


@click.command(
    help=(
        "Tunjukkan Naungan: kantor dengan lima daerah nyata dan penduduk rekaan.\n\n"
        "Halaman web terbuka segera; daerahnya disusun di belakang, tiga potret "
        "tiap daerah. Hentikan dengan Ctrl+C."
    ),
    short_help="Tunjukkan Naungan pada lima daerah nyata.",
    epilog=(
        "Desa, kode wilayah, dan angka rapat nyata; semua orang, perusahaan, dan "
        "pembayaran rekaan. Data di NAUNGAN_HOME/demo."
    ),
)
@click.option("--port", default=8000, metavar="N", help="Port halaman web.")
@click.option("--no-browser", is_flag=True, help="Jangan buka peramban.")
@click.option(
    "--terminal", is_flag=True, help="Tanpa halaman web: angka dan laporan di terminal."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Seperti --terminal, sebagai JSON."
)
def command(*, port: int, no_browser: bool, terminal: bool, as_json: bool) -> None:
    """Open the office of the demonstration, or only its figures."""
    if terminal or as_json:
        _in_terminal(as_json=as_json)
    else:
        _as_office(port, no_browser=no_browser)


def _as_office(port: int, *, no_browser: bool) -> None:
    """Open the pages at once; districts are built behind them, by the jobs."""
    settings = OfficeSettings(Home(home().path / "demo"), "demo")
    free = ports.first_free(HOST, port)
    if free != port:
        say(f"Port {port} sudah dipakai; peragaan memakai port {free}.")
    address = f"http://{HOST}:{free}/"

    def ready() -> None:
        _wait_for_people(settings)
        say(f"Peragaan terbuka di {address} (semua orang dan angkanya rekaan).")
        say(f"Kata sandi semua akun: {desks.PASSWORD}")
        for line in _desks():
            say(line)
        say("Daerahnya disusun di belakang; hentikan dengan Ctrl+C, datanya tetap ada.")
        if not no_browser:
            webbrowser.open(address)

    say("Menyiapkan peragaan …")
    Office(settings, HOST, free, say).open(ready)
    say("Peragaan ditutup.")


def _desks() -> list[str]:
    """Give a line for each desk: as what one works there, how to sign in, and where."""
    roles = [ROLES[desk.role].label for desk in desks.DESKS]
    wide = max(map(len, roles))
    ways = [desks.address(desk) for desk in desks.DESKS]
    far = max(map(len, ways))
    return [
        f"  {role:<{wide}}  {way:<{far}}  {desk.institution}"
        for role, way, desk in zip(roles, ways, desks.DESKS, strict=True)
    ]


def _wait_for_people(settings: OfficeSettings) -> None:
    """Wait until the jobs have made the accounts, which takes a moment once."""
    deadline = time.monotonic() + PEOPLE_SECONDS
    url = settings.database_url(owner=True)
    while not has_people(url) and time.monotonic() < deadline:
        time.sleep(0.1)


def _in_terminal(*, as_json: bool) -> None:
    """Run the demonstration and say where its reports are."""
    folder = demonstration.cleared(home().path / "demo-terminal")
    if not as_json:
        say(
            "Semua orang, perusahaan, dan pembayaran di bawah ini rekaan. Tiga "
            "potret: Juni 2024 (sebelum rapat Lahat 3 Juli), September, Desember."
        )
    with progress(show=not as_json) as tell:
        found = _each(folder, tell, _nothing if as_json else _say_district)
    if as_json:
        print_json([told.as_json() for told in found])
        return
    lahat = found[0].folder / "hasil"
    say("\nLanjutkan, misalnya:")
    say(f"  naungan explain {lahat} region 16.04")
    say(f"  naungan score {lahat} --truth {found[0].folder / 'berkas'}")


def _nothing(_told: Told) -> None:
    """Say nothing while a program waits for JSON."""
