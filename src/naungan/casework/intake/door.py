"""The door to published snapshots, for whoever has a scope.

Every read passes the engine's own door with a scope of regions and a purpose,
and what it looked at goes to the log of looks, in the transaction of the page.
"""

import threading
from pathlib import Path
from typing import Final

from django.conf import settings

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import tombstones
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Look, Scope as Reach, Snapshot


MOST_OPEN: Final = 4
_open = threading.local()  # a connection belongs to one thread


def newest(region_code: str) -> Publication | None:
    """Give the newest publication whose region holds a region, nearest first."""
    codes = lineage(region_code)
    found = Publication.objects.filter(region_code__in=codes).order_by("-run")
    by_region = {one.region_code: one for one in reversed(found)}
    return next((by_region[code] for code in codes if code in by_region), None)


def lineage(region_code: str) -> list[str]:
    """Name a region and what it lies in, from the nearest to the country."""
    parts = region_code.split(".") if region_code else []
    return [".".join(parts[:end]) for end in range(len(parts), -1, -1)]


def reach(scope: Scope, purpose: str, *, unmasked: bool = False) -> Reach:
    """Translate a scope of the office into one of the snapshot's door."""
    regions = (scope.region_code,) if scope.region_code else EVERYWHERE
    return Reach(
        institution=scope.institution_code,
        regions=regions,
        purpose=purpose,
        sees_nik=unmasked and scope.may("unmask"),
    )


def opened(publication: Publication, scope: Scope) -> Snapshot:
    """Open a published snapshot; its looks are written for this scope."""
    kept: dict[str, Snapshot] = _open.__dict__.setdefault("kept", {})
    found = kept.pop(publication.folder, None)
    if found is None:
        found = Snapshot.open(
            Path(settings.HOME.snapshots) / publication.folder, _nobody
        )
        while len(kept) >= MOST_OPEN:
            kept.pop(next(iter(kept)))
    kept[publication.folder] = found
    found.record = lambda one: _record(scope, one)
    found.hidden = tombstones.hidden(publication.region_code)
    return found


def _record(scope: Scope, one: Look) -> None:
    look.record(
        by=scope,
        noun=one.table,
        noun_id=",".join(str(key) for key in one.keys)[:60],
        purpose=one.purpose,
        unmasked=one.unmasked,
        rows=max(len(one.keys), 1),
    )


def _nobody(_look: Look) -> None:
    """Refuse a look that belongs to no scope: each opening sets its own."""
    raise AssertionError("a snapshot was read without a scope")
