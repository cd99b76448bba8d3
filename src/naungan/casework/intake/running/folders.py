"""Where a region's runs are written, and the clearing of runs nobody published."""

import shutil
from pathlib import Path
from typing import Final

from django.conf import settings

from naungan.casework.intake.models import Publication


WHOLE_COUNTRY: Final = "00"
RUNS: Final = "runs"


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
    """Take away runs that were never published, and follow on from one that was.

    A worker that died between the end of a run and its publication leaves one.
    """
    places = Publication.objects.order_by("run").values_list("folder", flat=True)
    published = [
        place
        for place in (_snapshots() / one for one in places)
        if place.parent == out / RUNS
    ]
    for run in (out / RUNS).glob("[0-9]*"):
        if run not in published:
            shutil.rmtree(run)
    if not out.exists():
        return
    link = out / ".current"
    link.unlink(missing_ok=True)
    (out / "current").unlink(missing_ok=True)
    if published:
        link.symlink_to(published[-1].relative_to(out), target_is_directory=True)
        link.replace(out / "current")


def _snapshots() -> Path:
    return Path(settings.HOME.snapshots)
