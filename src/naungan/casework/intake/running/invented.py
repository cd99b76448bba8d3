"""The demonstration's files as batches of invented senders, so that people can go on.

What somebody uploads in the demonstration joins these files, replaces one of them or
is withdrawn again, like in an office whose ledger has a past.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts.desks import DESKS
from naungan.casework.accounts.models import Institution
from naungan.casework.intake import files
from naungan.casework.intake.models import Batch, Publication, Series
from naungan.casework.intake.running import folders
from naungan.engine.synthetic.newcomers import write_newcomers
from naungan.engine.synthetic.nominees import Nominee, nominees
from naungan.lib import regions


@dataclass(frozen=True)
class Sender:
    """Who is said to have sent the files whose names begin with some letters."""

    begins: str
    kind: str
    institution_kind: str
    institution: str
    label: str = ""


__all__ = [
    "Nominee",
    "enter",
    "has_desks",
    "newcomers_of",
    "nominees_of",
    "owner_of",
]
FILES: Final = "berkas"  # as the engine names them beside its runs
NEWCOMERS: Final = "peserta-baru-rekaan.xlsx"
SENDERS: Final = (
    Sender("members", "members", "bpjs_branch", "BPJS Ketenagakerjaan Cabang {place}"),
    Sender(
        "contributions",
        "contributions",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang {place}",
    ),
    Sender(
        "employers-bpjs",
        "employers",
        "bpjs_branch",
        "BPJS Ketenagakerjaan Cabang {place}",
    ),
    Sender("employers-oss", "employers", "dpmptsp", "DPMPTSP {region}", "OSS"),
    Sender(
        "workers-payroll", "workers", "disnaker", "Dinas Tenaga Kerja {region}", "Upah"
    ),
    Sender(
        "workers-profession",
        "workers",
        "disnaker",
        "Dinas Tenaga Kerja {region}",
        "Profesi",
    ),
    Sender("workers-village", "workers", "dpmd", "DPMD {region}", "Daftar desa"),
    Sender("universe", "universe", "bappeda", "Bappeda {region}"),
)


def has_desks(region_code: str) -> bool:
    """Tell whether invented people work in a district of the demonstration."""
    return any(desk.region_code == region_code for desk in DESKS)


def owner_of(region_code: str, file: Path) -> str:
    """Give the code of the institution that is said to have sent a file."""
    return _institution(region_code, _sender(file)).code


def nominees_of(
    first: Publication, begins: int, villages: Iterable[str]
) -> list[Nominee]:
    """Give whom villages named after the first publication of an invented district.

    The files lie beside the runs that were made of them.
    """
    files = folders.path_of(first.folder).parents[2] / FILES
    return nominees(files, first.month, begins, frozenset(villages))


def newcomers_of(newest: Publication) -> Path:
    """Give a workbook of people who joined last, to be sent; it is written once."""
    files = folders.path_of(newest.folder).parents[2] / FILES
    path = files.parent / NEWCOMERS
    if not path.exists():
        with tempfile.TemporaryDirectory(dir=files.parent) as desk:
            made = Path(desk) / NEWCOMERS
            write_newcomers(files, made)
            made.rename(path)
    return path


def enter(region_code: str, month: int, sent: Path, snapshot: Path) -> int:
    """Enter the invented files of one month as batches in use; give how many.

    What a snapshot already counted of them is their dry run. Files that are entered
    already stay as they are.
    """
    manifest = json.loads((snapshot / "manifest.json").read_text(encoding="utf-8"))
    counted = {one["file"]: one for one in manifest["inputs"]}
    entered = 0
    for file in sorted(sent.iterdir()):
        entered += _enter(region_code, month, file, counted[file.name])
    return entered


def _enter(region_code: str, month: int, file: Path, counted: dict[str, Any]) -> bool:
    sender = _sender(file)
    institution = _institution(region_code, sender)
    # A list cut into several files: each is a series of its own.
    part = file.stem.removeprefix(sender.begins).strip("-")
    series, _ = Series.objects.get_or_create(
        institution=institution,
        kind=sender.kind,
        region_code=region_code,
        label=f"{sender.label} {part}".strip(),
    )
    if series.batches.filter(month=month).exists():
        return False
    _keep(file, counted["sha256"])
    series.batches.filter(state="approved").update(state="replaced")
    batch = Batch.objects.create(
        series=series,
        institution=institution,
        number=series.batches.count() + 1,
        mode="replace",
        state="approved",
        name=file.name,
        size=file.stat().st_size,
        sha256=counted["sha256"],
        month=month,
        counts={
            "read": counted["lines"],
            "accepted": counted["accepted"],
            "rejected": counted["rejected"],
            "set_aside": counted["set_aside"],
        },
        tried_at=timezone.now(),
        decided_at=timezone.now(),
    )
    act.record(
        by=None, verb="invent", noun="batch", noun_id=batch.pk, region=region_code
    )
    return True


def _keep(file: Path, sha256: str) -> None:
    copy = files.uploads() / f"{sha256}.copy"
    shutil.copyfile(file, copy)
    found = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert found == sha256, f"{file} changed since it was read"
    files.keep(copy, sha256)


def _sender(file: Path) -> Sender:
    return next(one for one in SENDERS if file.name.startswith(one.begins))


def _institution(region_code: str, sender: Sender) -> Institution:
    region = regions.by_code(region_code)
    assert region is not None
    place = region.name.partition(" ")[2]
    name = sender.institution.format(region=region.name, place=place)
    institution, _ = Institution.objects.get_or_create(
        code="-".join(name.lower().split())[:50],
        defaults={
            "kind": sender.institution_kind,
            "name": name,
            "region_code": region_code,
        },
    )
    return institution
