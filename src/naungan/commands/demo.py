"""`naungan demo`: real districts, invented people, three dated snapshots."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from naungan.command import print_json, progress, say
from naungan.engine import pipeline
from naungan.engine.report import write_reports
from naungan.engine.snapshot import Scope, Snapshot
from naungan.engine.synthetic.generate import truly_covered, write_world
from naungan.engine.synthetic.world import World
from naungan.engine.work import Request, Tell
from naungan.lib import dates, regions
from naungan.lib.errors import InputRefused
from naungan.lib.numbers import format_number


MARK = "REKAAN.txt"
MARK_TEXT = (
    "Folder ini ditulis oleh `naungan demo`. Semua orang dan perusahaan di dalamnya "
    "rekaan; desa dan angka rapat nyata. Folder ini boleh dihapus.\n"
)
MEETING = dates.month_index(2024, 7)
SNAPSHOTS = tuple(dates.month_index(2024, month) for month in (6, 9, 12))
SEED = 2024
PLACES, REACH = 60, 0.97


@dataclass(frozen=True)
class District:
    """A district of the demonstration: how many invented people, what was published.

    `published` is what a source printed; it stands beside the invented numbers,
    of which only `covered`, at the first date, was made to agree with it. A
    `sample` is smaller than the district really is.
    """

    code: str
    workers: int
    members_share: float
    published: str
    covered: int
    sample: bool = True
    form: str = "parquet"


DISTRICTS = (
    District(
        code="16.04",
        workers=239_799,
        members_share=0.29,
        covered=51_398,
        sample=False,
        published=(
            "rapat 3 Juli 2024: 51.398 dari 239.799 pekerja (21 %); mulai Juli 60 "
            "pekerja rentan di setiap desa, 21.600 orang"
        ),
    ),
    District(
        code="32.02",
        workers=12_000,
        members_share=0.8,
        covered=4_920,
        published="sekitar 41 % (Juli 2025)",
    ),
    District(
        code="18.10",
        workers=6_000,
        members_share=0.31,
        covered=1_284,
        form="office",
        published="21,4 % (September 2024)",
    ),
    District(
        code="18.71",
        workers=8_000,
        members_share=0.52,
        covered=2_624,
        published="32,8 % (September 2024)",
    ),
    District(
        code="62.71",
        workers=6_000,
        members_share=0.85,
        covered=2_500,
        published="di bawah 50 % (Maret 2025)",
    ),
)


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


def home() -> Path:
    """Find where Naungan keeps its data: NAUNGAN_HOME, else the usual place."""
    chosen = os.environ.get("NAUNGAN_HOME")
    if chosen:
        return Path(chosen)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/naungan")
    return Path.home() / ".local" / "share" / "naungan"


def _cleared(folder: Path) -> Path:
    """Empty the folder of an earlier demonstration; touch nobody else's."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        msg = f"{folder} berisi berkas lain; kosongkan, atau pilih NAUNGAN_HOME lain."
        raise InputRefused(msg)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    (folder / MARK).write_text(MARK_TEXT, encoding="utf-8")
    return folder


def _invent(district: District, files: Path, tell: Tell) -> None:
    world = World(
        region=district.code,
        workers=district.workers,
        seed=SEED,
        first_month=SNAPSHOTS[0],
        last_month=SNAPSHOTS[-1],
        written=SNAPSHOTS,
        scheme_month=MEETING,
        scheme_places=0 if district.sample else PLACES,
        reach=REACH,
        members_share=district.members_share,
        covered=district.covered,
        universe="rekaan" if district.sample else "rapat 3 Juli 2024",
    )
    write_world(
        world,
        files,
        form=district.form,
        processes=os.cpu_count() or 1,
        tell=tell,
    )


def _request(district: District, files: Path, out: Path, month: int) -> Request:
    folder = files / dates.month_text(month)

    def given(kind: str) -> tuple[Path, ...]:
        return tuple(sorted(folder.glob(f"{kind}*")))

    return Request(
        month=month,
        out=out,
        region=district.code,
        workers=given("workers"),
        members=given("members"),
        employers=given("employers"),
        contributions=given("contributions"),
        universe=given("universe"),
    )


def _figures(out: Path, district: District) -> dict[str, Any]:
    """Read the coverage of the district from the newest snapshot."""
    scope = Scope(institution="demo", regions=(district.code,), purpose="angka demo")
    rows = Snapshot.open(out, lambda _look: None).measures(scope, district.code)
    whole = [
        row
        for row in rows
        if row["measure"] == "coverage"
        and row["segment"] is None
        and row["category"] is None
    ]
    newest = max(row["month"] for row in whole)
    own = [row for row in whole if row["month"] == newest]
    total = min(
        (row for row in own if row["funder"] is None),
        key=lambda row: row["universe"].startswith("daftar"),
    )
    village = [row["numerator"] for row in own if row["funder"] == "village"]
    return {
        "low": total["low"],
        "high": total["high"],
        "denominator": total["denominator"],
        "universe": total["universe"],
        "paid_by_villages": max(village, default=0),
    }


def _show_district(district: District, folder: Path, tell: Tell) -> Told:
    """Invent a district, reconcile it for every date and keep the figures."""
    region = regions.by_code(district.code)
    assert region is not None
    told = Told(district, region.name, folder / district.code)
    files, out = told.folder / "berkas", told.folder / "hasil"
    _invent(district, files, tell)
    truth = truly_covered(files)
    for month in SNAPSHOTS:
        outcome = pipeline.run(_request(district, files, out, month), tell)
        text = dates.month_text(month)
        found = _figures(out, district)
        told.months.append({"month": text, "truly_covered": truth[text], **found})
        if month == SNAPSHOTS[-1]:
            write_reports(outcome.folder, tell)
    return told


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
    for district in DISTRICTS:
        told = _show_district(district, folder, tell)
        shown(told)
        found.append(told)
    return found


@click.command(
    help="Tunjukkan Naungan: lima daerah nyata, penduduk rekaan, tiga bulan.",
    short_help="Tunjukkan Naungan pada lima daerah nyata.",
    epilog=(
        "Desa, kode wilayah, dan angka rapat nyata; semua orang, perusahaan, dan "
        "pembayaran rekaan. Data di NAUNGAN_HOME/demo."
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Angka-angka sebagai JSON.")
def command(*, as_json: bool) -> None:
    """Run the demonstration and say where its reports are."""
    folder = _cleared(home() / "demo")
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
