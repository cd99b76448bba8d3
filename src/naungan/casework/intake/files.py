"""Where files that came in lie: under their hash, readable by their owner alone.

The same content is kept once, whoever sent it. What the dry run has to show of a
file lies beside it, so that no row of a person goes into the database.
"""

import json
import os
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from naungan.casework.intake.models import Batch
from naungan.lib.identity_numbers import mask_within
from naungan.office.home import own_folder


MOST_BYTES: Final = 500 << 20
LONGEST_NAME: Final = 200
PRIVATE: Final = 0o600
RETURNED: Final = "returned"
RUNS: Final = "runs"


def file_of(batch: Batch) -> Path:
    """Give the place of a batch's file."""
    return uploads() / batch.sha256


def returned_of(batch: Batch) -> Path | None:
    """Give the workbook with the rejected rows of a dry run; None where none is."""
    path = returned_folder() / batch.returned
    return path if batch.returned and path.exists() else None


def shown_of(batch: Batch) -> dict[str, Any]:
    """Give what the dry run has to show of a batch, numbers of persons masked."""
    try:
        text = _shown(batch).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    shown: dict[str, Any] = json.loads(text)
    return shown


def show(batch: Batch, shown: dict[str, Any]) -> None:
    """Keep what the dry run has to show."""
    path = _shown(batch)
    path.touch(PRIVATE)
    path.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")


def returned_folder() -> Path:
    """Give the folder of what dry runs give back."""
    folder = uploads() / RETURNED
    own_folder(folder)
    return folder


def run_folder(number: int) -> Path:
    """Give the folder in which one run finds its files by the number of the batch."""
    own_folder(uploads() / RUNS)
    return uploads() / RUNS / str(number)


def keep(path: Path, sha256: str) -> None:
    """Move a finished file to its place, safe on disk before it is spoken of.

    Content that is there already stays as it is: a run may be reading it.
    """
    place = uploads() / sha256
    if place.exists() and place.stat().st_size == path.stat().st_size:
        path.unlink()
        return
    path.chmod(PRIVATE)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    path.replace(place)
    handle = os.open(place.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def remove(batch: Batch) -> None:
    """Remove what belongs to a batch alone; its file only where nobody else has it."""
    for path in (_shown(batch), returned_folder() / (batch.returned or "-")):
        path.unlink(missing_ok=True)
    others = Batch.objects.filter(sha256=batch.sha256, removed_at=None)
    if not others.exclude(pk=batch.pk).exists():
        file_of(batch).unlink(missing_ok=True)


def plain_name(name: str) -> str:
    """Reduce the name of a file to what may be kept: no folders, no NIK, no controls."""
    last = name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(char for char in last if char.isprintable()).strip()
    return mask_within(printable)[-LONGEST_NAME:] or "berkas"


def _shown(batch: Batch) -> Path:
    return returned_folder() / f"{batch.pk}.json"


def uploads() -> Path:
    """Give the folder of what was handed in, made where it is missing."""
    own_folder(Path(settings.HOME.uploads))
    return Path(settings.HOME.uploads)
