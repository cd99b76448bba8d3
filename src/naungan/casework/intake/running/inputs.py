"""What a run reads: the files in use, who owns them, and what else decides the answer."""

import hashlib
import json
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import naungan
from naungan.casework.intake import files, ledger, tombstones
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.running import decisions
from naungan.law.book import enacted


@dataclass(frozen=True)
class Inputs:
    """The files of a run by kind, and what is said of each by its path."""

    batches: tuple[Batch, ...]
    by_kind: dict[str, tuple[Path, ...]]
    names: dict[Path, str]
    owners: dict[str, str]
    mappings: dict[Path, dict[str, str]]
    decisions: Path | None
    leave_out: frozenset[int]
    fingerprint: str

    def of(self, kind: str) -> tuple[Path, ...]:
        """Give the files of one kind."""
        return self.by_kind.get(kind, ())

    def told(self) -> list[dict[str, Any]]:
        """Say which batches these are, without the names of their files."""
        return [
            {
                "batch": one.pk,
                "sha256": one.sha256,
                "kind": one.series.kind,
                "institution": one.institution.code,
            }
            for one in self.batches
        ]


def gather(run: Run) -> Inputs:
    """Lay out what the next run of a region reads, as it is in use at this moment."""
    folder = _emptied(files.run_folder(run.pk))
    batches = ledger.current(run.region_code)
    paths = {one.pk: _linked(folder, one) for one in batches}
    names = _names(batches)
    verdicts = decisions.write(run.region_code, folder / "decisions.csv")
    hidden = tombstones.hidden(run.region_code)
    kinds = {one.series.kind for one in batches}
    return Inputs(
        batches=tuple(batches),
        by_kind={
            kind: tuple(paths[one.pk] for one in batches if one.series.kind == kind)
            for kind in kinds
        },
        names={paths[one.pk]: names[one.pk] for one in batches},
        owners={names[one.pk]: one.institution.code for one in batches},
        mappings={paths[one.pk]: one.mapping for one in batches if one.mapping},
        decisions=verdicts,
        leave_out=hidden,
        fingerprint=_fingerprint(run, batches, hidden, verdicts),
    )


def forget(run: Run) -> None:
    """Remove the folder in which a run found its files."""
    shutil.rmtree(files.run_folder(run.pk), ignore_errors=True)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder


def _linked(folder: Path, batch: Batch) -> Path:
    """Give the path of one batch: one content may serve as two kinds of file."""
    path = folder / str(batch.pk)
    path.symlink_to(files.file_of(batch))
    return path


def _names(batches: list[Batch]) -> dict[int, str]:
    """Call each file as it was sent; where two are called alike, with their numbers."""
    often = Counter(one.name for one in batches)
    return {
        one.pk: one.name if often[one.name] == 1 else _numbered(one) for one in batches
    }


def _numbered(batch: Batch) -> str:
    name = PurePath(batch.name)
    return f"{name.stem} ({batch.pk}){name.suffix}"


def _fingerprint(
    run: Run, batches: list[Batch], hidden: frozenset[int], verdicts: Path | None
) -> str:
    content = {
        "region": run.region_code,
        "month": run.month,
        "files": sorted(
            [one.series.kind, one.sha256, one.institution.code, one.name, one.mapping]
            for one in batches
        ),
        "hidden": sorted(hidden),
        "verdicts": verdicts.read_text(encoding="utf-8") if verdicts else "",
        "code": naungan.__version__,
        "law": enacted().version,
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
