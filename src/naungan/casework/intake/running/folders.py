"""Where a region's runs are written, and the clearing of runs nobody published."""

import json
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings

from naungan.casework.intake.models import Publication, Run


WHOLE_COUNTRY: Final = "00"
RUNS: Final = "runs"
MANIFEST: Final = "manifest.json"


def of_region(region_code: str) -> Path:
    """Give the folder of a region's runs: where its newest publication already lies.

    Persons keep their numbers from one run of a folder to the next.
    """
    newest = Publication.objects.filter(region_code=region_code).order_by("run").last()
    if newest is not None:
        place = _snapshots() / newest.folder
        if place.parent.name == RUNS:
            return place.parent.parent
    return _snapshots() / (region_code or WHOLE_COUNTRY)


def clear(out: Path) -> None:
    """Take away runs that are neither published nor held, and follow on from the last.

    A worker that died between the end of a run and its publication leaves one.
    """
    kept = {*_published(out), *_held(out)}
    for run in (out / RUNS).glob("[0-9]*"):
        if run not in kept:
            shutil.rmtree(run)
    if out.exists():
        point(out)


def point(out: Path) -> None:
    """Let `current` be the newest publication of a region, which the next run follows."""
    published = _published(out)
    link = out / ".current"
    link.unlink(missing_ok=True)
    if not published:
        (out / "current").unlink(missing_ok=True)
        return
    link.symlink_to(published[-1].relative_to(out), target_is_directory=True)
    link.replace(out / "current")


def drop(folder: Path) -> None:
    """Take away the answer of a run that was held and is not published."""
    shutil.rmtree(folder, ignore_errors=True)


def place_of(folder: Path) -> str:
    """Give the place of a snapshot as the database keeps it."""
    return folder.resolve().relative_to(_snapshots().resolve()).as_posix()


def path_of(place: str) -> Path:
    """Give the folder of a snapshot that the database names."""
    return _snapshots() / place


def is_there(place: str) -> bool:
    """Tell whether a snapshot that the database names can still be read."""
    return (path_of(place) / MANIFEST).exists()


@lru_cache(maxsize=64)
def hashes_of(path: Path) -> frozenset[str] | None:
    """Give the hashes of the files that a snapshot was made of; None where it is gone."""
    manifest = path / MANIFEST
    if not manifest.exists():
        return None
    inputs = json.loads(manifest.read_text(encoding="utf-8")).get("inputs", ())
    return frozenset(one["sha256"] for one in inputs)


def _published(out: Path) -> list[Path]:
    places = Publication.objects.order_by("run").values_list("folder", flat=True)
    return _in(out, places)


def _held(out: Path) -> list[Path]:
    held = Run.objects.filter(state="held").values_list("folder", flat=True)
    return _in(out, held)


def _in(out: Path, places: Iterable[str]) -> list[Path]:
    found = [_snapshots() / one for one in places]
    return [one for one in found if one.parent == out / RUNS]


def _snapshots() -> Path:
    return Path(settings.HOME.snapshots)
