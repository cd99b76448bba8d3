"""The demonstration: five real districts, invented people, three dated snapshots.

Villages, codes and the figures of the meeting are real; every person, company and
payment is invented. Each district is a folder of its own, built again from
nothing with the same outcome.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from naungan.engine import pipeline
from naungan.engine.report import write_reports
from naungan.engine.snapshot import Scope, Snapshot
from naungan.engine.synthetic.generate import truly_covered, write_world
from naungan.engine.synthetic.world import World
from naungan.engine.work import Request, Tell
from naungan.lib import dates
from naungan.lib.errors import InputRefused


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


def cleared(folder: Path) -> Path:
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


OwnerOf = Callable[[Path], str]
"""Gives the code of the institution that a file is said to come from."""


def _request(
    district: District, files: Path, out: Path, month: int, owner_of: OwnerOf | None
) -> Request:
    folder = files / dates.month_text(month)

    def given(kind: str) -> tuple[Path, ...]:
        return tuple(sorted(folder.glob(f"{kind}*")))

    owners = {one.name: owner_of(one) for one in folder.iterdir()} if owner_of else {}
    return Request(
        owners=owners,
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


@dataclass(frozen=True)
class Built:
    """One dated snapshot of a district: where it is and what it measured."""

    district: District
    month: int
    folder: Path
    files: Path
    figures: dict[str, Any]
    truly_covered: int


def build(
    district: District, folder: Path, tell: Tell, owner_of: OwnerOf | None = None
) -> Iterator[Built]:
    """Invent a district, then reconcile it for every date, oldest first.

    `folder` gets `berkas`, the invented files with their truth, and `hasil`, the
    snapshots; the newest gets its reports too.
    """
    files, out = folder / "berkas", folder / "hasil"
    _invent(district, files, tell)
    truth = truly_covered(files)
    for month in SNAPSHOTS:
        request = _request(district, files, out, month, owner_of)
        outcome = pipeline.run(request, tell)
        if month == SNAPSHOTS[-1]:
            write_reports(outcome.folder, tell)
        text = dates.month_text(month)
        figures = _figures(out, district)
        yield Built(district, month, outcome.folder, files / text, figures, truth[text])
