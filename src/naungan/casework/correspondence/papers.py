"""Files of letters and cases: under their hash, in a folder of their institution.

The same content is kept once for an institution, however many rows speak of it; each
row counts as one use, and with the last use the file goes. Whoever reads has checked
the scope: nothing here is served by its path.
"""

import hashlib
import os
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext_noop as _

from naungan.casework.accounts import scope
from naungan.casework.correspondence.models import StoredPaper
from naungan.casework.correspondence.paper_check import (
    ACCEPT,
    MOST_BYTES,
    PaperRefused,
    checked,
)
from naungan.office.home import own_folder


__all__ = ["ACCEPT", "MOST_BYTES", "PaperRefused", "Stored", "read", "store"]
PRIVATE: Final = 0o600
HASH_LENGTH: Final = 64
DAY: Final = 24 * 60 * 60  # seconds; a file is spoken of moments after it is written
COUNT: Final = """
    INSERT INTO correspondence_storedpaper AS held
        (institution_id, sha256, size, uses, stored_at)
    VALUES (%s, %s, %s, %s, clock_timestamp())
    ON CONFLICT (institution_id, sha256) DO UPDATE SET uses = held.uses + excluded.uses"""


@dataclass(frozen=True)
class Stored:
    """A paper as it is kept: what a row that speaks of it remembers."""

    sha256: str
    size: int
    mime: str
    name: str


def store(*, institution_id: int, name: str, content: bytes) -> Stored:
    """Check a paper by its content and keep it; refuse with a sentence otherwise.

    The database's scope must be the institution. Photographs are set anew, so the
    hash may be another than that of what was sent.
    """
    good = checked(name, content)
    sha256 = keep(institution_id=institution_id, content=good.content)
    return Stored(sha256, len(good.content), good.mime, good.name)


def keep(*, institution_id: int, content: bytes) -> str:
    """Keep what this office itself made, byte for byte; give its hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    _write(path(institution_id, sha256), content)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [institution_id, sha256, len(content), 1])
    return sha256


def read(institution_id: int, sha256: str) -> bytes:
    """Give the bytes of a paper, proved against its hash."""
    content = path(institution_id, sha256).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise PaperRefused(
            _("Berkas ini rusak di tempat simpannya. Pulihkan salinannya.")
        )
    return content


def path(institution_id: int, sha256: str) -> Path:
    """Give the place of a paper."""
    if len(sha256) != HASH_LENGTH or not sha256.isalnum():
        raise PaperRefused(_("Berkas ini tidak ada."))
    return _folder(institution_id) / sha256


def release(*, institution_id: int, sha256: str) -> None:
    """Count one use less; the file of the last use goes when the transaction stands."""
    held = StoredPaper.objects.select_for_update().filter(
        institution_id=institution_id, sha256=sha256
    )
    found = held.first()
    if found is None:
        return
    if found.uses > 1:
        held.update(uses=found.uses - 1)
        return
    found.delete()
    place = path(institution_id, sha256)
    transaction.on_commit(partial(place.unlink, missing_ok=True))


def tidy() -> int:
    """Remove files that no row speaks of and that are a day old; give how many."""
    limit = time.time() - DAY
    removed = 0
    for folder in sorted(_root().glob("[0-9]*")):
        with transaction.atomic():
            scope.tell(None, int(folder.name), every=False)
            known = set(StoredPaper.objects.values_list("sha256", flat=True))
            for file in folder.iterdir():
                if file.name not in known and file.stat().st_mtime < limit:
                    file.unlink()
                    removed += 1
    return removed


def _root() -> Path:
    root = Path(settings.HOME.papers)
    own_folder(root)
    return root


def _folder(institution_id: int) -> Path:
    folder = _root() / str(int(institution_id))
    own_folder(folder)
    return folder


def _write(place: Path, content: bytes) -> None:
    """Write a file whole or not at all, safe on disk before it is spoken of."""
    if place.exists() and place.stat().st_size == len(content):
        os.utime(place)
        return
    growing = place.with_name(f"{place.name}.{os.getpid()}.part")
    growing.touch(PRIVATE)
    with growing.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(place)
